// Where /proc shows everybody only their own processes (hidepid): in a pid namespace of its own, of which root mounts it so.
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { bundleProgram } from '../ports/bundle-program.ts';
import { GROUP, USERS, whyNoUsers } from './test-users.ts';

const HIDDEN = ['--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c'];
const HIDE = 'mount -o remount,hidepid=2 /proc';

function whyNot(): string | undefined {
  const why = whyNoUsers();
  if (why !== undefined) return why;
  return spawnSync('unshare', [...HIDDEN, HIDE]).status === 0 ? undefined : 'this machine lets root hide no processes';
}

const skip = whyNot();

test.skipIf(skip !== undefined)(
  `a session of which the host sees no process ends what was canceled, and what escaped${skip === undefined ? '' : `, skipped: ${skip}`}`,
  () => {
    const asHost = `setpriv --reuid ${USERS.host} --regid ${USERS.host} --init-groups env HOME=/home/${USERS.host}`;
    const words = [process.execPath, bundleProgram('hidden-processes'), USERS.target, GROUP];
    const { stdout, stderr } = spawnSync('unshare', [...HIDDEN, `${HIDE} && ${asHost} "$@"; exit`, 'sh', ...words], {
      encoding: 'utf8',
      timeout: 40_000,
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      visible: 1,
      exitCode: 3,
      // Its name is hidden, too.
      escaped: [{ pid: expect.any(Number), command: '', ended: true }],
      workingDirectoryState: 'removed',
      state: 'canceled',
      signals: [expect.objectContaining({ signal: 'SIGKILL', target: 'group', delivered: true })],
    });
  },
);
