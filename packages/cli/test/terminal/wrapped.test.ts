import { displayWidth } from '@ojd/expr';
import { afterAll, describe, expect, test } from 'vitest';
import { PLAIN_TERMINAL } from '../../src/terminal/terminal.ts';
import { wrapped } from '../../src/terminal/wrapped.ts';
import { cli, jobTemplate, step, TestFolder } from '../commands/cli.ts';

const terminal = { ...PLAIN_TERMINAL, interactive: true, width: 20 };

describe('a sentence', () => {
  test('breaks between words, and what follows is indented', () => {
    expect(wrapped(terminal, ' - one two three four five six', '   ')).toBe(' - one two three\n   four five six');
  });

  test('keeps its own line breaks and the white space at the beginning of each', () => {
    expect(wrapped(terminal, 'one\n\n    two', '  ')).toBe('one\n\n    two');
  });

  test('has a word that is longer than the terminal on a line of its own, whole', () => {
    const path = '/a/very/long/path/of/a/file';
    expect(wrapped(terminal, `see ${path} there`)).toBe(`see\n${path}\nthere`);
  });

  test('takes the columns that wide characters take', () => {
    expect(wrapped(terminal, '\u4E00\u4E8C\u4E09\u56DB\u4E94 \u516D\u4E03\u516B\u4E5D\u5341')).toContain('\n');
    expect(wrapped(terminal, 'abcde fghij')).not.toContain('\n');
  });

  test('stays one line in files, pipes and terminals of almost no width', () => {
    const text = 'one two three four five six seven';
    expect(wrapped({ ...terminal, interactive: false }, text)).toBe(text);
    expect(wrapped({ ...terminal, width: 10 }, text)).toBe(text);
  });
});

describe('of a template whose texts are long', () => {
  const folder = new TestFolder();
  afterAll(() => folder[Symbol.dispose]());
  const description = 'Words that say at some length what this parameter is there for, and why.';
  const path = folder.write(
    'job.json',
    jobTemplate({
      description,
      parameterDefinitions: [
        { name: 'Size', type: 'STRING', description, allowedValues: ['small', 'medium', 'large'] },
      ],
      steps: [step('S', 'exit 0')],
    }),
  );
  const widths = [30, 40, 45, 60, 80, 120, 200];
  const tooWide = (text: string, width: number): readonly string[] =>
    text.split('\n').filter((line) => displayWidth(line) > width);

  test.for(widths)('the help fits a terminal of %i columns', async (columns) => {
    const { stdout } = await cli(['run', 'job.json', '--help'], {
      cwd: folder.path,
      isTTY: true,
      columns,
      env: { NO_COLOR: '1' },
    });
    // The heading of the parameters is 43 columns, and the usage line is for copying.
    expect(tooWide(stdout, Math.max(columns, 43))).toEqual([]);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      `Size (STRING) [required] (allowed: 'small', 'medium', 'large') ${description}`,
    );
  });

  test.for(widths)('problems with values and the head of explain fit a terminal of %i columns', async (columns) => {
    const look = { isTTY: true, columns, env: { NO_COLOR: '1' } };
    const wrong = await cli(['explain', path, '-p', 'Size=tiny'], look);
    const problems = wrong.stdout.split('\n').filter((line) => /^ - | {3}\S/.test(line));
    expect(problems.length).toBeGreaterThan(0);
    expect(tooWide(problems.join('\n'), columns)).toEqual([]);
    const right = await cli(['explain', path, '-p', 'Size=small'], look);
    const [head = ''] = right.stdout.split('\n\n');
    expect(head.replaceAll('\n', ' ')).toContain('or set with openjd_env, is not known.');
    expect(tooWide(head, columns)).toEqual([]);
  });

  test('nothing is broken in a pipe', async () => {
    const { stdout } = await cli(['run', path, '--help'], { columns: 30 });
    expect(stdout).toContain(`\n${description}\n`);
    expect(stdout).toContain(`\n      ${description}\n`);
  });
});
