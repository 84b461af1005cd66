// What the login profile of the actions user, which any earlier job could have written, can do to the host: never more than that no session opens.
import { accessSync, constants, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { Session, SessionError } from '@ojd/sessions';
import { sh, step } from '../session/templates.ts';
import { asTarget, becomeHost, USERS } from './test-users.ts';
import { closeSessionsAfterEach, eventually, processesOf, sessionRoot, target, userSession } from './user-session.ts';

const skip = becomeHost();

/** In a profile: the path of the helper's script, which the login's shell was given. */
const FIND_SCRIPT = String.raw`script=$(tr '\0' ' ' </proc/$$/cmdline | tr -d '\\' | grep -o '/[^ ]*/helper\.sh')`;

describe.skipIf(skip !== undefined)(`login profiles${skip === undefined ? '' : `, skipped: ${skip}`}`, () => {
  closeSessionsAfterEach();
  const uid = skip === undefined ? Number(asTarget('/usr/bin/id', '-u')) : -1;
  const home = `/home/${USERS.target}`;

  afterEach(() => asTarget('/bin/rm', '-f', `${home}/.profile`, `${home}/changed.sh`));

  function setProfile(text: string): void {
    const file = join(tmpdir(), `ojd-profile-${process.pid}`);
    writeFileSync(file, text, { mode: 0o644 });
    asTarget('/bin/cp', file, `${home}/.profile`);
    rmSync(file);
  }

  /** The helper's script, with something in the place of what tells the variables of the login, or of another line; it runs itself again to be rid of those. */
  function setHelper(replacement: string, line = '"$env" -0 .*'): void {
    const changes = [`s#^ *${line}#${replacement}#`, 's#"$folder/helper.sh" clean#"$HOME/changed.sh" clean#'];
    const change = `sed ${changes.map((one) => `-e '${one}'`).join(' ')} "$script" >"$HOME/changed.sh"`;
    setProfile(`${FIND_SCRIPT}\n[ -z "$script" ] || { ${change}; exec sh "$HOME/changed.sh"; }\n`);
  }

  const runs = (text: string): boolean =>
    processesOf(uid).some((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text));
  const descriptors = (): number => readdirSync('/proc/self/fd').length;

  test('one that tells variables without end is refused, and fills no memory', async () => {
    setHelper(String.raw`tr "\\0" x </dev/zero | head -c 200000000 >"$folder/$pipe"`);
    const root = sessionRoot();
    const opened = await Session.create({ user: target, sessionRoot: root }).catch((error: unknown) => error);
    expect(opened).toBeInstanceOf(SessionError);
    expect(String(opened)).toContain('more than 4 MiB of variables');
    expect(readdirSync(root)).toEqual([]);
  });

  test('one that keeps hold of the pipe of the variables keeps nobody waiting', async () => {
    setHelper(
      String.raw`"$env" -0 >"$folder/$pipe"; (exec 9>"$folder/$pipe"; exec env -i setsid sleep 72 >/dev/null 2>\&1 </dev/null) \& sleep 0.3`,
    );
    const session = await userSession();
    expect(await session.runTask(step(sh('true')))).toMatchObject({ state: 'success' });
    asTarget('/usr/bin/pkill', '-KILL', '-f', 'sleep 72');
  }, 20_000);

  test('one whose helper stays when it is told to go is given up, and ended', async () => {
    setHelper('bye) exec sleep 73 ;;', 'bye) exit 0 ;;');
    const session = await userSession();
    expect(await session.runTask(step(sh('true')))).toMatchObject({ state: 'success' });
    asTarget('/bin/rm', `${home}/.profile`);
    await session.close();
    await eventually(() => !runs('sleep 73'), 'the end of the helper');
  }, 40_000);

  test('one that greets a thousand times takes no descriptors', async () => {
    setProfile(
      `${FIND_SCRIPT}\n[ -z "$script" ] || { key=$(sed -n "s/^key='\\(.*\\)'/\\1/p" "$script"); i=0; while [ $i -lt 1000 ]; do echo "$key hello"; i=$((i+1)); done; }\n`,
    );
    const before = descriptors();
    const session = await userSession();
    expect(descriptors() - before).toBeLessThan(20);
    expect(await session.runTask(step(sh('true')))).toMatchObject({ state: 'success' });
  });

  test('one that never ends is given up, and ended', async () => {
    setProfile('sleep 73\n');
    const opened = await Session.create({ user: target, sessionRoot: sessionRoot() }).catch((error: unknown) => error);
    expect(String(opened)).toContain('it did not greet within 30 s');
    await eventually(() => !runs('73'), 'the login to be ended');
  }, 60_000);

  test('a program whose name holds a line end is ended like any other', async () => {
    const session = await userSession();
    const action = session.runTask(step(sh(`n=$(printf 'a\\nb'); cp /bin/sleep "$n"; exec "./$n" 74`)));
    await eventually(() => runs('74'), 'the program to run');
    action.cancel({ timeLimitMs: 0 });
    expect(await action).toMatchObject({ state: 'canceled' });
    await eventually(() => !runs('74'), 'the program to be ended');
  }, 20_000);

  test('who holds the output of the helper keeps no session from closing', async () => {
    const session = await userSession();
    const reader = `for pid in $(pgrep -U ${uid} -f helper.sh); do env -i setsid sleep 75 3>/proc/$pid/fd/1 & done`;
    await session.runTask(step(sh(reader))).orThrow();
    expect(await session.close()).toMatchObject({ workingDirectoryState: 'removed' });
    asTarget('/usr/bin/pkill', '-KILL', '-f', 'sleep 75'); // without marks of the session, nobody else ends it
  }, 30_000);

  test('what an action writes, the host can read, whatever the mask of the host', async () => {
    const mask = process.umask(0o077);
    try {
      const session = await userSession();
      await session.runTask(step(sh('echo made > made'))).orThrow();
      expect(() => accessSync(join(session.workingDirectory, 'made'), constants.R_OK)).not.toThrow();
    } finally {
      process.umask(mask);
    }
  });
});
