import { userInfo } from 'node:os';
import { inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { platformRules, Session, SessionError, WindowsSessionUser } from '@ojd/sessions';
import { temporaryFolder } from '../../session/harness.ts';

const secret = 'hunter2 of the render farm';

describe('a user of Windows', () => {
  test('shows its password in no picture, copy or text of it', () => {
    const user = new WindowsSessionUser({ user: 'actions', password: secret });
    const deep = { depth: Infinity, showHidden: true, getters: true } as const;
    const pictures = [
      inspect(user, deep),
      inspect({ options: [{ user }] }, deep),
      JSON.stringify(user),
      JSON.stringify(structuredClone(user)),
      serialize(user).toString('latin1'),
      serialize(user).toString('utf16le'),
      JSON.stringify(Object.getOwnPropertyDescriptors(user)),
      Reflect.ownKeys(user).map(String).join(),
    ];
    for (const picture of pictures) expect(picture).not.toContain('hunter2');
    expect(JSON.parse(JSON.stringify(user))).toEqual({ user: 'actions' });
  });

  test('shows its token in none either', () => {
    const user = new WindowsSessionUser({ user: 'actions', logonToken: 987_654_321 });
    expect(inspect(user, { showHidden: true })).not.toContain('987');
    expect(JSON.stringify(user)).not.toContain('987');
  });

  test.each(['actions', 'STUDIO\\actions', 'actions@studio.example', '.\\actions', 'Ända Müller', 'render$'])(
    'the name %s is one',
    (user) => {
      expect(new WindowsSessionUser({ user, password: secret }).user).toBe(user);
    },
  );

  test.each(['', 'a\\b\\c', 'a/b', 'a:b', 'a\nb', 'a\0b', 'a*', '"a"', '\\actions', 'STUDIO\\', 'x'.repeat(600)])(
    'the name %j is refused',
    (user) => {
      expect(() => new WindowsSessionUser({ user, password: secret })).toThrow(/user must be the name of a user/);
    },
  );

  test('a password or a token must be given, not both, and what was found is not told', () => {
    const make = (options: object) => () => new WindowsSessionUser({ user: 'actions', ...options } as never);
    expect(make({})).toThrow('Either password or logonToken must be given for the user actions; got neither.');
    expect(make({ password: secret, logonToken: 5 })).toThrow(/got both/);
    for (const bad of [
      { password: `${secret}\0` },
      { password: [secret] },
      { logonToken: -1 },
      { logonToken: secret },
    ]) {
      const error = thrownBy(make(bad));
      expect(error).toBeInstanceOf(SessionError);
      expect(inspect(error, { showHidden: true })).not.toContain('hunter2');
    }
  });

  test('options in the place of a user are refused without showing them', async () => {
    const options = { user: 'actions', password: secret };
    const refused: unknown = await Session.create({ user: options as never }).catch((error: unknown) => error);
    expect(refused).toMatchObject({
      message: expect.stringContaining('user must be a PosixSessionUser or a WindowsSessionUser'),
    });
    expect(inspect(refused, { showHidden: true, depth: Infinity })).not.toContain('hunter2');
  });

  test('is the user of the program by name without regard to case, of this machine only', () => {
    const { username } = userInfo();
    const is = (user: string) => new WindowsSessionUser({ user, password: secret }).isProcessUser;
    expect(is(username.toUpperCase())).toBe(true);
    expect(is(`.\\${username}`)).toBe(true);
    expect(is(`ELSEWHERE\\${username}`)).toBe(false);
    expect(is('somebody-else')).toBe(false);
  });

  test('is refused on Linux with the reason, and nothing is left', async () => {
    const sessionRoot = await temporaryFolder();
    using user = new WindowsSessionUser({ user: 'actions', password: secret });
    await expect(Session.create({ sessionRoot, user, ports: { platform: platformRules('linux') } })).rejects.toThrow(
      'On Linux, another user is a PosixSessionUser; got a WindowsSessionUser.',
    );
  });
});

function thrownBy(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  return undefined;
}
