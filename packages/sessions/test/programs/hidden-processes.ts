// Runs as the host user where the system hides the processes of others. It prints what it saw as JSON.
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PosixSessionUser, Session } from '@ojd/sessions';

const [, , user = '', group = ''] = process.argv;
const sessionRoot = mkdtempSync(join(tmpdir(), 'ojd-hidden-'));
chmodSync(sessionRoot, 0o755);
const open = () => Session.create({ user: new PosixSessionUser({ user, group }), sessionRoot });

const first = await open();
const visible = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length;
const script = 'setsid sleep 300 >/dev/null 2>&1 & sleep 0.2; exit 3';
const { exitCode } = await first.runSubprocess({ command: 'sh', args: ['-c', script] });
const { escaped, workingDirectoryState } = await first.close();

const second = await open();
const action = second.runSubprocess({ command: 'sleep', args: ['300'] });
setTimeout(() => action.cancel({ timeLimitMs: 0 }), 300);
const { state, cancel } = await action;
await second.close();
rmSync(sessionRoot, { recursive: true, force: true });
process.stdout.write(
  JSON.stringify({ visible, exitCode, escaped, workingDirectoryState, state, signals: cancel?.signals }),
);
