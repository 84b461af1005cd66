import fs from 'node:fs';
import path from 'node:path';
import { errorCode, errorText } from '../errors/error-text.ts';
import type { FileAccess } from '../ports/session-user.ts';

/** What names a folder for good, whatever is put in its place. */
export interface FolderIdentity {
  readonly path: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** A folder of the session that no link leads out of, for as long as it is held. */
export interface HeldFolder {
  /** For people. */
  readonly path: string;
  /** Where to do something with an entry of the folder. The entry itself may be anything: an operation that follows links must not be used on it. */
  entry(name: string): string;
  release(): void;
}

/** The identity of a folder that was just made. */
export function identify(folder: string): FolderIdentity {
  const { dev, ino } = fs.lstatSync(folder, { bigint: true });
  return { path: folder, dev, ino };
}

/** Linux: an open folder can be gone on from by its descriptor, wherever its name leads by then. */
const DESCRIPTORS = process.platform === 'linux' && fs.existsSync('/proc/self/fd') ? '/proc/self/fd' : undefined;
const FOLDER_ITSELF = fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0) | (fs.constants.O_NOFOLLOW ?? 0);
const MOST_ATTEMPTS = 10;

/**
 * Holds a folder that the session made. Throws if an action has put something else in its place: whatever that is, what the session writes is not meant for it.
 *
 * Elsewhere than on Linux the names are only looked at: who exchanges a folder for a link in the moment between the look and the write is not noticed.
 */
export function holdFolder(made: FolderIdentity): HeldFolder {
  return hold(made.path, made.path, made);
}

/** The same for a folder that the session made inside another one of its own. */
export function holdMade(parent: FolderIdentity, made: FolderIdentity): HeldFolder {
  const held = holdFolder(parent);
  try {
    return hold(held.entry(path.basename(made.path)), made.path, made);
  } finally {
    held.release();
  }
}

/** Holds a folder in a held one, making it if it is missing, and anew if something else stands in its place: what is in it is written before each use. */
export function holdInside(parent: HeldFolder, name: string, access: FileAccess, mode: number): HeldFolder {
  const place = parent.entry(name);
  for (let attempt = 1; ; attempt += 1) {
    makeIfMissing(place);
    try {
      const held = hold(place, path.join(parent.path, name));
      if (access.groupId !== undefined) {
        const itself = held.entry('.');
        fs.chownSync(itself, -1, access.groupId);
        fs.chmodSync(itself, mode);
      }
      return held;
    } catch (error) {
      if (!(error instanceof ReplacedFolderError) || attempt === MOST_ATTEMPTS) throw error;
      unlinkIfThere(place);
    }
  }
}

/**
 * Removes a file or a link, which is not followed. Not by `rmSync`: when it finds a folder after all, it empties that by its name, which may
 * lead elsewhere by then.
 */
function unlinkIfThere(place: string): void {
  try {
    fs.unlinkSync(place);
  } catch (error) {
    // A folder again: the next attempt looks at it.
    if (!['ENOENT', 'EISDIR', 'EPERM'].includes(errorCode(error) ?? '')) throw error;
  }
}

class ReplacedFolderError extends Error {}

function hold(place: string, shown: string, made?: FolderIdentity): HeldFolder {
  return DESCRIPTORS === undefined ? look(place, shown, made) : open(DESCRIPTORS, place, shown, made);
}

function open(descriptors: string, place: string, shown: string, made: FolderIdentity | undefined): HeldFolder {
  let descriptor: number;
  try {
    descriptor = fs.openSync(place, FOLDER_ITSELF);
  } catch (error) {
    throw explained(error, shown);
  }
  try {
    check(fs.fstatSync(descriptor, { bigint: true }), shown, made);
  } catch (error) {
    fs.closeSync(descriptor);
    throw error;
  }
  return {
    path: shown,
    entry: (name) => `${descriptors}/${descriptor}/${name}`,
    release: () => fs.closeSync(descriptor),
  };
}

function look(place: string, shown: string, made: FolderIdentity | undefined): HeldFolder {
  let found: fs.BigIntStats;
  try {
    found = fs.lstatSync(place, { bigint: true });
  } catch (error) {
    throw explained(error, shown);
  }
  check(found, shown, made);
  return { path: shown, entry: (name) => path.join(place, name), release: () => undefined };
}

function check(found: fs.BigIntStats, shown: string, made: FolderIdentity | undefined): void {
  if (!found.isDirectory() || (made !== undefined && (found.ino !== made.ino || found.dev !== made.dev)))
    throw replaced(shown);
}

function makeIfMissing(place: string): void {
  try {
    fs.mkdirSync(place, { mode: 0o700 });
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

/** `shown` is the name that a person knows; that of the error can be a descriptor's. */
function explained(error: unknown, shown: string): unknown {
  const code = errorCode(error);
  if (code === 'ENOTDIR' || code === 'ELOOP') return replaced(shown);
  if (code === 'ENOENT')
    return new Error(`${shown} is not there any more: an action has removed or renamed it`, { cause: error });
  return new Error(`${shown} cannot be entered: ${code ?? errorText(error)}`, { cause: error });
}

function replaced(shown: string): Error {
  return new ReplacedFolderError(
    `${shown} is not the folder that the session made: an action has put something else in its place, which the session does not write into`,
  );
}
