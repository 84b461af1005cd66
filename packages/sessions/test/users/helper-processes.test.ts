import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, test } from 'vitest';
import { readProcStat } from '../../src/processes/proc-files.ts';
import { greetedProcesses } from '../../src/users/posix/helper-processes.ts';

describe.skipIf(process.platform === 'win32')('the processes that a helper names', () => {
  let top: ChildProcess | undefined;
  afterEach(async () => {
    if (top?.pid === undefined) return;
    process.kill(-top.pid, 'SIGKILL');
    if (top.exitCode === null && top.signalCode === null) await once(top, 'close');
  });

  /** Starts a shell with one child and one grandchild. */
  async function family(): Promise<Record<'top' | 'child' | 'grandchild', number>> {
    top = spawn('/bin/sh', ['-c', `sh -c 'sleep 60 & echo $$ $!; wait; true' & wait; true`], {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [said] = (await once(top.stdout as NonNullable<typeof top.stdout>, 'data')) as [Buffer];
    const [child = 0, grandchild = 0] = said.toString().trim().split(' ').map(Number);
    return { top: top.pid ?? 0, child, grandchild };
  }

  const named = (loginShell: number, shell: number, reader: number, starter: number) => ({
    loginShell: String(loginShell),
    shell: String(shell),
    reader: String(reader),
    starter: String(starter),
  });

  test('are taken when they are the process of sudo, or below it', async () => {
    const { top: sudo, child, grandchild } = await family();
    const process = (pid: number) => ({ pid, startTicks: readProcStat(pid)?.startTicks });
    expect(greetedProcesses(named(sudo, child, grandchild, grandchild), sudo)).toEqual({
      loginShell: process(sudo),
      shell: process(child),
      reader: process(grandchild),
      starter: process(grandchild),
    });
  });

  test('are waited for until all are known', () => {
    expect(greetedProcesses({ loginShell: '2', shell: '3', reader: '4' }, 2)).toBeUndefined();
  });

  test('without a login’s shell begin with the shell', async () => {
    const { top: sudo, child, grandchild } = await family();
    const said = named(process.pid, child, grandchild, grandchild);
    expect(greetedProcesses(said, sudo)).toMatchObject({ loginShell: { pid: child } });
  });

  // What is below process 1 is every process of the machine: all those of the user would be ended with the helper.
  test.each([
    { slot: 'loginShell', what: 'process 1', pid: 1 },
    { slot: 'reader', what: 'process 1', pid: 1 },
    { slot: 'shell', what: 'every process', pid: -1 },
    { slot: 'starter', what: 'no process', pid: 0 },
    { slot: 'reader', what: 'no number', pid: Number.NaN },
    { slot: 'reader', what: 'this program', pid: process.pid },
    { slot: 'loginShell', what: 'the parent of this program', pid: process.ppid },
  ])('are refused when the $slot is $what', async ({ slot, pid }) => {
    const { top: sudo, child, grandchild } = await family();
    const said = { ...named(sudo, child, grandchild, grandchild), [slot]: String(pid) };
    expect(() => greetedProcesses(said, sudo)).toThrow('one of its processes was ended while it started');
  });

  test('are refused when one has started at another time than was said: its number was given away', async () => {
    const { top: sudo, child } = await family();
    const startTicks = readProcStat(child)?.startTicks ?? 0;
    const said = (ticks: number) => ({ ...named(sudo, child, child, child), shell: `${child}:${ticks}` });
    expect(greetedProcesses(said(startTicks), sudo)).toMatchObject({ shell: { pid: child, startTicks } });
    expect(() => greetedProcesses(said(startTicks - 1), sudo)).toThrow('one of its processes was ended');
  });

  test('are refused when one was orphaned', async () => {
    const { top: sudo, child, grandchild } = await family();
    process.kill(child, 'SIGKILL');
    await expect
      .poll(() => {
        try {
          greetedProcesses(named(sudo, sudo, sudo, grandchild), sudo);
          return 'taken';
        } catch {
          return 'refused';
        }
      })
      .toBe('refused');
  });
});
