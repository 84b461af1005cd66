import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildProgram, noTerminal, openjdOnTerminal, type RunningProgram, runs, startOpenjd } from './openjd.ts';

let folder: string;
beforeAll(() => {
  buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'openjd-interrupt-'));
  writeFileSync(join(folder, 'polite.json'), template('TERMINATE'));
  writeFileSync(join(folder, 'slow-exit.json'), slowTemplate('true', 'sleep 1000'));
  writeFileSync(join(folder, 'slow-enter.json'), slowTemplate('sleep 1000', 'true'));
  writeFileSync(join(folder, 'stubborn.json'), template('NOTIFY_THEN_TERMINATE'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sh = (script: string): object => ({ command: 'sh', args: ['-c', script] });

/** A Task that goes on for ever, with a child of its own, between two Environments. */
function template(mode: string): string {
  const environment = (name: string): object => ({
    name,
    script: { actions: { onEnter: sh(`echo ENTERED ${name}`), onExit: sh(`echo EXITED ${name}`) } },
  });
  const cancelation = mode === 'TERMINATE' ? { mode } : { mode, notifyPeriodInSeconds: 120 };
  return JSON.stringify({
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Endless',
    jobEnvironments: [environment('Outer')],
    steps: [
      {
        name: 'Forever',
        stepEnvironments: [environment('Inner')],
        script: {
          actions: {
            onRun: {
              ...sh(`trap 'echo GOT "TERM"' TERM; sleep 1000 & echo "TASK $$ CHILD $!"; while :; do wait; done`),
              cancelation,
            },
          },
        },
      },
    ],
  });
}

/** An endless Task; entering the outer Environment and exiting the inner one wait for `enter` and `exit`. */
function slowTemplate(enter: string, exit: string): string {
  const environment = (name: string, onEnter: string, onExit: string): object => ({
    name,
    script: {
      actions: { onEnter: sh(`echo ENTERING ${name}; ${onEnter}`), onExit: sh(`echo EXITING ${name} $$; ${onExit}`) },
    },
  });
  return JSON.stringify({
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Slow',
    jobEnvironments: [environment('Outer', enter, 'true')],
    steps: [
      {
        name: 'Forever',
        stepEnvironments: [environment('Inner', 'true', exit)],
        script: { actions: { onRun: sh('echo TASK; sleep 1000') } },
      },
    ],
  });
}

async function pidsOf(program: RunningProgram): Promise<readonly number[]> {
  const [, task, child] = await program.waitFor(/TASK (\d+) CHILD (\d+)/);
  return [Number(task), Number(child)];
}

const reason = noTerminal();

describe.skipIf(reason !== undefined)(
  `Ctrl-C on a terminal${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  () => {
    test('once: the Task is canceled, the Environments are exited, no process is left, the exit code is 130', async () => {
      const program = openjdOnTerminal(['run', join(folder, 'polite.json')]);
      const pids = await pidsOf(program);
      program.pressCtrlC();
      const { exitCode, stdout } = await program.end;
      expect(stdout).toContain('SIGINT received: canceling what runs, then every Environment is exited.');
      expect(stdout.indexOf('EXITED Inner')).toBeGreaterThan(0);
      expect(stdout.indexOf('EXITED Outer')).toBeGreaterThan(stdout.indexOf('EXITED Inner'));
      expect(stdout).toContain('Session interrupted by SIGINT');
      expect(exitCode).toBe(130);
      expect(pids.filter(runs)).toEqual([]);
    });

    test('twice: a Task that was notified and goes on is ended at once, and the Environments are exited', async () => {
      const program = openjdOnTerminal(['run', join(folder, 'stubborn.json')]);
      const pids = await pidsOf(program);
      program.pressCtrlC();
      await program.waitFor(/GOT TERM/);
      expect(runs(pids[0] ?? 0)).toBe(true);
      program.pressCtrlC();
      const { exitCode, stdout } = await program.end;
      expect(stdout).toContain('SIGINT received again: ending the running action at once.');
      expect(stdout).toMatch(/EXITED Inner[^]*EXITED Outer/);
      expect(stdout).toContain('Session interrupted by SIGINT; every Environment was exited');
      expect(exitCode).toBe(130);
      expect(pids.filter(runs)).toEqual([]);
    });

    test('again while an Environment is exited: that exit is cut short, the outer one still runs, and the result says so', async () => {
      const program = openjdOnTerminal(['run', join(folder, 'slow-exit.json')]);
      await program.waitFor(/TASK/);
      program.pressCtrlC();
      const [, pid] = await program.waitFor(/EXITING Inner (\d+)/);
      program.pressCtrlC();
      const { exitCode, stdout } = await program.end;
      expect(stdout).toContain('SIGINT received again: cutting the running exit short.');
      expect(stdout).toContain("Session interrupted by SIGINT; exited: 'Outer'; exit cut short: 'Inner'");
      expect(stdout).not.toContain('every Environment was exited');
      expect(exitCode).toBe(130);
      expect([Number(pid)].filter(runs)).toEqual([]);
    });

    test('while an Environment is entered: it is exited all the same', async () => {
      const program = openjdOnTerminal(['run', join(folder, 'slow-enter.json')]);
      await program.waitFor(/ENTERING Outer/);
      program.pressCtrlC();
      const { exitCode, stdout } = await program.end;
      expect(stdout).toMatch(/EXITING Outer/);
      expect(stdout).toContain('every Environment was exited');
      expect(stdout).not.toContain('TASK');
      expect(exitCode).toBe(130);
    });
  },
);

test('a closed terminal (SIGHUP) leaves nothing behind either', async () => {
  const program = startOpenjd(['run', join(folder, 'polite.json')]);
  const pids = await pidsOf(program);
  program.kill('SIGHUP');
  const { exitCode, stdout } = await program.end;
  expect(stdout).toMatch(/EXITED Inner[^]*EXITED Outer/);
  expect(exitCode).toBe(129);
  expect(pids.filter(runs)).toEqual([]);
});

test('SIGTERM does what Ctrl-C does, and the exit code is 143', async () => {
  const program = startOpenjd(['run', join(folder, 'polite.json'), '--output', 'json']);
  const pids = await pidsOf(program);
  program.kill('SIGTERM');
  const { exitCode, stdout } = await program.end;
  expect(JSON.parse(stdout)).toMatchObject({
    status: 'error',
    interrupted_by: 'SIGTERM',
    failures: [{ action: 'run-task', name: 'Forever', state: 'canceled' }],
    steps: [{ name: 'Forever', state: 'canceled' }],
  });
  expect(stdout).toMatch(/EXITED Inner[^]*EXITED Outer/);
  expect(exitCode).toBe(143);
  expect(pids.filter(runs)).toEqual([]);
});
