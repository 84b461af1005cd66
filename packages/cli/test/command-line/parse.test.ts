import { describe, expect, test } from 'vitest';
import { type Invocation, parseCommandLine } from '../../src/command-line/parse.ts';

const WIDTHS = [30, 40, 45, 60, 80, 120, 200];

/** What a terminal of so many columns shows. */
function helpAt(width: number, command: string): string {
  let out = '';
  parseCommandLine([command, '--help'], { out: (text) => (out += text), err: () => {}, width });
  return out;
}

function parse(...argv: string[]): { exitCode?: number; invocation?: Invocation; out: string; err: string } {
  let out = '';
  let err = '';
  const parsed = parseCommandLine(argv, {
    out: (text) => (out += text),
    err: (text) => (err += text),
    width: 80,
  });
  return { ...parsed, out, err };
}

function optionsOf(...argv: string[]): Invocation['options'] {
  const { invocation, err } = parse(...argv);
  if (invocation === undefined) throw new Error(err);
  return invocation.options;
}

describe('spellings of the reference commands', () => {
  test.each([
    [['-p', 'A=1', '--job-param', 'B=2', '--parameter', 'C=3']],
    [['-pA=1', '--job-param=B=2', '--parameter=C=3']],
    [['-p=A=1', '-p=B=2', '-pC=3']],
  ])('-p, --job-param and --parameter are one option, in the order given: %j', (args) => {
    expect(optionsOf('run', 't.yaml', ...args).jobParam).toEqual(['A=1', 'B=2', 'C=3']);
  });

  test.each([[['-t', 'X=1', '-tp', 'Y=2', '--task-param', 'Z=3']], [['-tp=X=1', '-tpY=2', '-t=Z=3']]])(
    '-t, -tp and --task-param are one option: %j',
    (args) => {
      expect(optionsOf('run', 't.yaml', ...args).taskParam).toEqual(['X=1', 'Y=2', 'Z=3']);
    },
  );

  test('the value of an option stays as it is, also one that looks like an option', () => {
    const given = ['--step=-tp', '--log-file=--out', '--env', '--', '--maximum-tasks', '-1'];
    expect(optionsOf('run', 't.yaml', ...given)).toMatchObject({
      step: '-tp',
      logFile: '--out',
      environment: ['--'],
      maximumTasks: '-1',
    });
  });

  test.each([
    ['--step', '--verbose'],
    ['-p', '-p'],
    ['--events', '--out'],
    ['--log-file', '-tpFrame=1'],
  ])('%s without a value does not take %s for one', (option, next) => {
    const { exitCode, err } = parse('run', 't.yaml', option, next);
    expect(exitCode).toBe(2);
    expect(err).toContain(`expected a value, found the option '${next}'`);
  });

  test('--env is --environment, repeatable', () => {
    expect(optionsOf('run', 't.yaml', '--env', 'a', '--environment', 'b').environment).toEqual(['a', 'b']);
  });

  test('an unambiguous prefix of a long option is enough', () => {
    expect(optionsOf('run', 't.yaml', '--out', 'json', '--max', '3')).toMatchObject({
      output: 'json',
      maximumTasks: '3',
    });
  });

  test('an ambiguous prefix is refused', () => {
    expect(parse('run', 't.yaml', '--t', '1').exitCode).toBe(2);
  });

  test('the last of --run-dependencies and --no-run-dependencies holds', () => {
    expect(optionsOf('run', 't', '--run-dependencies').runDependencies).toBe(true);
    expect(optionsOf('run', 't', '--run-dependencies', '--no-run-dependencies').runDependencies).toBe(false);
  });

  test('--maximum-tasks takes a negative number', () => {
    expect(optionsOf('run', 't', '--maximum-tasks', '-1').maximumTasks).toBe('-1');
  });

  test('what follows -- is a template, whatever it looks like', () => {
    expect(parse('check', '--', '-tp').invocation?.templates).toEqual(['-tp']);
  });

  test('a template called like a command changes nothing', () => {
    expect(optionsOf('run', 'check', '-tp', 'A=1').taskParam).toEqual(['A=1']);
  });

  test('- is a template: standard input', () => {
    expect(parse('check', '-').invocation?.templates).toEqual(['-']);
  });
});

