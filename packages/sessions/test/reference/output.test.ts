// The behaviours of the reference implementation's sessions, numbered as in its list: 41 to 60. Cancelation and timeouts (45 to 53)
// are in ../session/cancelation.test.ts and ../session/timeouts.test.ts; other users (6, 40, 60) come with the users port.
import type { PathMappingRule } from '@ojd/expr';
import { expect, test, vi } from 'vitest';
import type { SessionLogRecord } from '@ojd/sessions';
import { fakeSession, outputOf, realSession, runs } from '../session/harness.ts';
import { environment, node, sh, step, taskParameters, type ActionText } from '../session/templates.ts';

/** A process that prints these lines. */
const print = (...lines: string[]): ActionText =>
  node(lines.map((line) => `console.log(${JSON.stringify(line)})`).join(';'));

const rule = (sourcePath: string, destinationPath: string): PathMappingRule => ({
  sourcePathFormat: 'POSIX',
  sourcePath,
  destinationPath,
});

test('41: the current directory of a process is the working directory', async () => {
  const session = await realSession();
  expect(await outputOf(session.runTask(step(sh('pwd -P'))))).toEqual([session.workingDirectory]);
});

test('42: stderr is captured', async () => {
  const session = await realSession();
  expect(await outputOf(session.runTask(step(sh('echo oops >&2'))))).toEqual(['oops']);
});

test('43: a line of more than 64 KiB is cut, and nothing of it is lost', async () => {
  const session = await realSession();
  const lines = await outputOf(session.runTask(step(node('process.stdout.write("x".repeat(200000) + "\\nnext\\n")'))));
  expect(lines.map(({ length }) => length)).toEqual([65_536, 65_536, 65_536, 200_000 - 3 * 65_536, 4]);
});

test('44: spaces, quotes and newlines in arguments and values arrive as they are', async () => {
  const session = await realSession({ envVars: { V: `it's "a"\n$HOME \`x\`` } });
  const odd = [` it's`, '"quoted"', 'a\nb', '$HOME', '*', '', '\\'];
  const { command, args = [] } = node('console.log(JSON.stringify([process.env.V, ...process.argv.slice(1)]))', ...odd);
  const lines = await outputOf(session.runSubprocess({ command, args }));
  expect(JSON.parse(lines.join(''))).toEqual([`it's "a"\n$HOME \`x\``, ...odd]);
});

test('45: terminating ends the children of the process too', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('sh -c "sleep 1000 & echo child \\$!; wait" & wait')));
  let child = 0;
  for await (const event of action) {
    if (event.type !== 'log' || !event.text.startsWith('child')) continue;
    child = Number(event.text.split(' ')[1]);
    action.cancel();
  }
  expect((await action).state).toBe('canceled');
  await expect.poll(() => runs(child)).toBe(false);
});

test('50: canceling while nothing runs does nothing', async () => {
  const session = await realSession();
  session.cancel();
  expect(session.state).toBe('ready');
});

// Elsewhere nobody finds the daemon: it would outlive the test.
test.runIf(process.platform === 'linux')(
  '54: a grandchild that keeps the output open does not keep the action',
  async () => {
    const session = await realSession();
    const action = session.runTask(step(sh('sleep 1000 & echo child $!; echo done')));
    const lines = await outputOf(action);
    const result = await action;
    expect(lines.at(-1)).toBe('done');
    expect(result).toMatchObject({ state: 'success', exitCode: 0 });
    expect(result.durationMs).toBeLessThan(6000);
    // An environment may start a daemon: it lives until the session ends.
    const child = Number(lines[0]?.split(' ')[1]);
    expect(runs(child)).toBe(true);
    const report = await session.close();
    expect(report.escaped).toContainEqual({ pid: child, command: 'sleep', ended: true });
    expect(runs(child)).toBe(false);
  },
);

test('54: a grandchild that goes on writing is not waited for longer than 6 s', async () => {
  const { session, clock, spawner } = await fakeSession();
  const started = spawner.next();
  const action = session.runTask(step({ command: 'x' }));
  const process = (await started).holdOutput();
  process.end();
  for (let second = 0; second < 12; second += 1) {
    process.print(`line ${second}\n`);
    await clock.advance(500);
  }
  expect(await outputOf(action)).toHaveLength(12);
  expect((await action).durationMs).toBe(6000);
  process.print('not recorded\n').closeOutput();
});

