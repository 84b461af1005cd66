import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { parseMessage } from '../../src/messages/parse-message.ts';

const inEnvironment = (line: string) => parseMessage(line, { in: 'environment' });
const inTask = (line: string) => parseMessage(line, { in: 'task' });

describe('lines that are only output', () => {
  test.each([
    '',
    'hello',
    'openjd',
    'openjd_',
    'openjd_progress',
    'openjd_progress:50',
    'openjd_progress : 50',
    ' openjd_progress: 50',
    'OPENJD_STATUS: x',
    'Openjd_fail: x',
    'openjd_status: ',
    'openjd_statuses: x',
    'echo openjd_env: A=1',
    'openjd_environment: ready',
    'openjd_env_setup: done',
    'openjd_envy',
    'openjd_unknown: 1',
    'oops',
    '   indented',
    '\u{1F600} smile',
  ])('%j', (line) => {
    expect(inEnvironment(line)).toBeUndefined();
    expect(inTask(line)).toBeUndefined();
  });
});

test('a line that can not be a message costs no regular expression', () => {
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  for (const line of ['', 'frame 1 rendered', '  indented', '\u{1F600}', '50% done', 'error: x', 'Xopenjd_env: A=1'])
    inTask(line);
  expect(exec).not.toHaveBeenCalled();
});

describe('progress', () => {
  test.each([
    ['0', 0],
    ['100', 100],
    ['42.5', 42.5],
    ['1e1', 10],
    ['+.5', 0.5],
    [' 7 ', 7],
    ['99.', 99],
    ['-0', -0],
  ])('%j is %d', (text, progress) => {
    expect(inTask(`openjd_progress: ${text}`)).toEqual({ type: 'progress', progress });
  });

  test.each(['101', '-1', '-0.0001', 'nan', 'inf', 'Infinity', '50%', '0x10', 'half', '1,5', ' ', '1e', '--1'])(
    '%j is no progress, and harms nobody',
    (text) => {
      expect(inTask(`openjd_progress: ${text}`)).toEqual({
        type: 'malformed',
        kind: 'progress',
        reason: "Malformed 'openjd_progress' message: expected a number between 0 and 100.",
        failsAction: false,
        secrets: [],
      });
    },
  );
});

describe('status and fail', () => {
  test('the text is everything behind the colon and one space', () => {
    expect(inTask('openjd_status: Rendering: 5 of 10  ')).toEqual({ type: 'status', text: 'Rendering: 5 of 10  ' });
    expect(inEnvironment('openjd_fail:  two spaces')).toEqual({ type: 'fail', text: ' two spaces' });
    expect(inTask('openjd_status: é\u2028😀')).toEqual({ type: 'status', text: 'é\u2028😀' });
  });
});

describe('environment variables', () => {
  test.each([
    ['A=1', 'A', '1'],
    ['  _b9=x y', '_b9', 'x y'],
    ['EMPTY=', 'EMPTY', ''],
    ['EQUATION=a=b==c', 'EQUATION', 'a=b==c'],
    ['QUOTED="x"', 'QUOTED', '"x"'],
    ['"A=line 1\\nline 2"', 'A', 'line 1\nline 2'],
    ['"A="', 'A', ''],
    ['"A=\\u00e9\\"q\\""', 'A', 'é"q"'],
  ])('openjd_env: %s', (text, name, value) => {
    expect(inEnvironment(`openjd_env: ${text}`)).toEqual({ type: 'env', name, value });
  });

  test.each([
    'A',
    '=1',
    '1A=1',
    'A B=1',
    'A-B=1',
    'é=1',
    ' ',
    '"A=1',
    '"A=1\\x"',
    '"1A=1"',
    '"A"',
    '["A=1"]',
    'A=\0',
    '"A=\\u0000"',
  ])('openjd_env: %s can not be followed', (text) => {
    const message = inEnvironment(`openjd_env: ${text}`);
    expect(message).toMatchObject({ type: 'malformed', kind: 'env', failsAction: true });
    expect(inTask(`openjd_env: ${text}`)).toMatchObject({ type: 'malformed', kind: 'env', failsAction: false });
  });

  test('a secret with a NUL character, which no process can receive, is masked in all its forms all the same', () => {
    expect(inEnvironment('openjd_redacted_env: "A=x\\u0000y"')).toEqual({
      type: 'malformed',
      kind: 'redacted_env',
      reason: expect.stringContaining('holds a NUL character') as string,
      failsAction: false,
      secrets: ['x\0y', String.raw`x\u0000y`],
    });
  });

  test('unset_env takes one name', () => {
    expect(inEnvironment('openjd_unset_env:  PATH')).toEqual({ type: 'unsetEnv', name: 'PATH' });
    for (const text of ['A B', 'A=1', '9', ' ']) {
      expect(inEnvironment(`openjd_unset_env: ${text}`)).toMatchObject({
        type: 'malformed',
        kind: 'unset_env',
        failsAction: true,
      });
    }
  });

  test('a variable is not set to the part of a value that was cut', () => {
    for (const kind of ['env', 'redacted_env']) {
      const message = parseMessage(`openjd_${kind}: A=1`, { in: 'environment', cut: true });
      expect(message).toMatchObject({ type: 'malformed', kind });
    }
  });
});

