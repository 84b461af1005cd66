import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { errorCode, errorText } from '../errors/error-text.ts';
import type { Platform } from '../ports/platform.ts';
import { SessionError } from '../errors/session-error.ts';

const NAME = 'OpenJD';
const MODE = 0o755;

/**
 * Makes or finds the root that is used when the caller names none: a real folder of this user's own, called `OpenJD` as in the reference implementation. Everybody may
 * write to the temporary directory, so that name can be taken by another user who runs sessions, or by one who wants to be in the way. Then
 * it is `OpenJD-<uid>`, and where that is taken, too, one with a name that nobody could foresee, which the next session finds again.
 */
export async function makeDefaultRoot(platform: Platform): Promise<string> {
  if (platform.name === 'win32') {
    const root = path.win32.join(process.env['PROGRAMDATA'] ?? 'C:\\ProgramData', NAME);
    await fs.mkdir(root, { recursive: true }).catch((error: unknown) => cannotMake(root, error));
    return root;
  }
  const { uid } = os.userInfo();
  const folder = platform.temporaryDirectory;
  for (const name of [NAME, `${NAME}-${uid}`]) {
    const root = path.posix.join(folder, name);
    // oxlint-disable-next-line eslint/no-await-in-loop -- the second only where the first is taken
    if (await makeOurs(root, uid)) return root;
  }
  return (await findOurs(folder, uid)) ?? makeUnforeseen(folder, uid);
}

/** Whether there is now a folder of ours at this place. Throws for something else of ours: somebody meant something by it. */
async function makeOurs(root: string, uid: number): Promise<boolean> {
  await fs.mkdir(root, { mode: MODE }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') cannotMake(root, error);
  });
  const stat = await fs.lstat(root);
  if (stat.uid !== uid) return false;
  if (!stat.isDirectory()) {
    throw new SessionError(
      'working-directory',
      `The session root ${root} must be a folder, and is ${stat.isSymbolicLink() ? 'a link' : 'a file'}. Remove it, or name another sessionRoot.`,
    );
  }
  await fs.chmod(root, MODE); // the umask may have taken something away
  return true;
}

async function findOurs(folder: string, uid: number): Promise<string | undefined> {
  const names = (await fs.readdir(folder)).filter((name) => name.startsWith(`${NAME}-${uid}-`)).toSorted();
  for (const name of names) {
    const root = path.posix.join(folder, name);
    // oxlint-disable-next-line eslint/no-await-in-loop -- the first that is ours is enough
    const stat = await fs.lstat(root).catch(() => undefined);
    if (stat?.isDirectory() === true && stat.uid === uid) return root;
  }
  return undefined;
}

async function makeUnforeseen(folder: string, uid: number): Promise<string> {
  const root = await fs.mkdtemp(path.posix.join(folder, `${NAME}-${uid}-`));
  await fs.chmod(root, MODE);
  return root;
}

function cannotMake(root: string, error: unknown): never {
  throw new SessionError(
    'working-directory',
    `The session root ${root} cannot be made: ${errorText(error)}. Name another sessionRoot, or set TMPDIR to a folder that you may write to.`,
    { cause: error },
  );
}
