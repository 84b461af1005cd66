import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { childProcessSpawn } from '../../src/processes/child-process-spawn.ts';
import { endEscaped, findEscaped } from '../../src/processes/escaped-processes.ts';
import { finished, readUntil, shell } from '../ports/run-process.ts';

// Only Linux shows the environment of a process.
describe.skipIf(process.platform !== 'linux')('escaped processes', () => {
  const port = childProcessSpawn();
  let workingDirectory: string;
  beforeEach(() => {
    workingDirectory = mkdtempSync(join(tmpdir(), 'escaped-'));
  });
  afterEach(() => {
    rmSync(workingDirectory, { recursive: true, force: true });
  });

  const startIn = async (actionId: string, script: string) => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      OPENJD_SESSION_WORKING_DIR: workingDirectory,
      OJD_ACTION_ID: actionId,
    };
    const started = await port.spawn({ ...shell(`${script}\necho ready`), env });
    await readUntil(started, 'ready');
    await started.exit;
    // The shell has forked, but the program may not have been executed yet.
    await vi.waitFor(async () => {
      const found = await findEscaped({ workingDirectory, actionId });
      expect(found.some(({ command }) => command === 'sleep')).toBe(true);
    });
    return started;
  };

  test('a daemon in a session of its own is found, ended and reported, though its parents are gone and its output is closed', async () => {
    const started = await startIn('one', 'setsid sh -c "sleep 60 & sleep 60" > /dev/null 2>&1 < /dev/null &');
    await vi.waitFor(async () => {
      const found = await findEscaped({ workingDirectory });
      expect(found.map(({ command }) => command).toSorted()).toEqual(['sh', 'sleep', 'sleep']);
    });
    expect(started.signal('group', 'SIGKILL')).toBe(false); // it left the group
    const ended = await endEscaped({ workingDirectory });
    expect(ended).toHaveLength(3);
    expect(ended.every((process) => process.ended)).toBe(true);
    expect(await endEscaped({ workingDirectory })).toEqual([]);
  });

  test('what another action of the session left behind is not touched', async () => {
    const one = await startIn('one', 'setsid sleep 60 > /dev/null 2>&1 &');
    const two = await startIn('two', 'setsid sleep 60 > /dev/null 2>&1 &');
    const [ofOne] = await endEscaped({ workingDirectory, actionId: 'one' });
    expect(ofOne).toMatchObject({ command: 'sleep', ended: true });
    const rest = await findEscaped({ workingDirectory });
    expect(rest).toHaveLength(1);
    await endEscaped({ workingDirectory, actionId: 'two' });
    expect([one, two].map((started) => started.signal('group', 'SIGKILL'))).toEqual([false, false]);
  });

  test('a session whose directory only begins alike is not touched', async () => {
    await startIn('one', 'setsid sleep 60 > /dev/null 2>&1 &');
    expect(await findEscaped({ workingDirectory: workingDirectory.slice(0, -1) })).toEqual([]);
    expect(await findEscaped({ workingDirectory, actionId: 'on' })).toEqual([]);
    expect(await endEscaped({ workingDirectory })).toHaveLength(1);
  });

  test('one that forks on and on is ended with all its children', async () => {
    await startIn(
      'one',
      'setsid sh -c "while :; do sleep 0.001; setsid sleep 60 & sleep 0.01; done" > /dev/null 2>&1 &',
    );
    const ended = await endEscaped({ workingDirectory });
    expect(ended.length).toBeGreaterThan(0);
    expect(await findEscaped({ workingDirectory })).toEqual([]);
  });

  test('one that keeps becoming another program, and shows no environment meanwhile, is found', async () => {
    // `exec` of itself, for ever: with hardly a moment in which it is not between two programs.
    const chameleon = join(workingDirectory, 'chameleon');
    writeFileSync(chameleon, '#!/bin/sh\nexec "$0"\n', { mode: 0o755 });
    const env = { PATH: process.env['PATH'] ?? '', OPENJD_SESSION_WORKING_DIR: workingDirectory };
    for (let round = 0; round < 20; round++) {
      const started = await port.spawn({
        ...shell(`setsid ${chameleon} >/dev/null 2>&1 & sleep 0.02; echo ready`),
        env,
      });
      await finished(started);
      expect(await endEscaped({ workingDirectory })).toMatchObject([{ ended: true }]);
    }
  });
});
