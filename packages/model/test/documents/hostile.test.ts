// Input from strangers: every limit has its own code and option, and nothing crashes, hangs or changes a prototype.
import {
  createJob,
  decodeJobTemplate,
  preprocessJobParameters,
  safeDecodeJob,
  safeDecodeTemplate,
  safePreprocessJobParameters,
  StepParameterSpaceIterator,
  taskSymbols,
} from '@ojd/model';
import { describe, expect, test } from 'vitest';
import { MINIMAL_JOB } from '../rules/samples.ts';
import { codesOf, decoded, HEAD, MOST_MILLISECONDS } from './decoded.ts';

/** Ten levels of lists, each of ten aliases of the level below. */
const BILLION_LAUGHS = `${HEAD}a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n${Array.from(
  { length: 9 },
  (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}*a${level}]`,
).join('\n')}\n`;

describe('limits that are on by default', () => {
  test('16 MiB of bytes, counted as UTF-8', () => {
    const mebibytes = 16 * 1024 * 1024;
    expect(codesOf(`${HEAD}# ${'é'.repeat(mebibytes / 2)}`)).toEqual(['document-too-large']);
    expect(codesOf(new Uint8Array(mebibytes + 1))).toEqual(['document-too-large']);
    expect(codesOf(`${HEAD}# ${'x'.repeat(mebibytes)}`)).toEqual(['document-too-large']);
  });

  test.each([
    ['lists in flow style', '['.repeat(20_000)],
    ['mappings in flow style', '{"a":'.repeat(20_000)],
    ['lists in block style', '- '.repeat(20_000)],
    ['mappings in block style', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['complex keys', '? '.repeat(20_000)],
    ['both', `${'- '.repeat(100)}${'['.repeat(100)}`],
  ])('128 levels of %s', (_, text) => {
    const { codes, milliseconds } = decoded(text);
    expect(codes).toEqual(['document-too-deep']);
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });

  test('one after the other in one process', () => {
    for (let round = 0; round < 3; round++) {
      expect(codesOf('['.repeat(20_000))).toEqual(['document-too-deep']);
      expect(codesOf('{"a":'.repeat(20_000))).toEqual(['document-too-deep']);
    }
  });

  test('128 levels in JSON and in objects', () => {
    expect(codesOf('{"a":'.repeat(129), { format: 'json' })).toEqual(['document-too-deep']);
    let nested: unknown = 1;
    for (let level = 0; level < 200; level++) nested = [nested];
    expect(codesOf({ a: nested })).toEqual(['document-too-deep']);
  });

  test('128 levels, those behind aliases included', () => {
    const levels = Array.from(
      { length: 12 },
      (_, level) => `a${level + 1}: &a${level + 1} ${'['.repeat(20)}*a${level}${']'.repeat(20)}`,
    );
    expect(codesOf(`${HEAD}a0: &a0 x\n${levels.join('\n')}\n`)).toEqual(['document-too-deep']);
  });

  test('aliases: a billion laughs are refused in under 50 ms', () => {
    decoded(BILLION_LAUGHS);
    const { codes, milliseconds } = decoded(BILLION_LAUGHS);
    expect(codes).toEqual(['yaml-too-many-aliased-nodes']);
    expect(milliseconds).toBeLessThan(50);
  });

  test('1,000,000 values', () => {
    expect(codesOf(`{"a": [${'1,'.repeat(1_000_000)}1]}`, { format: 'json' })).toEqual(['document-too-many-nodes']);
    expect(codesOf({ a: Array.from({ length: 1_000_000 }, () => 1) })).toEqual(['document-too-many-nodes']);
  });

  test.each([
    ['lines', '- x\n'.repeat(990_000)],
    ['one line', `a: [${'1, '.repeat(990_000)}1]\n`],
    ['a flow collection over many lines', `a: [${'1,\n  '.repeat(990_000)}1]\n`],
  ])('nearly as many in YAML, on %s, take no more than a second', (_, text) => {
    const { codes, milliseconds } = decoded(text);
    expect(codes).not.toContain('document-too-many-nodes');
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });

  test('4 MiB in one string', () => {
    expect(codesOf(`${HEAD}name: ${'x'.repeat(4 * 1024 * 1024 + 1)}`)).toEqual(['document-string-too-long']);
  });

  test('1,000 problems', () => {
    const keys = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`unknown${index}`, 1]));
    const codes = codesOf({ specificationVersion: 'jobtemplate-2023-09', ...keys });
    expect(codes).toHaveLength(1001);
    expect(codes).toContain('too-many-problems');
  });

  test('10,000 pieces of a range expression', () => {
    const range = Array.from({ length: 10_001 }, (_, index) => index * 2).join(',');
    const steps = [
      {
        name: 'S',
        parameterSpace: { taskParameterDefinitions: [{ name: 'A', type: 'INT', range }] },
        script: { actions: { onRun: { command: 'a' } } },
      },
    ];
    expect(codesOf({ specificationVersion: 'jobtemplate-2023-09', name: 'A', steps })).toEqual([
      'range-expr-too-many-parts',
    ]);
  });
});