describe('usage errors end with exit code 2 and say where help is', () => {
  test.each([
    [['run'], "openjd run: missing the template to run\nSee 'openjd run --help'."],
    [['check'], "openjd check: missing the template to check\nSee 'openjd check --help'."],
    [['run', 't', '--stepp', 'x'], "openjd run: unknown option '--stepp' (Did you mean --step?)"],
    [
      ['run', 't', '--output', 'xml'],
      "openjd run: --output: expected one of human-readable, json, yaml, found 'xml'\n",
    ],
    [['run', 't', '-p'], 'openjd run: --job-param: expected K=V, found nothing\n'],
    [['run', 't', 'u'], "openjd run: expected one template, found 't' 'u'"],
    [['schema', 'x'], "openjd schema: expected no template, found 'x'"],
    [
      ['run', 't', '--tasks', '[]', '-tp', 'A=1'],
      'openjd run: --task-param and --tasks exclude one another: give one of them\n',
    ],
    [['run', 't', '--tasks', '[]', '--maximum-tasks', '1'], '--tasks and --maximum-tasks exclude one another'],
    [['schema'], 'openjd schema: missing --version (one of: jobtemplate-2023-09, environment-2023-09)'],
    [['help', 'frobnicate'], "openjd: unknown command 'frobnicate'\nSee 'openjd --help'."],
    [
      ['--version', '--output', 'xml'],
      "openjd: --output of --version: expected one of human-readable, json, yaml, found 'xml'\n",
    ],
    [['--output=sarif', '-V'], "found 'sarif'\n"],
    [['-V', '--output'], 'json, yaml, found nothing\n'],
    [['frobnicate'], "openjd: unknown command 'frobnicate'"],
  ])('%j', (argv, message) => {
    const { exitCode, err, out } = parse(...argv);
    expect(err).toContain(message);
    expect(err).toContain('--help');
    expect(out).toBe('');
    expect(exitCode).toBe(2);
  });
});

describe('help and version', () => {
  test.each([
    [['--version'], 'human-readable'],
    [['-V'], 'human-readable'],
    [['--version', '--output', 'json'], 'json'],
    [['--output=yaml', '-V'], 'yaml'],
  ])('%j asks for the version', (argv, versionAs) => {
    expect(parse(...argv)).toEqual({ versionAs, out: '', err: '' });
  });

  test('no command at all prints the help, as the Python reference does', () => {
    const { exitCode, out, err } = parse();
    expect(out).toContain('Usage: openjd COMMAND [ARGUMENTS]');
    expect(err).toBe('');
    expect(exitCode).toBe(0);
  });

  test('schema --version is an option of that command', () => {
    expect(optionsOf('schema', '--version', 'environment-2023-09').schemaVersion).toBe('environment-2023-09');
  });

  test('the program lists its commands', () => {
    const { exitCode, out } = parse('--help');
    expect(exitCode).toBe(0);
    for (const command of ['check', 'summary', 'run', 'explain', 'schema'])
      expect(out).toMatch(new RegExp(`^  ${command} `, 'm'));
  });

  test.each(['check', 'summary', 'explain', 'schema'])('%s --help prints its options', (command) => {
    const { exitCode, out } = parse(command, '--help');
    expect(exitCode).toBe(0);
    expect(out).toContain('--output <FORMAT>');
  });

  test('run --help is carried out by the command, which knows the template', () => {
    expect(parse('run', '--help').invocation).toMatchObject({ help: true, templates: [] });
    expect(parse('run', 't.yaml', '-h').invocation).toMatchObject({ help: true, templates: ['t.yaml'] });
  });
});

describe('help', () => {
  test.each(WIDTHS)('fits into %i columns, but for what is one word', (width) => {
    for (const command of ['run', 'explain', 'check', 'schema']) {
      const tooLong = helpAt(width, command)
        .split('\n')
        .filter((line) => line.length > width && !line.startsWith('Usage:') && /\S\s+\S/.test(line))
        // The flags of an option are one thing, and a line of their own where it is narrow.
        .filter((line) => !/^ {2}-[^.]*$/.test(line));
      expect(tooLong, command).toEqual([]);
    }
  });

  test('has the texts of options below them where there is no room beside', () => {
    expect(helpAt(45, 'explain')).toContain('\n  --step <NAME>\n      The Step to use. Default: all of them.\n');
    expect(helpAt(80, 'explain')).toContain(
      '\n  --step <NAME>                The Step to use. Default: all of them.\n',
    );
  });
});
