import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { findCommand, type CommandQuery } from './find-command.ts';

/** Longer than the first line that any kernel reads. */
const MOST_BYTES = 1024;

/** What the system means by ENOENT where the file of the command is there: something that the file itself asks for is not. */
export function explainMissingInterpreter(query: CommandQuery): string {
  const { command } = query;
  const line = firstLine(query);
  if (!line.startsWith('#!'))
    return `The command '${command}' is there, but not what is to load it: it was built for another system or C library.`;
  if (line.endsWith('\r')) {
    return `The first line of '${command}' ends in a carriage return, so that the system looks for an interpreter named ${JSON.stringify(line.slice(2).trimStart())}: write the file with the line ends of this system (LF; an embedded file: endOfLine LF).`;
  }
  return `The command '${command}' names an interpreter in its first line that does not exist: '${line.slice(2).trim()}'.`;
}

function firstLine(query: CommandQuery): string {
  const bytes = Buffer.alloc(MOST_BYTES);
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path.resolve(query.cwd, findCommand(query, process.platform)), 'r');
    const text = bytes.toString('utf8', 0, readSync(descriptor, bytes));
    return text.split('\n', 1)[0] ?? '';
  } catch {
    return ''; // it may be executed but not read, or is gone by now
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
