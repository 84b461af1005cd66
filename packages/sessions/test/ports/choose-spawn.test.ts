import { expect, test } from 'vitest';
import { chooseSpawnPort } from '../../src/processes/choose-spawn.ts';
import { loadLibC } from '../../src/processes/posix-spawn/libc.ts';

test('the way to spawn can be named', () => {
  expect(chooseSpawnPort('child_process').name).toBe('child_process');
});

test('an unknown name is refused with the known ones', () => {
  expect(() => chooseSpawnPort('fork')).toThrow(
    "OJD_SPAWN is 'fork': expected child_process, posix_spawn, create_process.",
  );
});

test('where the C library can not be called, a named posix_spawn says why', () => {
  expect(() => loadLibC({ platform: 'win32', arch: 'x64' })).toThrow(
    'Not supported on win32 x64: expected linux or darwin on x64 or arm64.',
  );
  expect(() => loadLibC({ platform: 'linux', arch: 'ia32' })).toThrow('Not supported on linux ia32');
});

test('without a name there is always one', () => {
  expect(['posix_spawn', 'child_process']).toContain(chooseSpawnPort().name);
  expect(chooseSpawnPort('').name).toBe(chooseSpawnPort().name);
});
