// What the extensions EXPR and FEATURE_BUNDLE_1 mean on the host.
import { readFile, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { platformRules } from '@ojd/sessions';
import { fakeSession, outputOf, realSession } from './harness.ts';
import { environment, node, sh, step } from './templates.ts';

const EXPR = { extensions: ['EXPR'] } as const;
const showArguments = (...args: string[]) => node('console.log(JSON.stringify(process.argv.slice(1)))', ...args);

test('an argument that is null is left out, a list becomes several, text around stays one', async () => {
  const session = await realSession();
  const task = step(
    showArguments(
      '{{ null }}',
      "{{ ['a', 'b c'] }}",
      '{{ [] }}',
      'n={{ 1 + 1 }}',
      '{{ [1, 2] }}',
      'x {{ [1, 2] }}',
      '{{ true }}',
    ),
    EXPR,
  );
  expect(await outputOf(session.runTask(task))).toEqual([
    JSON.stringify(['a', 'b c', 'n=2', '1', '2', 'x [1, 2]', 'true']),
  ]);
});

test('let bindings of a script see the session, the task and earlier bindings, and files by their paths', async () => {
  const session = await realSession();
  const task = step(showArguments('{{out}}', '{{size}}', '{{file.name}}'), {
    ...EXPR,
    let: [
      "out = Session.WorkingDirectory / 'out' / Task.Param.Frame",
      'size = len(string(out)) > 0',
      'file = Task.File.Data',
    ],
    embeddedFiles: [{ name: 'Data', filename: 'data.txt', data: 'for {{out.name}}' }],
  });
  const action = session.runTask(task, { Frame: { type: 'STRING', value: '0007' } });
  expect(await outputOf(action)).toEqual([
    JSON.stringify([`${session.workingDirectory}/out/0007`, 'true', 'data.txt']),
  ]);
  expect(await outputOf(session.runTask(step(sh('cat .openjd/task/data.txt'))))).toEqual(['for 0007']);
});

test('an expression that fails on the host fails the action before a process exists, and says where', async () => {
  const { session, spawner } = await fakeSession();
  const result = await session.runTask(step({ command: 'x', args: ['{{ int(Task.Param.Frame) }}'] }, EXPR), {
    Frame: { type: 'STRING', value: 'seven' },
  });
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'setup' } });
  expect(result.message).toContain('args[0]');
  expect(spawner.processes).toHaveLength(0);
  expect(session.state).toBe('readyEnding');
});

test('a let binding that fails on the host names itself', async () => {
  const { session } = await fakeSession();
  const result = await session.runTask(step({ command: 'x' }, { ...EXPR, let: ['n = int(Task.Param.Frame)'] }), {
    Frame: { type: 'STRING', value: 'seven' },
  });
  expect(result.message).toContain('let n');
});

test('an environment that was made without the name of the job says how to give it', async () => {
  const { session, spawner } = await fakeSession();
  const result = await session.enterEnvironment(
    environment('E', { onEnter: { command: 'echo', args: ['{{ Job.Name }}'] } }, EXPR),
  );
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'setup' } });
  expect(result.message).toContain('option "jobName"');
  expect(spawner.processes).toHaveLength(0);
});

test('Session.HasPathMappingRules is a truth value with EXPR, and the word without', async () => {
  const session = await realSession({
    pathMappingRules: [{ sourcePathFormat: 'POSIX', sourcePath: '/a', destinationPath: '/b' }],
  });
  expect(
    await outputOf(session.runTask(step(showArguments("{{ 'yes' if Session.HasPathMappingRules else 'no' }}"), EXPR))),
  ).toEqual(['["yes"]']);
  expect(await outputOf(session.runTask(step(showArguments('{{Session.HasPathMappingRules}}'))))).toEqual(['["true"]']);
});

test('apply_path_mapping follows the rules of the session', async () => {
  const session = await realSession({
    pathMappingRules: [{ sourcePathFormat: 'WINDOWS', sourcePath: 'C:\\Shows', destinationPath: '/mnt/shows' }],
  });
  expect(
    await outputOf(session.runTask(step(showArguments("{{ apply_path_mapping(r'c:\\shows\\a.blend') }}"), EXPR))),
  ).toEqual(['["/mnt/shows/a.blend"]']);
});

