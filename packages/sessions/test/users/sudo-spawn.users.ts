import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PosixSessionUser } from '@ojd/sessions';
import type { SessionUserPort } from '../../src/ports/session-user.ts';
import { openPosixUser, shareFolder } from '../../src/users/posix/open-posix-user.ts';
import { run, shell } from '../ports/run-process.ts';
import { spawnPortSuite } from '../ports/spawn-port-suite.ts';
import { becomeHost, GROUP, USERS } from './test-users.ts';

const skip = becomeHost();
let acting: SessionUserPort | undefined;
let root = '';

// What is /bin/sh elsewhere: bash on Red Hat, SUSE and Arch. It behaves as sh where it is called so.
const SHELLS = { 'the sh of the system': '/bin/sh', bash: '/bin/bash' };

for (const [shellName, program] of Object.entries(SHELLS)) {
  const missing = existsSync(program) ? undefined : `${program} is missing`;
  spawnPortSuite({
    name: `sudo, with ${shellName}`,
    makePort: async () => {
      root = mkdtempSync(join(tmpdir(), 'ojd-sudo-'));
      chmodSync(root, 0o755);
      const user = new PosixSessionUser({ user: USERS.target, group: GROUP });
      const workingDirectory = mkdtempSync(join(root, 's-'));
      const groupId = await shareFolder(workingDirectory, GROUP);
      const sh = join(root, 'sh');
      symlinkSync(program, sh);
      acting = await openPosixUser({ user, groupId, root, workingDirectory, shell: sh });
      const { spawn } = acting;
      // All helpers that it will ever have.
      await Promise.all(Array.from({ length: 4 }, () => run(spawn, shell('sleep 0.5'))));
      return spawn;
    },
    closePort: async () => {
      await acting?.close();
      rmSync(root, { recursive: true, force: true });
    },
    folderMode: 0o755,
    skip: skip ?? missing,
    closesInheritedDescriptors: true,
    reportsUsage: false,
    spareDescriptors: 0,
    asAnotherUser: true,
  });
}
