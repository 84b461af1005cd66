import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { Session, type ActionHandle, type SessionOptions } from '@ojd/sessions';
import { FakeSpawner, VirtualClock } from '@ojd/sessions/testing';

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ojd-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A session with real processes in a folder of its own, closed after the test. */
export async function realSession(options: SessionOptions = {}): Promise<Session> {
  const sessionRoot = options.sessionRoot ?? (await temporaryFolder());
  const session = await Session.create({ sessionId: 'test', ...options, sessionRoot });
  onTestFinished(async () => {
    await session.close();
  });
  return session;
}

/** A session whose time and processes the test controls. */
export async function fakeSession(
  options: SessionOptions = {},
): Promise<{ session: Session; clock: VirtualClock; spawner: FakeSpawner }> {
  const clock = new VirtualClock();
  const spawner = new FakeSpawner();
  const session = await realSession({ ...options, ports: { spawn: spawner, clock, ...options.ports } });
  return { session, clock, spawner };
}

/** The lines that the action's process printed. */
export async function outputOf(action: ActionHandle): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of action) {
    if (event.type === 'log' && event.content === 'command-output') lines.push(event.text);
  }
  return lines;
}

/** Whether a process runs. One that ended counts as gone even before the system's first process has taken note of it. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    if (process.platform !== 'linux') return true;
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
