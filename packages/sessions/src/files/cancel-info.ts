import fs from 'node:fs';
import path from 'node:path';
import type { FileAccess } from '../ports/session-user.ts';
import { modeFor } from './write-file.ts';

/**
 * Tells the processes of a session when their notify period ends (How Jobs Are Run, "NOTIFY_THEN_TERMINATE"). Synchronous, so that the file is
 * there before the signal, and by a rename, so that nobody reads half of it.
 */
export function writeCancelInfo(workingDirectory: string, notifyEndsAtMs: number, access: FileAccess = {}): void {
  const file = path.join(workingDirectory, 'cancel_info.json');
  const draft = path.join(workingDirectory, `.cancel_info.${process.pid}.json`);
  // The format of the specification has whole seconds; rounded up, so that no process gives up early.
  const notifyEnd = new Date(Math.ceil(notifyEndsAtMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  fs.rmSync(draft, { force: true });
  const descriptor = fs.openSync(draft, 'wx', 0o600);
  try {
    fs.writeFileSync(descriptor, `${JSON.stringify({ NotifyEnd: notifyEnd })}\n`);
    if (access.groupId !== undefined) fs.fchownSync(descriptor, -1, access.groupId);
    fs.fchmodSync(descriptor, modeFor(access, 0o600));
  } finally {
    fs.closeSync(descriptor);
  }
  fs.renameSync(draft, file);
}
