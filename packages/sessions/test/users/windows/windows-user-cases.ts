import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProgram } from '../../ports/bundle-program.ts';

/** A Windows, real or not, with a user for the actions. */
export interface WindowsWithUser {
  readonly name: string;
  /** Why it isn't there. */
  readonly skip: string | undefined;
  /** Makes the user; gives its name and the file that holds its password. Nothing, under Wine: there the user is the host. */
  readonly makeUser: (folder: string) => readonly string[];
  readonly removeUser: () => void;
  /** Runs a program with these arguments, by a Node for Windows. */
  readonly runNode: (...words: readonly string[]) => void;
  /** Users, access lists, passwords and CTRL_BREAK are more than names there. */
  readonly isReal: boolean;
}

/** What a session promises on Windows when its actions run as another user; `test/programs/windows-user-suite.ts` tries it there. */
export function windowsUserCases({ name, skip, makeUser, removeUser, runNode, isReal }: WindowsWithUser): void {
  const title = skip === undefined ? name : `${name} (skipped: ${skip})`;
  describe.skipIf(skip !== undefined)(`a session as another user on ${title}`, () => {
    let results: Readonly<Record<string, unknown>>;

    beforeAll(() => {
      const folder = mkdtempSync(join(tmpdir(), 'windows-user-'));
      const resultFile = join(folder, 'results.json');
      runNode(bundleProgram('windows-user-suite'), resultFile, ...makeUser(folder));
      results = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, unknown>;
      rmSync(folder, { recursive: true });
    }, 300_000);
    afterAll(() => removeUser());

    test('the host knows its own identifier and rights', () => {
      expect(results['ownSid']).toBe(true);
      expect(results['rights']).toBe(true);
    });

    test('the doctor names the rights that this host lacks, or says that it has them', () => {
      const named = expect.stringContaining('Replace a process level token');
      expect([
        expect.objectContaining({ state: 'ok', message: expect.stringContaining('may start processes') }),
        expect.objectContaining({ state: expect.stringMatching(/warning|problem/), message: named }),
      ]).toContainEqual(results['doctor']);
    });

    test('actions run as the user', () => {
      expect(results['whoRuns']).toEqual([true]);
    });

    test('they have the variables of the user and the session, and none of the host', () => {
      expect(results['variables']).toEqual({
        added: 'é by the session',
        secret: null,
        hasProfile: true,
        hasSystemRoot: true,
        directory: true,
      });
    });

    test('arguments arrive as they are', () => {
      expect(results['arguments']).toBe('same');
    });

    test('commands are found in the PATH of the user, and what is not found is told', () => {
      expect(results['foundByTheUsersPath']).toBe(3);
      expect(results['notFound']).toMatchObject({ kind: 'could-not-start', code: 'ENOENT' });
    });

    test('20,000 lines arrive, in order', () => {
      expect(results['manyLines']).toBe(true);
    });

    test('the user reads the embedded files and writes into the working directory', () => {
      expect(results['embeddedFile']).toEqual({ lines: ['embedded'], made: true });
    });

    test('nobody but the host and the user may enter the session’s folders', () => {
      // Wine keeps an access list as permissions of Linux: nobody but the owner is in it, and the system, which it always adds.
      const expected = isReal ? ['S-1', 'S-1', 'host'] : ['host', 'system'];
      const [directory, files] = (results['whoMayEnter'] as string[][]).map((list) =>
        list.map((who) => (who.startsWith('S-1-') ? 'S-1' : who)),
      );
      expect(directory).toEqual(expected);
      expect(files).toEqual(isReal ? ['S-1', 'host'] : expected);
    });

    test.runIf(isReal)('the user can neither change, remove nor replace what the host wrote', () => {
      expect(results['hostsFilesAreSafe']).toEqual(['done']);
    });

    test('TERMINATE ends the whole tree', () => {
      expect(results['terminate']).toEqual({ state: 'canceled', signal: 'SIGKILL' });
    });

    test('NOTIFY_THEN_TERMINATE asks by CTRL_BREAK within a console, and ends what can not be asked', () => {
      expect(results['notify']).toMatchObject({ state: 'canceled' });
    });

    test('what an action left running is ended with the session, and told', () => {
      expect(results['leftRunning']).toEqual({ escaped: [{ isIt: true, ended: true }], lives: false });
    });

    test('a time limit ends the action', () => {
      expect(results['timeLimit']).toBe('timeout');
    });

    test('what the user made is removed, and a junction leads nowhere', () => {
      expect(results['cleanUp']).toEqual({
        exitCode: 0,
        workingDirectoryState: 'removed',
        leftovers: [],
        windows: true,
      });
    });

    test('a logon token does as well as a password', () => {
      // Where the host has no right for it, the error says which.
      const isRefused = isReal && String(results['token']).includes('Replace a process level token');
      expect(isRefused ? 'refused, with the right' : results['token']).toEqual(
        isRefused ? 'refused, with the right' : { exitCode: 9, left: [] },
      );
    });

    test('the password is in no result and in no picture of the user or the session', () => {
      expect(results['secretIsNowhere']).toBe(true);
    });

    test.runIf(isReal)('a wrong password is told, and not shown', () => {
      expect(results['wrongPassword']).toContain('The name or the password is wrong.');
      expect(results['wrongPassword']).not.toContain('-wrong');
    });

    test('a user that was closed opens no session', () => {
      expect(results['closedUser']).toContain('was closed');
    });
  });
}
