import { Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { SocketOutput } from '../../src/processes/output-pipe.ts';
import { WindowsJobProcess } from '../../src/processes/windows-spawn/create-process.ts';
import type { Win32 } from '../../src/processes/windows-spawn/win32.ts';

/** A process 4711 (handle 1) in a job (handle 2) of a Windows that records what is asked of it. */
function start({ hasConsole = true, sharesConsole = true } = {}) {
  const calls: string[] = [];
  const state: { exitCode: number | undefined; members: number } = { exitCode: undefined, members: 1 };
  const record = (call: string, answer: boolean) => {
    calls.push(call);
    return answer;
  };
  const win32: Win32 = {
    open: () => 0,
    create: () => ({ pid: 4711, process: 1, job: 2, sharesConsole }),
    close: (handle) => void calls.push(`close ${handle}`),
    createJob: () => 3,
    processesIn: () => Array.from({ length: state.members }, (_, index) => 4712 + index),
    exitCode: () => state.exitCode,
    terminateProcess: (handle) => {
      state.exitCode ??= 1;
      return record(`terminate process ${handle}`, true);
    },
    terminateJob: (handle) => {
      state.exitCode ??= 1;
      return record(`terminate job ${handle}`, state.members > 0);
    },
    sendCtrlBreak: (pid) => record(`ctrl-break ${pid}`, hasConsole),
    ensureConsole: () => undefined,
  };
  const pipe = new Socket();
  const started = new WindowsJobProcess(win32.create({} as never), new SocketOutput(pipe), win32);
  return { started, calls, state, endOutput: () => pipe.destroy() };
}

describe('a process in a job object', () => {
  test('SIGTERM is CTRL_BREAK to its group, and its own exit code is reported', async () => {
    const { started, calls, state } = start();
    expect(started.signal('leader', 'SIGTERM')).toBe(true);
    expect(calls).toEqual(['ctrl-break 4711']);
    state.exitCode = 42;
    expect(await started.exit).toEqual({ exitCode: 42, signal: null });
  });

  test('without a console nobody can be asked, which the caller is told', () => {
    expect(start({ hasConsole: false }).started.signal('leader', 'SIGTERM')).toBe(false);
  });

  test('who has a console of its own is never sent the CTRL_BREAK of ours', () => {
    const { started, calls } = start({ sharesConsole: false });
    expect(started.signal('leader', 'SIGTERM')).toBe(false);
    expect(calls).toEqual([]);
  });

  test('SIGKILL to the group ends the job, and the exit says so as on POSIX', async () => {
    const { started, calls } = start();
    expect(started.signal('group', 'SIGKILL')).toBe(true);
    expect(await started.exit).toEqual({ exitCode: null, signal: 'SIGKILL' });
    expect(calls).toEqual(['terminate job 2']);
  });

  test('descendants that outlive it are ended by the job', async () => {
    const { started, calls, state } = start();
    state.exitCode = 0;
    expect(await started.exit).toEqual({ exitCode: 0, signal: null });
    expect(started.signal('leader', 'SIGKILL')).toBe(false);
    expect(started.signal('leader', 'SIGTERM')).toBe(false);
    expect(started.signal('group', 'SIGKILL')).toBe(true);
    expect(calls).toEqual(['terminate job 2']);
  });

  test('it knows whether members of its job outlive it', async () => {
    const { started, state } = start();
    expect(started.groupRemains()).toBe(false); // not yet: it runs itself
    state.exitCode = 0;
    await started.exit;
    expect(started.groupRemains()).toBe(true);
    state.members = 0;
    expect(started.groupRemains()).toBe(false);
  });

  test('its handles are given back once it and its output have ended, and nothing is asked of them afterwards', async () => {
    const { started, calls, state, endOutput } = start();
    state.exitCode = 0;
    await started.exit;
    expect(calls).toEqual([]);
    const ended = new Promise<void>((resolve) => {
      started.output.onEnd(resolve);
    });
    endOutput();
    await ended;
    expect(calls).toEqual(['close 1', 'close 2']);
    expect(started.signal('group', 'SIGKILL')).toBe(false);
    expect(calls).toHaveLength(2);
  });
});
