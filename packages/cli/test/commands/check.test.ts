import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, jobTemplate, step, TestFolder } from './cli.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

const good = folder.write(
  'good.yaml',
  'specificationVersion: jobtemplate-2023-09\nname: Demo\nsteps:\n  - name: A\n    script: { actions: { onRun: { command: echo } } }\n',
);
const environmentFile = folder.write('environment.json', {
  specificationVersion: 'environment-2023-09',
  environment: { name: 'E', variables: { A: '1' } },
});
const bad = folder.write(
  'bad.yaml',
  `specificationVersion: jobtemplate-2023-09
name: Demo
parmeterDefinitions: []
steps:
  - name: A
    script: { actions: { onRun: { command: "{{Param.Missing}}" } } }
  - name: A
    script: { actions: { onRun: { command: echo, timeout: -1 } } }
`,
);

describe('one template', () => {
  test.each([
    ['a job template', good],
    ['an environment template', environmentFile],
  ])('%s that is all right says so, exit code 0', async (_, path) => {
    expect(await cli(['check', path])).toEqual({
      exitCode: 0,
      stdout: `Template at '${path}' passes validation checks.\n`,
      stderr: '',
    });
  });

  test('every problem is shown as file:line:column code message with an excerpt and a caret', async () => {
    const { exitCode, stdout, stderr } = await cli(['check', bad]);
    const places = [...stdout.matchAll(/^(.*bad\.yaml):(\d+):(\d+) ([a-z-]+) (\S.*)$/gm)].map(
      ([, , line, column]) => `${line}:${column}`,
    );
    expect(places).toEqual(['3:1', '3:22', '7:11', '8:59']);
    expect(stdout).toContain(`ERROR: '${bad}' failed checks: 4 errors.`);
    expect(stdout).toMatch(/3 \| parmeterDefinitions: \[\]\n\s+\| \^{19}/);
    expect(stdout).toContain('parameterDefinitions');
    expect(stderr).toBe('');
    expect(exitCode).toBe(1);
  });

  test('on a terminal it is coloured, with NO_COLOR it is not', async () => {
    expect((await cli(['check', bad], { isTTY: true })).stdout).toContain('\u001B[31mERROR:\u001B[0m');
    expect((await cli(['check', bad], { isTTY: true, env: { NO_COLOR: '1' } })).stdout).not.toContain('\u001B');
  });

  test('--output json has the diagnostics as data', async () => {
    const { exitCode, stdout } = await cli(['check', bad, '--output', 'json']);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ status: 'error', message: expect.stringContaining('failed checks') });
    expect(result.diagnostics).toHaveLength(4);
    expect(result.diagnostics[0]).toMatchObject({
      severity: 'error',
      path: ['parmeterDefinitions'],
      range: { start: { line: 3, column: 1 } },
    });
    expect(exitCode).toBe(1);
  });

  test('--output json of a good one is what the reference prints', async () => {
    expect(JSON.parse((await cli(['check', good, '--output', 'json'])).stdout)).toEqual({
      status: 'success',
      message: `Template at '${good}' passes validation checks.`,
    });
  });

  test('--output yaml is YAML', async () => {
    expect((await cli(['check', good, '--output', 'yaml'])).stdout).toBe(
      `status: success\nmessage: Template at '${good}' passes validation checks.\n`,
    );
  });

  test('--output sarif is a SARIF log and nothing else', async () => {
    const { exitCode, stdout } = await cli(['check', bad, good, '--output', 'sarif']);
    const log = JSON.parse(stdout);
    expect(log).toMatchObject({ version: '2.1.0', runs: [{ tool: { driver: { name: 'openjd' } } }] });
    expect(log.runs[0].results).toHaveLength(4);
    expect(log.runs[0].results[0].locations[0].physicalLocation.region).toMatchObject({ startLine: 3, startColumn: 1 });
    expect(exitCode).toBe(1);
  });

  test('with --output sarif a template that cannot be read makes a run that was not successful, and is told on standard error', async () => {
    const { exitCode, stdout, stderr } = await cli(['check', good, 'nowhere.yaml', bad, '--output', 'sarif']);
    const [run] = JSON.parse(stdout).runs;
    const text = "Cannot read the template 'nowhere.yaml': there is no such file.";
    expect(run.invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          {
            level: 'error',
            message: { text },
            locations: [{ physicalLocation: { artifactLocation: { uri: 'nowhere.yaml' } } }],
          },
        ],
      },
    ]);
    expect(run.results).toHaveLength(4);
    expect(stderr).toBe(`ERROR: ${text}\n`);
    expect(exitCode).toBe(1);
  });

  test('with --output sarif a run that could read all was successful, also when checks fail', async () => {
    const { stdout } = await cli(['check', bad, '--output', 'sarif']);
    expect(JSON.parse(stdout).runs[0].invocations).toEqual([{ executionSuccessful: true }]);
  });

  test('- reads standard input, as YAML or JSON', async () => {
    const yaml = 'specificationVersion: jobtemplate-2023-09\nname: [\n';
    expect((await cli(['check', '-'], { stdin: yaml })).stdout).toContain('<stdin>:');
    const json = JSON.stringify(jobTemplate({ steps: [step('A', 'true')] }));
    expect(await cli(['check', '-'], { stdin: json })).toMatchObject({
      exitCode: 0,
      stdout: "Template at '<stdin>' passes validation checks.\n",
    });
  });

  test('an extension that --extensions does not list is refused', async () => {
    const path = folder.write('expr.json', jobTemplate({ extensions: ['EXPR'], steps: [step('A', 'true')] }));
    expect((await cli(['check', path])).exitCode).toBe(0);
    expect((await cli(['check', path, '--extensions', 'expr,TASK_CHUNKING'])).exitCode).toBe(0);
    const { exitCode, stdout } = await cli(['check', path, '--extensions', '']);
    expect(stdout).toContain('EXPR');
    expect(exitCode).toBe(1);
  });

  test('an unknown name in --extensions is told with the known ones', async () => {
    const { exitCode, stdout } = await cli(['check', good, '--extensions', 'EXPR,FANCY,X']);
    expect(stdout).toContain('Unsupported Open Job Description extension(s): FANCY, X. Supported: ');
    expect(exitCode).toBe(1);
  });
});