describe('redacted variables', () => {
  test('the value is a secret', () => {
    expect(inEnvironment('openjd_redacted_env: KEY=s3cret')).toEqual({
      type: 'redactedEnv',
      name: 'KEY',
      value: 's3cret',
      secrets: ['s3cret'],
    });
  });

  test('the value as it stands in a JSON string is a secret, too', () => {
    expect(inEnvironment(String.raw`openjd_redacted_env: "KEY=a\u0041\nb"`)).toEqual({
      type: 'redactedEnv',
      name: 'KEY',
      value: 'aA\nb',
      secrets: ['aA\nb', String.raw`a\u0041\nb`],
    });
  });

  test.each([
    ['no equals sign', 's3cret', 's3cret'],
    ['a bad name', '9KEY=s3cret', 's3cret'],
    ['a broken JSON string', '"KEY=s3cret', 's3cret'],
    ['a bad name in a JSON string', '"9KEY=s3cret"', 's3cret'],
  ])('what could be the value is a secret even with %s; the action goes on', (_, text, secret) => {
    const line = `openjd_redacted_env: ${text}`;
    expect(inEnvironment(line)).toMatchObject({
      type: 'malformed',
      kind: 'redacted_env',
      failsAction: false,
      secrets: [secret],
    });
    expect(parseMessage(line, { in: 'environment', redactedEnvVars: false })).toMatchObject({
      failsAction: true,
      secrets: [secret],
    });
    expect(parseMessage(line, { in: 'task', redactedEnvVars: false })).toMatchObject({
      failsAction: false,
      secrets: [secret],
    });
  });
});

describe('near misses', () => {
  test.each([
    'openjd_env:A=1',
    'openjd_env A=1',
    'openjd_env: ',
    'openjd_env',
    ' openjd_env: A=1',
    '\topenjd_unset_env: A',
    'OPENJD_ENV: A=1',
    'Openjd_Redacted_Env: A=1',
    '\u00a0openjd_env: A=1',
  ])('%j fails the action, in a task, too', (line) => {
    expect(inEnvironment(line)).toMatchObject({ type: 'nearMiss', failsAction: true });
    expect(inTask(line)).toMatchObject({ type: 'nearMiss', failsAction: true });
  });

  test.each([
    ['openjd_redacted_env:KEY=s3cret', 's3cret'],
    [' OPENJD_REDACTED_ENV: KEY=s3cret', 's3cret'],
    ['openjd_redacted_env  s3cret', 's3cret'],
    [' openjd_redacted_env: "KEY=s3cret"', 's3cret'],
  ])('%j does not give its value away', (line, secret) => {
    const message = inEnvironment(line);
    expect(message).toMatchObject({ type: 'nearMiss', secrets: [secret] });
    expect(JSON.stringify({ ...message, secrets: [] })).not.toContain(secret);
  });

  test('the reason says what was expected', () => {
    expect(inTask(' openjd_unset_env: A')).toMatchObject({
      reason:
        "Incorrectly formatted 'openjd_unset_env' message: expected it at the start of the line, in lower case, as 'openjd_unset_env: NAME'.",
    });
  });
});

describe('log level', () => {
  test('any case, spaces around it', () => {
    expect(inTask('openjd_session_runtime_loglevel:  debug ')).toEqual({ type: 'logLevel', level: 'DEBUG' });
    expect(inTask('openjd_session_runtime_loglevel: TRACE')).toMatchObject({ type: 'malformed', failsAction: false });
  });
});

const messageLike = fc.tuple(
  fc.constantFrom('', ' ', '\t', 'o', 'openjd_', 'Openjd_', ' openjd_'),
  fc.constantFrom(
    '',
    'progress',
    'status',
    'fail',
    'env',
    'ENV',
    'unset_env',
    'redacted_env',
    'session_runtime_loglevel',
    'envs',
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(': ', ':', ' ', '', ':  '),
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom('A=1', '"A=1"', 'A', '"A=1', '50', '"A=\\ud800"'),
  ),
);

test('any line: no throw, and no secret in a reason', () => {
  fc.assert(
    fc.property(messageLike, fc.constantFrom('environment' as const, 'task' as const), (parts, scope) => {
      const line = parts.join('').replaceAll('\n', '');
      const message = parseMessage(line, { in: scope });
      const told = message !== undefined && 'reason' in message ? message : { reason: '', secrets: [] };
      // Shorter ones may be part of an ordinary word.
      expect(told.secrets.filter((secret) => secret.length > 3 && told.reason.includes(secret))).toEqual([]);
    }),
    { numRuns: 5_000 },
  );
});