test('54: what a grandchild writes later is read away, so that it does not block', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(
    environment('E', { onEnter: sh('(sleep 2; head -c 300000 /dev/zero | tr "\\0" x; echo ok > written) & true') }),
  );
  await entering.orThrow();
  await expect
    .poll(async () => outputOf(session.runTask(step(sh('cat written 2>/dev/null || true')))), {
      timeout: 6000,
      interval: 300,
    })
    .toEqual(['ok']);
});

test('55: processes that are over at once do not hang the session', async () => {
  const session = await realSession();
  for (let index = 0; index < 100; index += 1)
    expect((await session.runTask(step({ command: '/bin/true' }))).state).toBe('success');
});

test('56: sessions in one process see only their own lines', async () => {
  const logs = [vi.fn<(record: SessionLogRecord) => void>(), vi.fn<(record: SessionLogRecord) => void>()];
  const sessions = await Promise.all(
    logs.map((log, index) => realSession({ sessionId: `s${index}`, logger: { log } })),
  );
  await Promise.all(
    sessions.map((session, index) => session.runTask(step(sh(`for i in 1 2 3; do echo from ${index}; done`)))),
  );
  for (const [index, log] of logs.entries()) {
    const records = log.mock.calls.map(([record]) => record);
    expect(records.every(({ sessionId }) => sessionId === `s${index}`)).toBe(true);
    expect(records.filter(({ content }) => content === 'command-output').map(({ text }) => text)).toEqual(
      Array.from({ length: 3 }, () => `from ${index}`),
    );
  }
});

test.each(['openjd_env:V=x', 'OPENJD_ENV: V=x', '  openjd_env: V=x', 'openjd_unset_env'])(
  '57: the near miss %j fails an action, also a task',
  async (line) => {
    const session = await realSession();
    const result = await session.runTask(step(node(`console.log(${JSON.stringify(line)}); setTimeout(() => {}, 1e6)`)));
    expect(result).toMatchObject({ state: 'failed', reason: { kind: 'bad-message' } });
  },
);

test.each([
  'openjd_progress: 101',
  'openjd_progress: nan',
  'openjd_progress:50',
  'OPENJD_PROGRESS: 50',
  ' openjd_progress: 50',
])('57: the line %j is no progress and harms nobody', async (line) => {
  const session = await realSession();
  const result = await session.runTask(step(node(`console.log(${JSON.stringify(line)})`)));
  expect(result.state).toBe('success');
  expect(result.progress).toBeUndefined();
});

test('57: a bad value is told behind its line', async () => {
  const session = await realSession();
  expect(await outputOf(session.runTask(step(sh('echo "openjd_progress: 101"'))))).toEqual([
    expect.stringMatching(/^openjd_progress: 101 -- ERROR: /),
  ]);
});

test('57: openjd_env in a task sets no variable, which a warning says', async () => {
  const session = await realSession();
  const action = session.runTask(step(sh('echo "openjd_env: V=x"')));
  const warnings: string[] = [];
  for await (const event of action) if (event.type === 'log' && event.level === 'warning') warnings.push(event.text);
  expect(warnings).toEqual([expect.stringMatching(/^'openjd_env' of a task reaches no later process: /)]);
  expect((await action).state).toBe('success');
  expect(await outputOf(session.runTask(step(sh('echo "${V-unset}"'))))).toEqual(['unset']);
});

test('58: a redacted value is in no event, no status and no result; overlaps, lines and JSON forms included', async () => {
  const session = await realSession();
  const seen: string[] = [];
  session.events$.subscribe((event) => seen.push(JSON.stringify(event)));
  const redacted = { extensions: ['REDACTED_ENV_VARS'] as const };
  await session
    .enterEnvironment(
      environment(
        'E',
        {
          onEnter: print(
            'openjd_redacted_env: A=hunter2',
            'openjd_redacted_env: B=ter2burg',
            'openjd_redacted_env: "C=first\\nmiddle\\nlast"',
          ),
        },
        redacted,
      ),
    )
    .orThrow();
  const result = await session.runTask(
    step(
      sh('echo "$A and hunter2burg"; echo "$C"; echo "openjd_status: at $A"; echo "openjd_fail: because $A"; exit 1'),
    ),
  );
  expect(result).toMatchObject({
    statusMessage: 'at ********',
    failMessage: 'because ********',
    message: 'exited with code 1: because ********',
  });
  session.log('the caller knows hunter2 too');
  const everything = seen.join('\n');
  for (const secret of ['hunter2', 'ter2burg', 'first', 'middle', '"last"']) expect(everything).not.toContain(secret);
  expect(everything).toContain('"text":"the caller knows ******** too"');
  expect(everything).toContain('"text":"******** and ********"');
  expect(everything).toContain('"change":"set","name":"A","redacted":true}');
});

