import { expect, test } from 'vitest';
import { actionScript } from '../../src/users/posix/action-script.ts';

const request = { command: '/opt/a=b', args: [], cwd: '/', env: { PATH: '/usr/bin' } };

test('a command with an equals sign is no assignment for env', () => {
  // It becomes the action by exec, where an equals sign means nothing.
  expect(actionScript(request, 'name', 'key')).toContain("exec '/opt/a=b' </dev/null");
  const ofTheShell = { ...request, env: { ...request.env, UID: '7' } };
  expect(() => actionScript(ofTheShell, 'name', 'key')).toThrow(
    'The command \'/opt/a=b\' holds a "=", and can not be started for another user while the variable UID is set',
  );
});

test('a name like an option, whose path may hold one, is no assignment either', () => {
  const named = { ...request, command: '-c', env: { PATH: '/opt/a=b' } };
  expect(actionScript(named, 'name', 'key')).toContain('exec "$1" </dev/null');
  expect(() => actionScript({ ...named, env: { ...named.env, UID: '7' } }, 'name', 'key')).toThrow(
    "The command '-c' looks like an option, and can not be started for another user while the variable UID is set",
  );
});
