import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { SpawnPortName } from '../../src/processes/choose-spawn.ts';
import { bundleProgram } from './bundle-program.ts';

/** A Windows, real or not, that the cases run on. */
export interface WindowsUnderTest {
  readonly name: string;
  /** Why it isn't there. */
  readonly skip: string | undefined;
  /** Runs a program with these arguments in a console, by a Node for Windows. */
  readonly runNode: (...words: readonly string[]) => void;
  /** CTRL_BREAK works between the processes of a console. */
  readonly hasCtrlBreak: boolean;
}

const PORTS = [
  // Without the system's own calls: nobody can be asked, and taskkill finds only those whose parents live.
  { port: 'child_process', asks: false, holdsDescendants: false },
  { port: 'create_process', asks: true, holdsDescendants: true },
] as const satisfies readonly { port: SpawnPortName; asks: boolean; holdsDescendants: boolean }[];

/** The contract of a spawn port on Windows; `test/programs/windows-suite.ts` tries it there, and here is what it must have seen. */
export function windowsSpawnCases({ name, skip, runNode, hasCtrlBreak }: WindowsUnderTest): void {
  const title = skip === undefined ? name : `${name} (skipped: ${skip})`;
  describe.skipIf(skip !== undefined).each(PORTS)(
    `spawn port $port on ${title}`,
    ({ port, asks, holdsDescendants }) => {
      let results: Readonly<Record<string, unknown>>;

      beforeAll(() => {
        const folder = mkdtempSync(join(tmpdir(), 'windows-'));
        const resultFile = join(folder, 'results.json');
        runNode(bundleProgram('windows-suite'), port, resultFile);
        results = JSON.parse(readFileSync(resultFile, 'utf8')) as Record<string, unknown>;
        rmSync(folder, { recursive: true });
      }, 300_000);

      test('arguments arrive as they are, whatever quotes and backslashes they hold', () => {
        expect(results['arguments']).toBe('same');
      });

      test('a batch file is found by PATHEXT in the working directory and run by cmd.exe, quoted for it', () => {
        expect(results['batchFile']).toEqual({ text: 'first "a b" second "c&d"', exitCode: 7 });
      });

      test('stdout and stderr arrive in the order written', () => {
        expect(results['order']).toBe('in order');
      });

      test('stdin is empty', () => {
        expect(results['stdinIsEmpty']).toBe('bytes 0');
      });

      test('the names of variables have no case: the last of two counts', () => {
        expect(results['environment']).toEqual(['last', 'a\nb']);
      });

      test('exit codes are reported', () => {
        expect(results['exitCodes']).toEqual([
          [0, null],
          [3, null],
          [255, null],
        ]);
      });

      test('a command that is not found and a directory that does not exist are typed errors', () => {
        expect(results['noSuchCommand']).toEqual({ code: 'ENOENT', subject: 'command' });
        expect(results['noSuchDirectory']).toEqual({ code: 'ENOENT', subject: 'workingDirectory' });
        expect(results['notAProgram']).toBe('ENOEXEC');
      });

      test('the whole tree is ended', () => {
        expect(results['groupIsEnded']).toEqual({ sent: true, exitCode: null, signal: 'SIGKILL' });
      });

      test('a process that outlives its parent can be ended only through the job object', () => {
        const [remained, remains] = holdsDescendants ? [true, false] : ['not known', 'not known'];
        expect(results['survivorsAreEnded']).toEqual({
          exitCode: 5,
          leader: false,
          sent: holdsDescendants,
          remained,
          remains,
        });
      });

      test('CTRL_BREAK asks the leader, where it can be sent', () => {
        expect(results['asked']).toEqual(
          asks && hasCtrlBreak ? { sent: true, exitCode: 42 } : { sent: false, exitCode: null },
        );
      });

      test('nobody is signalled when nobody is left', () => {
        expect(results['nobodyLeft']).toEqual([false, false, false]);
      });
    },
  );
}
