// Run by guards.test.ts, never by itself: each test here does what a guard forbids, or something close to it that is allowed.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

const forever = ['-e', 'setInterval(() => {}, 1000)'];

test('prints with console.log', () => {
  console.log('left over from debugging'); // oxlint-disable-line no-console
});

test('prints to stderr', () => {
  process.stderr.write('a stray line\n');
});

test('raises a process warning', async () => {
  process.emitWarning('too many listeners');
  await new Promise((resolve) => setImmediate(resolve));
});

test('allowed: prints what it asked for', () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.stdout.write('asked for');
  expect(write).toHaveBeenCalledWith('asked for');
});

test('leaks a child', () => {
  spawn(process.execPath, forever);
});

test('allowed: waits for its child', async () => {
  await once(spawn(process.execPath, ['-e', '']), 'exit');
});

beforeAll(() => {
  const shared = spawn(process.execPath, forever);
  afterAll(async () => {
    shared.kill();
    await once(shared, 'exit');
  });
});

test('allowed within a test: a grandchild outlives its parent', () => {
  const script = `require('child_process').spawn(process.execPath, ${JSON.stringify(forever)}, { detached: true, stdio: 'ignore' }).unref()`;
  expect(spawnSync(process.execPath, ['-e', script]).status).toBe(0);
});