describe('expressions of a document share 1,000,000 operations', () => {
  const step = (index: number, arg: string) => ({
    name: `S${index}`,
    let: [`n = ${index} * 2 + 1`, 'label = Step.Name + "-" + string(n).zfill(4)'],
    script: { actions: { onRun: { command: 'render', args: [arg, '{{label}}', '{{Param.Frames.split(",")[0]}}'] } } },
  });
  const template = (count: number, arg: string, name = 'Demo') => ({
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['EXPR'],
    name,
    parameterDefinitions: [{ name: 'Frames', type: 'STRING', default: '1,2,3' }],
    steps: Array.from({ length: count }, (_, index) => step(index, arg)),
  });

  test.each([
    ['a comprehension in each of three steps', template(3, '{{ sum([x*x for x in range(3000000)]) }}')],
    ['smaller ones in each of a hundred', template(100, '{{ sum([x*x for x in range(30000)]) }}')],
    ['long texts in each of a hundred', template(100, "{{ ('a' * 10 ** 7).upper() }}")],
    ['regular expressions in each of a hundred', template(100, "{{ re_findall('a' * 10 ** 4, '(a|b|c)') }}")],
    ['possible types in each of a hundred', template(100, '{{ [Param.Frames + Param.Frames for x in range(10000)] }}')],
  ])('%s: one problem, and no second', (_, document) => {
    const { codes, milliseconds } = decoded(document);
    expect(codes).toEqual(['expr-limit-budget']);
    expect(milliseconds).toBeLessThan(MOST_MILLISECONDS);
  });

  test('what needs no operation is checked all the same', () => {
    const document = template(3, '{{ sum([x*x for x in range(3000000)]) }}');
    document.steps.push(step(3, '{{Param.Frame}}'));
    expect(codesOf(document)).toEqual(['expr-limit-budget', 'expr-unknown-symbol']);
  });

  test('a thousand steps with ordinary expressions need less than a tenth of them', () => {
    const document = template(
      1000,
      "{{ re_sub(Param.Frames, '[0-9]+', '#') + ' ' + join([string(x) for x in range(8)], ',') }}",
    );
    expect(codesOf(document, { limits: { maxTotalOperations: 100_000 } })).toEqual([]);
  });
});

