import { type FileHandle, open, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { CliError, messageOf } from '../errors.ts';
import type { Streams } from '../terminal/streams.ts';

const MIB = 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** Files of parameter values, tasks and path mapping rules are small; a larger one is a mistake. */
export const MAX_DATA_FILE_BYTES: number = 10 * MIB;

/** A file and what it is to the command: "the template". `shown` is its name in messages: as it was given. */
export interface FileToRead {
  readonly path: string;
  readonly shown: string;
  readonly what: string;
}

/** The bytes of a file, never more than `maxBytes`. */
export async function readBoundedFile({ path, shown, what }: FileToRead, maxBytes: number): Promise<Uint8Array> {
  try {
    // A device or a pipe has no size: read on until it ends or is too much.
    const size = (await stat(path)).size;
    if (size > maxBytes) throw tooLarge(shown, what, maxBytes, `${Math.ceil(size / MIB)} MiB`);
    const file = await open(path, 'r');
    try {
      return await readAtMost(chunksOf(file), maxBytes, () => tooLarge(shown, what, maxBytes));
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(explainRefusal(error, shown, what), { cause: error });
  }
}

/** All of standard input, never more than `maxBytes`. */
export async function readBoundedStdin(streams: Streams, what: string, maxBytes: number): Promise<Uint8Array> {
  const shown = '<stdin>';
  try {
    return await readAtMost(streams.stdin, maxBytes, () => tooLarge(shown, what, maxBytes));
  } catch (error) {
    throw error instanceof CliError ? error : new CliError(explainRefusal(error, shown, what), { cause: error });
  }
}

/** The pieces of a file. Node's own streams would take longer to load than a template takes to read. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function readAtMost(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
  refuse: () => CliError,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    length += chunk.byteLength;
    if (length > maxBytes) throw refuse();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(path: string, what: string, maxBytes: number, size?: string): CliError {
  const found = size === undefined ? 'it is larger' : `it has ${size}`;
  return new CliError(`Cannot read ${what} '${path}': at most ${maxBytes / MIB} MiB are read, and ${found}.`);
}

/** What the system's refusals mean. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of the path is not a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
  ELOOP: 'it is a circle of symbolic links',
  ENAMETOOLONG: 'the path is too long',
};

function explainRefusal(error: unknown, path: string, what: string): string {
  return `Cannot read ${what} '${path}': ${refusalOf(error, {})}.`;
}

/** Why the system refused: in words, where there are any. `other` has those that differ from the words for reading. */
export function refusalOf(error: unknown, other: Readonly<Record<string, string>>): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return other[code] ?? REFUSALS[code] ?? messageOf(error);
}

/** A path from the command line: `~` is the home folder, the rest is relative to the working directory. */
export function pathFromArgument(argument: string, cwd: string): string {
  return resolve(
    cwd,
    argument.replace(/^~(?=$|[/\\])/, () => homedir()),
  );
}
