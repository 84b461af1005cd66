import { displayWidth } from '@ojd/expr';
import type { Terminal } from './terminal.ts';

/** Below this a line would hold a word or two. */
const LEAST_WIDTH = 20;

/**
 * Our own sentences, broken between words where a person's terminal ends; following lines begin with `indent`. A file or a pipe gets each in one
 * line, for programs that look for it. What is copied (paths, excerpts, commands) must not go through here.
 */
export function wrapped(terminal: Terminal, text: string, indent = ''): string {
  if (!terminal.interactive || terminal.width < LEAST_WIDTH) return text;
  return text
    .split('\n')
    .map((line) => wrapLine(line, terminal.width, indent))
    .join('\n');
}

function wrapLine(line: string, width: number, indent: string): string {
  if (displayWidth(line) <= width) return line;
  const lines: string[] = [];
  // The white space at its beginning is the line's own.
  let current = /^\s*/.exec(line)?.[0] ?? '';
  let hasWord = false;
  for (const word of line.trim().split(' ')) {
    const longer = hasWord ? `${current} ${word}` : `${current}${word}`;
    if (hasWord && displayWidth(longer) > width) {
      lines.push(current);
      current = `${indent}${word}`;
    } else {
      current = longer;
      hasWord = true;
    }
  }
  return [...lines, current].join('\n');
}
