// What the tests of sessions as another user share.
import { chmodSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, onTestFinished } from 'vitest';
import { PosixSessionUser, Session, type ActionHandle, type SessionOptions } from '@ojd/sessions';
import { GROUP, USERS } from './test-users.ts';

export const target: PosixSessionUser = new PosixSessionUser({ user: USERS.target, group: GROUP });

/** A folder for sessions that the target may pass through; gone after the test. */
export function sessionRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'ojd-users-'));
  chmodSync(root, 0o755);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  return root;
}

const sessions = new Set<Session>();

/** To be called by a suite: its sessions end before it is looked for what they left running. */
export function closeSessionsAfterEach(): void {
  afterEach(async () => {
    await Promise.all([...sessions].map((session) => session.close()));
    sessions.clear();
  });
}

/** A session of the target user. */
export async function userSession(options: SessionOptions = {}): Promise<Session> {
  const session = await Session.create({ user: target, sessionRoot: sessionRoot(), ...options });
  sessions.add(session);
  return session;
}

/** The lines that the action's process printed. */
export async function linesOf(action: ActionHandle): Promise<string[]> {
  const lines: string[] = [];
  for await (const event of action) {
    if (event.type === 'log' && event.content === 'command-output') lines.push(event.text);
  }
  return lines;
}

/** The first line that the action prints; it runs on. */
export async function firstLine(action: ActionHandle): Promise<string> {
  for await (const event of action) {
    if (event.type === 'log' && event.content === 'command-output') return event.text;
  }
  throw new Error('It printed nothing.');
}

/** Processes that run: pid and owner. */
export function processesOf(user: number): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      const status = statusOf(pid);
      return status !== undefined && status.user === user && status.state !== 'Z';
    });
}

function statusOf(pid: number): { readonly user: number; readonly state: string } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/status`, 'utf8');
    return { user: Number(/^Uid:\t(\d+)/m.exec(text)?.[1]), state: /^State:\t(\w)/m.exec(text)?.[1] ?? '' };
  } catch {
    return undefined;
  }
}

/** Polls, for what the system tells nobody about. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 8_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited 8 s in vain for: ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  }
}