describe('many templates', () => {
  test('are reported in the order given, however long each takes', async () => {
    const { exitCode, stdout } = await cli(['check', good, bad, environmentFile, folder.path]);
    const order = [good, bad, environmentFile, folder.path].map((path) => stdout.indexOf(`'${path}'`));
    expect(order).toEqual(order.toSorted((left, right) => left - right));
    expect(stdout).toMatch(/[^\n]\n\n4 templates checked: 2 pass, 2 fail\.\n$/);
    expect(exitCode).toBe(1);
  });

  test('have one entry each in JSON', async () => {
    const { stdout } = await cli(['check', good, bad, '--output', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'error',
      templates: [
        { path: good, status: 'success' },
        { path: bad, status: 'error', diagnostics: expect.any(Array) },
      ],
    });
  });
});

describe('the values of a job bundle', () => {
  const bundle = (name: string, values: object): string => {
    mkdirSync(join(folder.path, name));
    folder.write(
      join(name, 'template.json'),
      jobTemplate({
        parameterDefinitions: [
          { name: 'Samples', type: 'INT', maxValue: 64 },
          { name: 'Scene', type: 'PATH' },
        ],
        steps: [step('S', 'true')],
      }),
    );
    folder.write(join(name, 'parameter_values.json'), values);
    return join(folder.path, name);
  };

  test('that break a definition fail the check, with the place of what they break', async () => {
    const path = bundle('too-many', { Samples: 65 });
    const { exitCode, stdout } = await cli(['check', path]);
    expect(stdout).toContain(
      `ERROR: The values in '${join(path, 'parameter_values.json')}' don't fit '${join(path, 'template.json')}': 1 error.\n`,
    );
    expect(stdout).toMatch(
      /template\.json:1:\d+ parameter-value-too-large .*Samples: expected .* at most 64, found 65/,
    );
    expect(exitCode).toBe(1);
    const json = JSON.parse((await cli(['check', path, '--output', 'json'])).stdout);
    expect(json).toMatchObject({ status: 'error', diagnostics: [{ code: 'parameter-value-too-large' }] });
    expect((await cli(['run', path])).exitCode).toBe(1);
  });

  test('may lack some, which -p can give', async () => {
    expect(await cli(['check', bundle('some', { Samples: 64 })])).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/passes validation checks\.\n$/),
    });
  });

  test('that no definition of the template is for are warned about: an environment template may define them', async () => {
    const { exitCode, stdout } = await cli(['check', bundle('unknown', { Sample: 1, 'farm:priority': 50 })]);
    expect(stdout).toMatch(/passes validation checks\.\n/);
    expect(stdout).toMatch(/parameter-unknown.*"Sample" has a value, and no template defines it/);
    expect(stdout).toMatch(
      /Did you mean Samples\? If an environment template defines it, give that to `run` with --environment/,
    );
    expect(stdout).not.toContain('farm:priority');
    expect(exitCode).toBe(0);
  });
});

