import { rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkSessionRoot } from '../files/session-root.ts';
import { errorText } from '../errors/error-text.ts';
import { platformRules } from '../ports/platform.ts';
import { chooseSpawnPort } from '../processes/choose-spawn.ts';
import { shellWord } from '../users/posix/shell-words.ts';
import type { HostCheck } from './host-check.ts';

/** Beyond this, times of files and of the host can't be compared. */
const MOST_SKEW_MS = 2_000;

/** @param choose gives the way to spawn of a name, or the best there is. */
export function checkSpawn(choose: (name?: string) => { readonly name: string } = chooseSpawnPort): HostCheck {
  const name = 'spawn';
  try {
    const named = process.env['OJD_SPAWN'] ?? '';
    const way = choose(named).name;
    return way === 'child_process' && named === ''
      ? {
          name,
          state: 'warning',
          message:
            'Processes are started by child_process, which holds the program up for milliseconds each time: koffi can not be loaded.',
          mend: 'npm install koffi',
        }
      : { name, state: 'ok', message: `Processes are started by ${way}.` };
  } catch (error) {
    return { name, state: 'problem', message: errorText(error), mend: 'unset OJD_SPAWN' };
  }
}

export async function checkRoot(
  given: string | undefined,
): Promise<{ readonly path?: string; readonly checks: readonly HostCheck[] }> {
  const name = 'session-root';
  try {
    const { path, warnings } = await checkSessionRoot(given, platformRules());
    const unsafe = warnings.map(({ folder, reason, message }): HostCheck => ({
      name,
      state: 'warning',
      message,
      mend: `As root: ${reason === 'writable' ? 'chmod +t' : 'chown root'} ${shellWord(folder)}`,
    }));
    return { path, checks: [...unsafe, { name, state: 'ok', message: `Sessions work in ${path}.` }] };
  } catch (error) {
    return {
      checks: [
        {
          name,
          state: 'problem',
          message: errorText(error),
          mend:
            given === undefined
              ? 'Set TMPDIR to a folder of your own that others can not write to, or give a sessionRoot.'
              : `mkdir -p ${shellWord(given)}`,
        },
      ],
    };
  }
}

/** @param now the time of the host. */
export async function checkClock(root: string, now: () => number = Date.now): Promise<HostCheck> {
  const name = 'clock';
  const file = join(root, `clock-${process.pid}`);
  try {
    await writeFile(file, '', { flag: 'wx', mode: 0o600 });
    const skewMs = Math.round((await stat(file)).mtimeMs - now());
    if (Math.abs(skewMs) <= MOST_SKEW_MS)
      return { name, state: 'ok', message: `The file system's clock is ours (${skewMs} ms).` };
    return {
      name,
      state: 'warning',
      message: `The clock of the file system of ${root} differs from the host's by ${skewMs} ms.`,
      mend: 'Set both by the same time server (chronyc makestep), or use a sessionRoot on a local disk.',
    };
  } catch (error) {
    return {
      name,
      state: 'problem',
      message: `No file can be written in ${root}: ${errorText(error)}`,
      mend: `Look at the space and the permissions of the disk: df ${shellWord(root)}; ls -ld ${shellWord(root)}`,
    };
  } finally {
    await rm(file, { force: true });
  }
}
