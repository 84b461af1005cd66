// A pid that really comes round again: in a pid namespace of its own, where root can have the kernel give a number away a second time.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../ports/bundle-program.ts';
import { GROUP, USERS, whyNoUsers } from './test-users.ts';

const NAMESPACE = ['--pid', '--fork', '--kill-child', '--mount-proc'];

function whyNot(): string | undefined {
  const why = whyNoUsers();
  if (why !== undefined) return why;
  const tried = spawnSync('unshare', [...NAMESPACE, 'sh', '-c', 'echo 100 > /proc/sys/kernel/ns_last_pid']);
  return tried.status === 0 ? undefined : 'this machine lets root make no pid namespace, or choose no number in it';
}

const skip = whyNot();

describe.skipIf(skip !== undefined)(
  `a number that another process has by now${skip === undefined ? '' : `, skipped: ${skip}`}`,
  () => {
    let results: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    const folder = mkdtempSync(join(tmpdir(), 'ojd-reused-'));
    const resultFile = join(folder, 'results.json');

    beforeAll(() => {
      const words = [process.execPath, bundleProgram('reused-pids'), resultFile, USERS.target, GROUP];
      // Whether the kernel gives the number again is no matter of ours: where it did not, in a new namespace.
      for (let attempt = 0; attempt < 3; attempt += 1) {
        // A shell as the first process of the namespace, which reaps what nobody waits for.
        spawnSync('unshare', [...NAMESPACE, 'sh', '-c', '"$@"; exit', 'sh', ...words], {
          stdio: 'ignore',
          timeout: 40_000,
        });
        const text = readFileSync(resultFile, 'utf8');
        results = JSON.parse(text) as typeof results;
        if (!text.includes('could not be had again')) return;
      }
    }, 120_000);
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const nobody = { remains: false, sent: [false, false, false, false], lives: true };

    test.each(['child_process', 'posix_spawn', 'sudo'])(
      '%s: a late signal to the process or its group reaches nobody',
      (port) => {
        expect(results[port]).toMatchObject({ afterTheEnd: nobody });
      },
    );

    test.each(['child_process', 'posix_spawn', 'sudo'])(
      '%s: neither when a member of the group outlived the leader',
      (port) => {
        expect(results[port]).toMatchObject({ afterTheLastOfTheGroup: nobody });
      },
    );

    test('sudo: neither when its beginning is heard of only then', () => {
      expect(results['sudo']).toMatchObject({
        beforeTheBeginningIsTold: { samePid: true, sent: [false, false, false, false], lives: true },
      });
    });

    test('sudo: neither when the end of the process was not told yet', () => {
      expect(results['sudo']).toMatchObject({ beforeTheEndIsTold: nobody });
    });
  },
);