describe('a job bundle whose parameter values are broken', () => {
  const bundle = (name: string, template: string): string => {
    mkdirSync(join(folder.path, name));
    folder.write(join(name, 'template.yaml'), template);
    folder.write(join(name, 'parameter_values.yaml'), 'parameterValues: [{');
    return join(folder.path, name);
  };
  const wellMade = bundle('bundle', readFileSync(good, 'utf8'));
  const wrong = bundle('wrong-bundle', 'specificationVersion: jobtemplate-2023-09\nname: Demo\nsteps: 1\n');
  const problem = /The parameter values can't be used: .*parameter_values\.yaml:\d+:\d+ /;

  test('fails, though its template is all right', async () => {
    const { exitCode, stdout } = await cli(['check', wellMade]);
    expect(stdout).toMatch(/^ERROR: The parameter values/);
    expect(stdout).toMatch(problem);
    expect(exitCode).toBe(1);
  });

  test('is told what is wrong with the template, too', async () => {
    const { stdout } = await cli(['check', wrong]);
    expect(stdout).toMatch(/^ERROR: .*template\.yaml' failed checks: 1 error\.\n\n.*template\.yaml:3:8 wrong-type /);
    expect(stdout).toMatch(new RegExp(`\n\nERROR: ${problem.source}`));
  });

  test('has both in JSON and in SARIF', async () => {
    const json = JSON.parse((await cli(['check', wrong, '--output', 'json'])).stdout);
    expect(json).toMatchObject({ status: 'error', diagnostics: [{ code: 'wrong-type' }] });
    expect(json.message).toMatch(/^ERROR: '.*' failed checks: 1 error\./);
    expect(json.message).toMatch(problem);
    const [run] = JSON.parse((await cli(['check', wrong, '--output', 'sarif'])).stdout).runs;
    expect(run.results).toMatchObject([{ ruleId: 'wrong-type' }]);
    expect(run.invocations).toMatchObject([{ executionSuccessful: false }]);
  });

  test('gets its help, with the problem after it', async () => {
    const { exitCode, stdout } = await cli(['run', wellMade, '--help']);
    expect(stdout).toMatch(/^Usage: openjd run /);
    expect(stdout).toMatch(new RegExp(`\n\nERROR: ${problem.source}`));
    expect(exitCode).toBe(1);
  });

  test('with errors in the template gets its help with both', async () => {
    const { stdout } = await cli(['run', wrong, '--help']);
    expect(stdout).toMatch(/^Usage: openjd run /);
    expect(stdout).toMatch(/\nERROR: .* failed checks: 1 error\./);
    expect(stdout).toMatch(new RegExp(`\n\nERROR: ${problem.source}`));
  });

  test('does not run', async () => {
    const { exitCode, stdout } = await cli(['run', wellMade]);
    expect(stdout).toMatch(new RegExp(`^ERROR: ${problem.source}`));
    expect(exitCode).toBe(1);
  });
});

describe('an excerpt fits the terminal', () => {
  const long = folder.write(
    'long.yaml',
    `specificationVersion: jobtemplate-2023-09\nname: "${'x'.repeat(60)}${'y'.repeat(60)}{{Param.Missing}}"\nsteps:\n  - name: A\n    script: { actions: { onRun: { command: echo } } }\n`,
  );

  test('also one of 40 columns', async () => {
    const { stdout } = await cli(['check', long], { isTTY: true, columns: 40, env: { NO_COLOR: '1' } });
    const excerpt = stdout.split('\n').filter((line) => line.includes(' | '));
    expect(excerpt[0]).toContain('{{Param.Missing}}');
    expect(Math.max(...excerpt.map((line) => line.length))).toBeLessThanOrEqual(40);
  });

  test('a line that is too long is shown as a window around the place', async () => {
    const { stdout } = await cli(['check', long], { isTTY: true, env: { NO_COLOR: '1' } });
    const excerpt = stdout.split('\n').filter((line) => line.includes(' | '));
    expect(excerpt[0]).toContain('{{Param.Missing}}');
    expect(Math.max(...excerpt.map((line) => line.length))).toBeLessThanOrEqual(100);
    const [source = '', carets = ''] = excerpt;
    expect(carets.indexOf('^')).toBe(source.indexOf('Param.Missing'));
  });
});
