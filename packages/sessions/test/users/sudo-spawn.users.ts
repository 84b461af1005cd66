import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PosixSessionUser } from '@ojd/sessions';
import type { SpawnPort } from '../../src/ports/spawn.ts';
import { descendantsOf } from '../../src/processes/proc-files.ts';
import { openPosixUser, shareFolder } from '../../src/users/posix/open-posix-user.ts';
import { run, shell } from '../ports/run-process.ts';
import { spawnPortSuite } from '../ports/spawn-port-suite.ts';
import { becomeHost, GROUP, USERS } from './test-users.ts';

const skip = becomeHost();
let closePort = (): Promise<void> => Promise.resolve();

/** @param program the shell, which is called as sh. */
async function openPort(program: string): Promise<{ readonly port: SpawnPort; readonly close: () => Promise<void> }> {
  const root = mkdtempSync(join(tmpdir(), 'ojd-sudo-'));
  chmodSync(root, 0o755);
  const user = new PosixSessionUser({ user: USERS.target, group: GROUP });
  const workingDirectory = mkdtempSync(join(root, 's-'));
  const groupId = await shareFolder(workingDirectory, GROUP);
  const sh = join(root, 'sh');
  symlinkSync(program, sh);
  const acting = await openPosixUser({ user, groupId, root, workingDirectory, shell: sh });
  return {
    port: acting.spawn,
    close: async () => {
      await acting.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

// What is /bin/sh elsewhere: bash on Red Hat, SUSE and Arch, busybox on Alpine. They behave as sh where they are called so.
const SHELLS = { 'the sh of the system': '/bin/sh', bash: '/bin/bash', busybox: '/bin/busybox' };

test.skipIf(skip !== undefined)(
  'however many processes are started at once, there are at most four helpers',
  async () => {
    const { port, close } = await openPort('/bin/sh');
    let most = 0;
    const looking = setInterval(() => (most = Math.max(most, helpers())), 20);
    const ran = await Promise.all(
      Array.from({ length: 14 }, (_, index) => run(port, shell(`sleep 0.3; echo ${index}`))),
    );
    clearInterval(looking);
    expect(ran.map(({ text }) => Number(text))).toEqual(Array.from({ length: 14 }, (_, index) => index));
    expect(most).toBe(4);
    await close();
  },
);

/** Runs of sudo that this program has started. */
function helpers(): number {
  return descendantsOf([process.pid]).filter(({ name, parent }) => name === 'sudo' && parent === process.pid).length;
}

for (const [shellName, program] of Object.entries(SHELLS)) {
  const missing = existsSync(program) ? undefined : `${program} is missing`;
  spawnPortSuite({
    name: `sudo, with ${shellName}`,
    makePort: async () => {
      const opened = await openPort(program);
      closePort = opened.close;
      // All helpers that it will ever have.
      await Promise.all(Array.from({ length: 4 }, () => run(opened.port, shell('sleep 0.5'))));
      return opened.port;
    },
    closePort: () => closePort(),
    folderMode: 0o755,
    skip: skip ?? missing,
    closesInheritedDescriptors: true,
    reportsUsage: false,
    spareDescriptors: 0,
    asAnotherUser: true,
  });
}
