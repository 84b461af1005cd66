import { inspect } from 'node:util';
import { PosixSessionUser, WindowsSessionUser } from '@ojd/sessions';
import { describe, expect, test } from 'vitest';
import type { OptionValues } from '../../src/command-line/options.ts';
import { checkedUser, PASSWORD_VARIABLE, sessionUser } from '../../src/commands/session-user.ts';

const secret = 'correct horse battery staple';
const options = (user: string, group?: string) => ({ user, group }) as OptionValues;
const windows = (password?: string) => ({
  platform: 'win32',
  env: { PATH: 'C:\\', ...(password === undefined ? {} : { [PASSWORD_VARIABLE]: password }) } as Record<string, string>,
});

describe('--user on Windows', () => {
  test('is a user of Windows, whose password is in the environment no longer, and in no picture of it', () => {
    const host = windows(secret);
    const user = sessionUser(options('RENDER\\actions'), host);
    expect(user).toBeInstanceOf(WindowsSessionUser);
    expect(user?.user).toBe('RENDER\\actions');
    expect(host.env).toEqual({ PATH: 'C:\\' });
    expect(inspect(user, { depth: 9, showHidden: true })).not.toContain(secret);
  });

  test('without the password is a usage error that names the variable', () => {
    expect(() => sessionUser(options('actions'), windows())).toThrow(
      '--user needs the password of actions on Windows: set the variable OPENJD_USER_PASSWORD to it',
    );
  });

  test('with --group is a usage error, and the password is gone all the same', () => {
    const host = windows(secret);
    expect(() => sessionUser(options('actions', 'jobs'), host)).toThrow('--group is for Linux');
    expect(host.env).not.toHaveProperty(PASSWORD_VARIABLE);
  });

  test('with a name that is none is a usage error without the password', () => {
    const host = windows(secret);
    expect(() => sessionUser(options('a/b'), host)).toThrow('user must be the name of a user');
    expect(() => sessionUser(options('a/b'), windows(secret))).not.toThrow(secret);
    expect(host.env).not.toHaveProperty(PASSWORD_VARIABLE);
  });

  test('needs no password to be looked at by the doctor', () => {
    expect(checkedUser(options('actions'), windows())?.user).toBe('actions');
    expect(checkedUser(options('actions'), windows(secret))).toBeInstanceOf(WindowsSessionUser);
  });
});

test('elsewhere the variable is not looked at', () => {
  const host = { ...windows(secret), platform: 'linux' };
  expect(sessionUser(options('actions', 'jobs'), host)).toEqual(
    new PosixSessionUser({ user: 'actions', group: 'jobs' }),
  );
  expect(host.env).toHaveProperty(PASSWORD_VARIABLE);
});
