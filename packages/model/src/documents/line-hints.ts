// What a line with a mistake in the syntax of YAML looks like, and what its author should do. The parser's own words are
// about tokens, and often name a place behind the mistake.
import { codePointName, type Extent, INVISIBLE } from './nodes.ts';

interface LineHint {
  /** What the mistake is found by; its first group, or else all of it, is the place. */
  readonly line: RegExp;
  readonly message: string;
  readonly hint: string;
}

const BLOCK = 'The lines of a block are indented alike, further than its key.';

const LINE_HINTS: readonly LineHint[] = [
  {
    line: /^(?:<{7}|={7}|>{7})/,
    message: 'This is the mark of a merge conflict.',
    hint: 'Keep one version, and remove the marks.',
  },
  { line: INVISIBLE, message: 'An invisible character stands here: CHARACTER.', hint: 'Write a space, or nothing.' },
  { line: /[“”„‘’]/, message: 'This quote, CHARACTER, is none of YAML.', hint: 'Write " or \' in its place.' },
  { line: /^\s*(\/\/)/, message: 'YAML does not have this comment.', hint: 'Begin it with #.' },
  {
    line: /^ *(-)\w+: /,
    message: 'An element of a list begins with a dash and a space.',
    hint: 'Write a space behind the dash.',
  },
  { line: /^ *(\t)/, message: 'YAML is not indented with tabs.', hint: 'Use spaces in place of the tab.' },
];

/** What is wrong with the line of an offset, as far as that can be seen. */
export function lineProblem(
  text: string,
  offset: number,
): { message: string; hint: string; extent: Extent } | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line = ''] = /^[^\r\n]{0,1000}/.exec(text.slice(start, start + 1000)) ?? [];
  for (const { line: pattern, message, hint } of LINE_HINTS) {
    const found = pattern.exec(line);
    if (found === null) continue;
    const [all, part = all] = found;
    const at = start + found.index + all.indexOf(part);
    return {
      message: message.replace('CHARACTER', codePointName(part)),
      hint,
      extent: { start: at, end: at + part.length },
    };
  }
  const indent = line.search(/\S/);
  // A key or an element stands behind the block.
  if (indent < 1 || /^(?:- |.*:(?: |$))/.test(line.slice(indent))) return undefined;
  const extent = { start: start + indent, end: start + line.length };
  const above = text.slice(Math.max(0, start - 2000), start);
  const isInBlock = new RegExp(`[|>][-+0-9]* *\\r?\\n(?:(?: {${indent + 1}}[^\\n]*)?\\r?\\n)*$`).test(above);
  return isInBlock && indent > 0
    ? { message: BLOCK, hint: 'Indent this line like the lines of the block.', extent }
    : undefined;
}
