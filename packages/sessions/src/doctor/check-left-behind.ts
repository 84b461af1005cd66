import { findLeftBehind } from '../users/posix/host-record.ts';
import { shellWord } from '../users/posix/shell-words.ts';
import type { HostCheck } from './host-check.ts';

/**
 * What hosts of sessions as another user left when they were killed. It is only told of: what is in there may be of use to whoever looks for the cause,
 * and removing it takes the rights of that user.
 */
export function checkLeftBehind(root: string): readonly HostCheck[] {
  if (process.platform !== 'linux') return [];
  return findLeftBehind(root).map(({ user, folders, pid }) => {
    const words = folders.map(shellWord);
    const [workingDirectory] = folders.length > 1 ? words : [];
    const asUser =
      workingDirectory === undefined ? '' : `sudo -u ${shellWord(user)} find ${workingDirectory} -mindepth 1 -delete; `;
    return {
      name: 'left-behind',
      state: 'warning',
      message: `The process ${pid}, which is dead, left the folders of a session as ${user}: ${folders.join(', ')}.`,
      mend: `${asUser}rm -rf -- ${words.join(' ')}`,
    };
  });
}
