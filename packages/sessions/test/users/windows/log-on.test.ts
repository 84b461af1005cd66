import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { SessionError, WindowsSessionUser } from '@ojd/sessions';
import { credentialsOf } from '../../../src/users/windows/credentials.ts';
import { logOn } from '../../../src/users/windows/log-on.ts';
import { openWindowsUser } from '../../../src/users/windows/open-windows-user.ts';
import { ALL_RIGHTS, fakeWindows, HOST_SID, USER_SID } from './fake-windows.ts';

const withPassword = (password = 'correct', user = 'actions') => new WindowsSessionUser({ user, password });

describe('logging the user of a session on', () => {
  test('with the rights for it, processes are started by a token, and the password is overwritten at once', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS });
    const user = withPassword();
    const bytes = credentialsOf(user)?.password;
    const { owner, token } = logOn(user, windows.users);
    expect(owner).toEqual({ token });
    expect(bytes?.every((byte) => byte === 0)).toBe(true);
    expect(credentialsOf(user)?.password).toBeUndefined();
  });

  test('a second session of the same user needs no password any more', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS });
    const user = withPassword();
    const first = logOn(user, windows.users);
    const second = logOn(user, windows.users);
    expect(second.token).not.toBe(first.token);
    expect(windows.calls.filter((call) => call.startsWith('logon'))).toHaveLength(1);
  });

  test('without the rights a password is needed for each process: it is kept until the user is closed, and overwritten then', () => {
    const windows = fakeWindows();
    const user = withPassword('correct', 'STUDIO\\actions');
    const { owner, token } = logOn(user, windows.users);
    expect(owner).toMatchObject({ user: 'actions', domain: 'STUDIO', password: Buffer.from('correct\0', 'utf16le') });
    const { password } = owner as { readonly password: Buffer };
    windows.users.close(token);
    user.close();
    expect(password.every((byte) => byte === 0)).toBe(true);
    expect(windows.open.size).toBe(0);
    expect(() => logOn(user, windows.users)).toThrow(/was closed/);
  });

  test('a service without the rights is told their names, and no logon is tried', () => {
    const windows = fakeWindows({ service: true, rights: ['SeIncreaseQuotaPrivilege'] });
    expect(() => logOn(withPassword(), windows.users)).toThrow(
      /needs 'Replace a process level token' \(SeAssignPrimaryTokenPrivilege\)/,
    );
    expect(windows.calls).toEqual([]);
  });

  test('a token is used as it is: copied for the session, and left to the caller', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS });
    const logonToken = windows.openToken();
    const user = new WindowsSessionUser({ user: 'actions', logonToken: BigInt(logonToken) });
    const { owner, token } = logOn(user, windows.users);
    expect(owner).toEqual({ token });
    expect(token).not.toBe(logonToken);
    windows.users.close(token);
    user.close();
    expect([...windows.open]).toEqual([logonToken]);
  });

  test('a token without the rights is refused, on a desktop, too', () => {
    const windows = fakeWindows();
    const user = new WindowsSessionUser({ user: 'actions', logonToken: windows.openToken() });
    expect(() => logOn(user, windows.users)).toThrow(/SeAssignPrimaryTokenPrivilege\) and .*SeIncreaseQuotaPrivilege/);
  });

  test('a wrong password is told without showing it, in the message, the cause and the stack', () => {
    const windows = fakeWindows();
    const told = vi.fn<(error: unknown) => void>();
    try {
      logOn(withPassword('hunter2-wrong'), windows.users);
    } catch (error) {
      told(error);
    }
    const [[error] = []] = told.mock.calls;
    expect(error).toBeInstanceOf(SessionError);
    expect(error).toMatchObject({ message: expect.stringContaining('The name or the password is wrong.') });
    expect(inspect(error, { showHidden: true, depth: Infinity })).not.toContain('hunter2');
  });
});

describe('opening a session as another user of Windows', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'windows-root-'));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('its folders are made with access lists of the host and the user, the working directory first', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS });
    const { folders, acting } = openWindowsUser({ user: withPassword(), root, calls: windows });
    expect(folders.workingDirectory).toMatch(/s-[0-9a-f]{8}$/);
    expect(readdirSync(root)).toHaveLength(1);
    const made = windows.calls.filter((call) => call.startsWith('folder'));
    expect(made).toEqual([
      expect.stringContaining(`${folders.workingDirectory} D:P`),
      expect.stringContaining(`${folders.filesDirectory} D:P`),
    ]);
    for (const call of made) expect(call).toMatch(new RegExp(`${HOST_SID}.*${USER_SID}`));
    expect(acting.hostVariables).toMatchObject({ PATH: 'C:\\tools' });
  });

  test('when the session ends its token and profile are given back; those of the user stay until it is closed', async () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS });
    const user = withPassword();
    const { acting } = openWindowsUser({ user, root, calls: windows });
    expect(windows.open.size).toBe(4);
    await acting.close();
    expect(windows.open.size).toBe(1);
    user.close();
    expect(windows.open.size).toBe(0);
  });

  test.each(['environment', 'folder'])(
    'where asking for the %s fails, nothing stays open and the error is typed',
    (fails) => {
      const windows = fakeWindows({ rights: ALL_RIGHTS, fails });
      const user = withPassword();
      expect(() => openWindowsUser({ user, root, calls: windows })).toThrow(SessionError);
      user.close();
      expect(windows.open.size).toBe(0);
    },
  );

  test('a session root of another user is refused, and nothing is made in it', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS, rootOwner: USER_SID });
    expect(() => openWindowsUser({ user: withPassword(), root, calls: windows })).toThrow(
      `${root} belongs to another user`,
    );
    expect(windows.calls.filter((call) => call.startsWith('folder'))).toEqual([]);
    for (const rootOwner of ['BA', 'SY', 'LA', HOST_SID])
      openWindowsUser({
        user: withPassword(),
        root,
        calls: fakeWindows({ rights: ALL_RIGHTS, rootOwner }),
      });
  });

  test('what an action left running is ended with the session and told, also what does not go', async () => {
    const search = { workingDirectory: '' };
    const calls = fakeWindows({ rights: ALL_RIGHTS, left: [7, 8] });
    const { acting } = openWindowsUser({ user: withPassword(), root, calls });
    expect(await acting.escapes.end({ ...search, actionId: 'run-1' })).toEqual([]);
    expect(await acting.escapes.end(search)).toEqual([
      { pid: 7, ended: true },
      { pid: 8, ended: true },
    ]);
    expect(await acting.escapes.end(search)).toEqual([]);
    const obstinate = fakeWindows({ rights: ALL_RIGHTS, left: [9], obstinate: true });
    const other = openWindowsUser({ user: withPassword(), root, calls: obstinate });
    expect(await other.acting.escapes.end(search)).toEqual([{ pid: 9, ended: false }]);
  });

  test('a service gets a console, without which nobody could be asked to end', () => {
    const windows = fakeWindows({ rights: ALL_RIGHTS, service: true });
    openWindowsUser({ user: withPassword(), root, calls: windows });
    expect(windows.calls).toContain('console');
    const desktop = fakeWindows({ rights: ALL_RIGHTS });
    openWindowsUser({ user: withPassword(), root, calls: desktop });
    expect(desktop.calls).not.toContain('console');
  });
});
