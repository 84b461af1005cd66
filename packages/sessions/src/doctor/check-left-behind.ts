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
    const asUser = workingDirectory === undefined ? '' : emptied(workingDirectory, shellWord(user));
    return {
      name: 'left-behind',
      state: 'warning',
      message: `The process ${pid}, which is dead, left the folders of a session as ${user}: ${folders.join(', ')}.`,
      // The folder with the record comes last: while anything is left, it is told again.
      mend: `${asUser}${words.map((word) => `rm -rf -- ${word}`).join(' && ')}`,
    };
  });
}

/** What the user owns in it; folders may have lost their rights. From where that user may be, as find must get back. */
function emptied(folder: string, user: string): string {
  const inside = `sudo -u ${user} find ${folder} -mindepth 1 -user ${user}`;
  return `cd / && ${inside} -type d ! -perm -700 -exec chmod u+rwx {} ';'; ${inside} -delete; `;
}