describe('limits are options', () => {
  test.each([
    ['maxBytes', 10, 'name: Demo, demo', 'document-too-large'],
    ['maxDepth', 1, '{"a": [[1]]}', 'document-too-deep'],
    ['maxDepth', 1, 'a: [[1]]', 'document-too-deep'],
    ['maxNodes', 3, 'a: [1, 2, 3]', 'document-too-many-nodes'],
    ['maxAliasedNodes', 1, 'a: &a [1]\nb: *a', 'yaml-too-many-aliased-nodes'],
    ['maxStringLength', 3, 'a: four', 'document-string-too-long'],
  ])('%s %i refuses %s', (limit, value, text, code) => {
    expect(codesOf(text, { limits: { [limit]: value } })).toEqual([code]);
  });

  test.each([
    ['maxSegments', 'format-string-too-many-segments', { data: '{{Param.A}}'.repeat(10_001) }],
    ['maxSourceLength', 'expr-limit-source', { data: `{{ '${'a'.repeat(65_536)}' }}` }],
    ['maxSourceLength', 'expr-limit-source', { data: '{{ b }}', let: [`b = '${'a'.repeat(65_536)}'`] }],
  ])('%s holds back what it may let through: %s', (limit, code, { data, ...rest }) => {
    const template = {
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: 'Demo',
      parameterDefinitions: [{ name: 'A', type: 'STRING', default: 'a' }],
      steps: [
        {
          name: 'S',
          script: { ...rest, actions: { onRun: { command: 'a' } }, embeddedFiles: [{ name: 'F', type: 'TEXT', data }] },
        },
      ],
    };
    const refused = safeDecodeTemplate(template);
    expect(refused.ok ? [] : refused.diagnostics).toMatchObject([
      { code, message: expect.stringContaining(`(limit ${limit})`) as string },
    ]);
    const raised = decodeJobTemplate(template, { limits: { [limit]: 100_000 } });
    expect(createJob(raised, preprocessJobParameters(raised, {})).steps).toHaveLength(1);
  });

  test('maxRangePieces, once raised, holds for the job and for whoever it is sent to', () => {
    const range = Array.from({ length: 12_000 }, (_, index) => index * 2).join(',');
    const taskParameterDefinitions = [{ name: 'T', type: 'INT', range }];
    const script = { actions: { onRun: { command: 'a' } } };
    const template = {
      specificationVersion: 'jobtemplate-2023-09',
      name: 'Demo',
      steps: [{ name: 'S', parameterSpace: { taskParameterDefinitions }, script }],
    };
    expect(codesOf(JSON.stringify(template))).toEqual(['range-expr-too-many-parts']);
    const limits = { maxRangePieces: 12_000 };
    const read = decodeJobTemplate(template, { limits });
    const sent = JSON.stringify(createJob(read, preprocessJobParameters(read, {})));
    expect(safeDecodeJob(sent).ok).toBe(false);
    expect(safeDecodeJob(sent, { limits }).ok).toBe(true);
  });

  test('maxRangePieces is named by who refuses, and holds for the value of a RANGE_EXPR parameter', () => {
    const template = decodeJobTemplate({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: '{{ Param.R[0] }}',
      parameterDefinitions: [{ name: 'R', type: 'RANGE_EXPR', maxLength: 1_000_000 }],
      steps: [{ name: 'S', script: { actions: { onRun: { command: 'a' } } } }],
    });
    const diagnosticsOf = (pieces: number, limits?: { maxRangePieces: number }) => {
      const R = Array.from({ length: pieces }, (_, index) => index * 2).join(',');
      const outcome = safePreprocessJobParameters(template, { R }, limits === undefined ? {} : { limits });
      return outcome.ok
        ? createJob(template, outcome.value).name
        : outcome.diagnostics.map(({ message, hint }) => [message.slice(0, 81), hint]);
    };
    expect(diagnosticsOf(3)).toBe('0');
    expect(diagnosticsOf(4, { maxRangePieces: 3 })).toEqual([
      [
        'Job parameter R (RANGE_EXPR): expected at most 3 comma-separated parts in a range',
        'Write ranges instead of single values, or raise the limit maxRangePieces.',
      ],
    ]);
    expect(diagnosticsOf(12_000)).toHaveLength(1);
    expect(diagnosticsOf(12_000, { maxRangePieces: 12_000 })).toBe('0');
    const space = {
      ...MINIMAL_JOB.steps[0],
      parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'INT', range: '1,3,5,7' }] },
    };
    const document = { specificationVersion: 'jobtemplate-2023-09', name: 'D', steps: [space] };
    const refused = safeDecodeTemplate(document, { limits: { maxRangePieces: 3 } });
    expect(refused.ok ? [] : refused.diagnostics).toMatchObject([
      {
        message: 'Expected at most 3 comma-separated parts in a range expression, found more.',
        hint: 'Write ranges instead of single values, or raise the limit maxRangePieces.',
      },
    ]);
  });

  test('a chunk of more pieces than the default limit can be asked for and run', () => {
    const limits = { maxRangePieces: 12_000 };
    const range = Array.from({ length: 12_000 }, (_, index) => index * index).join(',');
    const chunks = { defaultTaskCount: 12_000, rangeConstraint: 'NONCONTIGUOUS' };
    const read = decodeJobTemplate(
      {
        specificationVersion: 'jobtemplate-2023-09',
        extensions: ['EXPR', 'TASK_CHUNKING'],
        name: 'Demo',
        steps: [
          {
            ...MINIMAL_JOB.steps[0],
            parameterSpace: { taskParameterDefinitions: [{ name: 'T', type: 'CHUNK[INT]', range, chunks }] },
          },
        ],
      },
      { limits },
    );
    const [step] = createJob(read, {}).steps;
    if (step?.parameterSpace === undefined) throw new Error('the step has a parameter space');
    const space = new StepParameterSpaceIterator(step.parameterSpace);
    const set = space.at(0n);
    expect(space.size).toBe(1n);
    expect(space.has(set ?? {})).toBe(true);
    const symbols = taskSymbols(set ?? {}, { syntax: 'expr', pathFormat: 'POSIX', pathMappingRules: [] });
    expect(JSON.stringify(symbols)).toContain('143976001');
  });

  test('maxExpressionDepth holds for format strings and for let, up to what is never read', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}1${')'.repeat(depth)}`;
    const template = (data: string, bound = '1') => ({
      specificationVersion: 'jobtemplate-2023-09',
      extensions: ['EXPR'],
      name: 'Demo',
      steps: [
        {
          name: 'S',
          script: {
            let: [`b = ${bound}`],
            actions: { onRun: { command: 'a' } },
            embeddedFiles: [{ name: 'F', type: 'TEXT', data }],
          },
        },
      ],
    });
    const outcomeOf = (input: object, maxExpressionDepth?: number) => {
      const outcome = safeDecodeTemplate(
        input,
        maxExpressionDepth === undefined ? {} : { limits: { maxExpressionDepth } },
      );
      return outcome.ok ? [] : outcome.diagnostics.map(({ code, hint = '' }) => `${code} ${hint}`);
    };
    const data = template(`{{ ${nested(65)} }}`);
    const bound = template('a', nested(65));
    const mend = "expr-limit-depth Split the expression with 'let', or raise the limit of nesting.";
    for (const input of [data, bound]) expect(outcomeOf(input)).toEqual([mend]);
    for (const input of [data, bound]) expect(outcomeOf(input, 65)).toEqual([]);
    expect(outcomeOf(template(`{{ ${nested(3)} }}`), 2)).toEqual([mend]);
    expect(outcomeOf(template(`{{ ${nested(201)} }}`), 1000)).toEqual([
      "expr-limit-depth Split the expression with 'let'.",
    ]);
    expect(outcomeOf(template(`{{ ${nested(200)} }}`), 1000)).toEqual([]);

    // A job that was sent is read by the same limits.
    const deep = decodeJobTemplate(data, { limits: { maxExpressionDepth: 65 } });
    const sent = JSON.stringify(createJob(deep, preprocessJobParameters(deep, {})));
    expect(safeDecodeJob(sent).ok).toBe(false);
    expect(safeDecodeJob(sent, { limits: { maxExpressionDepth: 65 } }).ok).toBe(true);
  });

  test('maxAliasedNodes counts what is repeated, not what is written', () => {
    const text = `${HEAD}name: Demo\njobEnvironments:\n- &e {name: E, variables: {A: "1"}}\nsteps:\n- {name: S, script: {actions: {onRun: &r {command: echo}}}}\n- {name: T, script: {actions: {onRun: *r}}}\n`;
    expect(codesOf(text, { limits: { maxAliasedNodes: 2 } })).toEqual([]);
  });
});

describe('names that mean something to JavaScript', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'])(
    '%s as a key is a key like any other',
    (key) => {
      expect(
        codesOf(
          `${HEAD}name: Demo\n${key}: {polluted: true}\nsteps: [{name: S, script: {actions: {onRun: {command: a}}}}]\n`,
        ),
      ).toEqual(['unknown-key']);
      expect(codesOf(`{"specificationVersion": "jobtemplate-2023-09", "${key}": {"polluted": true}}`)).toContain(
        'unknown-key',
      );
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  test('inherited keys do not stand for required ones', () => {
    const inherited = Object.create({ name: 'Demo', steps: [] }) as Record<string, unknown>;
    inherited['specificationVersion'] = 'jobtemplate-2023-09';
    expect(codesOf(inherited)).toEqual(['missing-key', 'missing-key']);
  });

  test('__proto__ may be an environment variable', () => {
    const outcome = safeDecodeTemplate(
      'specificationVersion: environment-2023-09\nenvironment: {name: E, variables: {__proto__: a}}\n',
    );
    const variables =
      outcome.ok && outcome.value.kind === 'environment' ? outcome.value.environment.variables : undefined;
    expect(Object.keys(variables ?? {})).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(variables)).toBeNull();
  });
});
