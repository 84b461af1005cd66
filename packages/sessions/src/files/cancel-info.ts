import fs from 'node:fs';
import type { SessionFolders } from './working-directory.ts';
import { freshName, modeFor } from './write-file.ts';

/**
 * Tells the processes of a session when their notify period ends (How Jobs Are Run, "NOTIFY_THEN_TERMINATE"). Synchronous, so that the file is
 * there before the signal, and by a rename, so that nobody reads half of it.
 */
export function writeCancelInfo({ holdWorkingDirectory, access }: SessionFolders, notifyEndsAtMs: number): void {
  // The format of the specification has whole seconds; rounded up, so that no process gives up early.
  const notifyEnd = new Date(Math.ceil(notifyEndsAtMs / 1000) * 1000).toISOString().replace('.000Z', 'Z');
  const folder = holdWorkingDirectory();
  try {
    const draft = folder.entry(freshName());
    const descriptor = fs.openSync(draft, 'wx', 0o600);
    try {
      fs.writeFileSync(descriptor, `${JSON.stringify({ NotifyEnd: notifyEnd })}\n`);
      if (access.groupId !== undefined) fs.fchownSync(descriptor, -1, access.groupId);
      fs.fchmodSync(descriptor, modeFor(access, 0o600));
    } finally {
      fs.closeSync(descriptor);
    }
    fs.renameSync(draft, folder.entry('cancel_info.json'));
  } finally {
    folder.release();
  }
}