test('a variable whose value comes out with a NUL character fails its environment, by name', async () => {
  const { session, spawner } = await fakeSession();
  const entering = session.enterEnvironment(
    environment('E', {}, { ...EXPR, variables: { V: String.raw`{{ 'a\0b' }}` } }),
  );
  expect((await entering).message).toBe(
    'could not be prepared: the variable V: holds a NUL character, which no process can receive.',
  );
  expect(spawner.processes).toEqual([]);
});

test('a variable whose value comes out with more than 2048 characters fails its environment, by name', async () => {
  const { session, spawner } = await fakeSession();
  const long = (length: number) => `{{ string(Session.WorkingDirectory)[0:1] * ${length} }}`;
  const entering = session.enterEnvironment(
    environment('E', {}, { ...EXPR, variables: { W: long(2048), V: long(2049) } }),
  );
  expect((await entering).message).toBe(
    'could not be prepared: the variable V: The value of an environment variable has at most 2048 characters, and this one has 2049.',
  );
  expect(spawner.processes).toEqual([]);
});

test('variables of an environment may be expressions', async () => {
  const session = await realSession();
  await session.enterEnvironment(environment('E', {}, { ...EXPR, variables: { V: "{{ 'a' * 3 }}" } })).orThrow();
  expect(await outputOf(session.runTask(step(sh('echo $V'))))).toEqual(['aaa']);
});

test.each([
  ['LF', 'a\nb\nc\n'],
  ['CRLF', 'a\r\nb\r\nc\r\n'],
  ['AUTO', 'a\nb\nc\n'],
] as const)('with FEATURE_BUNDLE_1, endOfLine %s is applied to the resolved contents', async (endOfLine, contents) => {
  const session = await realSession();
  await session
    .runTask(
      step(sh('true'), {
        extensions: ['FEATURE_BUNDLE_1'],
        embeddedFiles: [{ name: 'f', filename: 'f.txt', endOfLine, data: 'a\nb\r\n{{Task.Param.C}}\n' }],
      }),
      { C: { type: 'STRING', value: 'c' } },
    )
    .orThrow();
  expect(await readFile(`${session.filesDirectory}/task/f.txt`, 'utf8')).toBe(contents);
});

test('AUTO is CRLF on Windows', async () => {
  const { session, spawner } = await fakeSession({
    ports: { platform: { ...platformRules('win32'), pathFormat: 'POSIX', name: 'linux' } },
  });
  spawner.behave((process) => process.end());
  await session
    .runTask(
      step(
        { command: 'x' },
        { extensions: ['FEATURE_BUNDLE_1'], embeddedFiles: [{ name: 'f', filename: 'f.txt', data: 'a\n' }] },
      ),
    )
    .orThrow();
  expect(await readFile(`${session.filesDirectory}/task/f.txt`, 'utf8')).toBe('a\r\n');
});

test('without FEATURE_BUNDLE_1, data is written as it is', async () => {
  const session = await realSession();
  await session
    .runTask(step(sh('true'), { embeddedFiles: [{ name: 'f', filename: 'f.txt', data: 'a\r\nb\n' }] }))
    .orThrow();
  expect(await readFile(`${session.filesDirectory}/task/f.txt`, 'utf8')).toBe('a\r\nb\n');
});

test('embedded files are written anew for every action, also where an action left something else in their place', async () => {
  const session = await realSession();
  const task = step(
    sh(
      'cat "{{Task.File.f}}"; chmod 000 "{{Task.File.f}}"; rm -f "{{Task.File.f}}"; {{Task.Param.Then}} "{{Task.File.f}}"',
    ),
    {
      embeddedFiles: [{ name: 'f', filename: 'f.txt', data: 'contents\n' }],
    },
  );
  for (const then of ['mkdir', 'ln -s /etc/passwd', 'mkfifo', 'true']) {
    expect(await outputOf(session.runTask(task, { Then: { type: 'STRING', value: then } }))).toEqual(['contents']);
  }
  expect((await stat('/etc/passwd')).isFile()).toBe(true);
});

test('a host name that is not in scope is a clear failure', async () => {
  const { session } = await fakeSession();
  const { script } = step({ command: 'x', args: ['{{Task.Param.Frame}}'] });
  const result = await session.runTask(script, {});
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'setup' } });
  expect(result.message).toContain('Task.Param.Frame');
});