test('58: without the extension the value is masked all the same, and the variable is not set', async () => {
  const session = await realSession();
  const lines = await outputOf(
    session.enterEnvironment(environment('E', { onEnter: sh('echo "openjd_redacted_env: A=hunter2"') })),
  );
  expect(lines).toEqual(['openjd_redacted_env: A=********']);
  expect(await outputOf(session.runTask(step(sh('echo "${A-unset} hunter2"'))))).toEqual(['unset ********']);
});

test.each([
  [['REDACTED_ENV_VARS'], { state: 'success' }],
  [['EXPR'], { state: 'failed', reason: { kind: 'bad-message' } }],
] as const)(
  '58: a malformed openjd_redacted_env is masked; only where the extension is not declared it fails the environment, as any openjd_env (declared: %j)',
  async (extensions, end) => {
    const session = await realSession();
    const action = session.enterEnvironment(
      environment('E', { onEnter: print('openjd_redacted_env: 1A=hunter2') }, { extensions }),
    );
    const [line] = await outputOf(action);
    expect(line).toMatch(/^openjd_redacted_env: 1A=\*{8} -- ERROR: Malformed/);
    expect(await action).toMatchObject(end);
  },
);

test('59: path mapping rules match whole components and the longest source first, for task parameters and in the file', async () => {
  const session = await realSession({ pathMappingRules: [rule('/mnt/a', '/short'), rule('/mnt/a/b', '/long')] });
  const map = async (value: string) =>
    (
      await outputOf(
        session.runTask(step(sh('echo "{{Task.Param.P}} {{Task.RawParam.P}}"')), { P: { type: 'PATH', value } }),
      )
    )[0];
  expect(await map('/mnt/a/b/c')).toBe('/long/c /mnt/a/b/c');
  expect(await map('/mnt/abc')).toBe('/mnt/abc /mnt/abc');
  expect(await map('/mnt/a/')).toBe('/short/ /mnt/a/');
  session.extendPathMappingRules([rule('/mnt/abc', '/new')]);
  expect(await map('/mnt/abc')).toBe('/new /mnt/abc');
  const [file] = await outputOf(session.runTask(step(sh('cat "{{Session.PathMappingRulesFile}}"'))));
  expect(JSON.parse(file ?? '')).toEqual({
    version: 'pathmapping-1.0',
    path_mapping_rules: [
      { source_path_format: 'POSIX', source_path: '/mnt/a/b', destination_path: '/long' },
      { source_path_format: 'POSIX', source_path: '/mnt/a', destination_path: '/short' },
      { source_path_format: 'POSIX', source_path: '/mnt/abc', destination_path: '/new' },
    ],
  });
});

test('59: a URI rule maps a PATH task parameter that is a URI, without EXPR too', async () => {
  const session = await realSession({
    pathMappingRules: [{ sourcePathFormat: 'URI', sourcePath: 's3://bucket/a', destinationPath: '/mnt/a' }],
  });
  const printed = await outputOf(
    session.runTask(step(sh('echo "{{Task.Param.P}} {{Task.RawParam.P}}"')), {
      P: { type: 'PATH', value: 's3://bucket/a/b.exr' },
    }),
  );
  expect(printed).toEqual(['/mnt/a/b.exr s3://bucket/a/b.exr']);
});

test('an action that removes the path mapping file takes it from no later one', async () => {
  const session = await realSession({ pathMappingRules: [rule('/a', '/b')] });
  const show = step(sh('cat "{{Session.PathMappingRulesFile}}"'));
  const [before] = await outputOf(session.runTask(show));
  expect(await session.runTask(step(sh('rm "{{Session.PathMappingRulesFile}}"')))).toMatchObject({
    state: 'success',
  });
  expect(await outputOf(session.runTask(show))).toEqual([before]);
});

test('a task parameter arrives as text', async () => {
  const session = await realSession();
  expect(
    await outputOf(session.runTask(step(sh('echo {{Task.Param.Frame}}')), taskParameters({ Frame: '7' }))),
  ).toEqual(['7']);
});
