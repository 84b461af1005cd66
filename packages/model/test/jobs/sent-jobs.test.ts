// Jobs that travel as JSON: what comes back is the job that was sent, and what was damaged on the way is told.
import { intValue, SymbolTable } from '@ojd/expr';
import {
  createEnvironment,
  createJob,
  decodeEnvironment,
  decodeEnvironmentTemplate,
  decodeJob,
  decodeJobTemplate,
  type Environment,
  type Job,
  ModelError,
  parameterSymbols,
  preprocessJobParameters,
  safeDecodeEnvironment,
  safeDecodeJob,
  type Step,
  StepDependencyGraph,
  StepParameterSpaceIterator,
  taskSymbols,
} from '@ojd/model';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from '../rules/samples.ts';
import { jobOf, SCRIPT, type Sketch } from './jobs.ts';

const HOST = { pathFormat: 'POSIX', pathMappingRules: [] } as const;

/** What a worker makes of a script on its host: every text, every number. */
function resolved(step: Step, job: Job): unknown {
  const tasks = new StepParameterSpaceIterator(step.parameterSpace);
  const first = tasks[Symbol.iterator]().next().value ?? {};
  const symbols = new SymbolTable(parameterSymbols(job.parameters, { kind: 'host', ...HOST }));
  for (const source of [step.scope.symbols, taskSymbols(first, { ...HOST, syntax: step.profile.syntax })]) {
    for (const name of source.names()) symbols.set(name, source.get(name) ?? intValue(0));
  }
  const context = { symbols, pathFormat: 'POSIX' } as const;
  for (const { name, expression } of step.script.let) symbols.set(name, expression.evaluate(context));
  const { onRun } = step.script.actions;
  return {
    lets: step.script.let.map(({ name }) => symbols.get(name)),
    command: onRun.command.resolve(context),
    args: onRun.args.map((arg) => arg.evaluate(context)),
    files: step.script.embeddedFiles.map(({ data }) => data.resolve(context)),
  };
}

/** The first tasks, the last one, and how many there are. */
function tasksOf(step: Step): unknown {
  const tasks = new StepParameterSpaceIterator(step.parameterSpace);
  const walked = tasks[Symbol.iterator]();
  const first = Array.from({ length: 20 }, () => walked.next().value);
  return tasks.chunksAdaptive ? { first } : { first, last: tasks.at(-1), size: tasks.size };
}

function expectSame(sent: Job): void {
  const text = JSON.stringify(sent);
  for (const job of [decodeJob(text), decodeJob(new TextEncoder().encode(text)), decodeJob(JSON.parse(text))]) {
    expect(JSON.stringify(job)).toBe(text);
    expect(job.profile).toEqual(sent.profile);
    for (const [index, step] of job.steps.entries()) {
      const original = sent.steps[index];
      if (original === undefined) throw new Error('a step was added');
      expect(tasksOf(step)).toEqual(tasksOf(original));
      expect(resolved(step, job)).toEqual(resolved(original, sent));
      expect(step.profile).toBe(job.profile);
    }
    expect(new StepDependencyGraph(job).topologicalOrder().map(({ name }) => name)).toEqual(
      new StepDependencyGraph(sent).topologicalOrder().map(({ name }) => name),
    );
  }
}

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const decimal = fc.constantFrom('3.500', '1e3', '-0.10', '007.25', '12345678901234567890.125');
const space = fc.constantFrom<readonly object[]>(
  [{ name: 'T', type: 'INT', range: '1-1000000000000000000' }],
  [{ name: 'T', type: 'INT', range: '-9223372036854775808--9223372036854775800' }],
  [{ name: 'T', type: 'INT', range: ['9007199254740993', 5, '{{Param.I}}'] }],
  [{ name: 'T', type: 'FLOAT', range: ['0.500', 1.25, '{{Param.F}}'] }],
  [
    { name: 'T', type: 'STRING', range: ['{{Param.S}}', 'b', '{ c }'] },
    { name: 'U', type: 'PATH', range: ['/a', 'b'] },
  ],
  [
    {
      name: 'T',
      type: 'CHUNK[INT]',
      range: '1-100,200-4000000000000000000:7',
      chunks: { defaultTaskCount: 9, rangeConstraint: 'NONCONTIGUOUS' },
    },
  ],
  [
    {
      name: 'T',
      type: 'CHUNK[INT]',
      range: [3, 4, 5, 9],
      chunks: { defaultTaskCount: '{{ 1 + 1 }}', targetRuntimeSeconds: 30, rangeConstraint: 'CONTIGUOUS' },
    },
  ],
);

const sketch = fc
  .record({
    int: int64,
    float: decimal,
    text: fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => !/\p{Cc}|\p{Cs}/u.test(text)),
    texts: fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { maxLength: 3 }),
    ints: fc.array(int64, { maxLength: 3 }),
    space,
    timeout: fc.integer({ min: 1, max: 100_000 }),
  })
  .map(({ int, float, text, texts, ints, space: definitions, timeout }): Sketch => ({
    extensions: ['EXPR', 'TASK_CHUNKING', 'FEATURE_BUNDLE_1', 'WRAP_ACTIONS'],
    name: 'Job {{Param.F}}',
    parameters: [
      { name: 'I', type: 'INT' },
      { name: 'F', type: 'FLOAT' },
      { name: 'S', type: 'STRING' },
      { name: 'L', type: 'LIST[STRING]' },
      { name: 'N', type: 'LIST[LIST[INT]]' },
      { name: 'R', type: 'RANGE_EXPR', default: '1-10:3' },
      { name: 'P', type: 'PATH' },
    ],
    values: { I: int, F: float, S: `x${text}`, L: texts, N: [ints, []], P: '/shows/a.blend' },
    jobEnvironments: [
      {
        name: 'Box',
        variables: { A: '{{Param.S}}', __proto: 'b' },
        script: {
          actions: {
            onWrapEnvEnter: { command: 'in', timeout: '{{WrappedAction.Timeout}}' },
            onWrapTaskRun: { command: 'in', cancelation: { mode: '{{WrappedAction.Cancelation.Mode}}' } },
            onWrapEnvExit: { command: 'in' },
          },
        },
      },
    ],
    steps: [
      {
        name: 'First',
        let: [
          'big = Param.I',
          'decimal = Param.F',
          'mixed = Param.N + [[1]]',
          'where = path("/out") / Param.S.replace("/", "_")',
          'frames = Param.R',
          'nothing = null',
          'none = []',
        ],
        stepEnvironments: [{ name: 'Own', variables: { B: '{{big}}' } }],
        hostRequirements: {
          amounts: [{ name: 'amount.worker.vcpu', min: 0.5, max: '{{ 2.50 }}' }],
          attributes: [{ name: 'attr.worker.os.family', anyOf: ['{{ "linux" }}', 'macos'] }],
        },
        parameterSpace: { taskParameterDefinitions: definitions },
        script: {
          let: ['inside=[big, 1]', 'text =  string(decimal)'],
          embeddedFiles: [{ name: 'File', type: 'TEXT', data: 'a {{text}} {{frames}}', runnable: true }],
          actions: {
            onRun: {
              command: '{{Param.P.name}}',
              args: ['{{Task.Param.T}}', '{{inside}}', '{{mixed}} {{nothing}}', '{{where}}', '{{nothing}}', '{{none}}'],
              timeout,
              cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 10 },
            },
          },
        },
      },
      { name: 'Second', dependencies: [{ dependsOn: 'First' }], script: SCRIPT },
    ],
  }));

test(
  'the tasks, the texts and the actions of a job that was sent are those of the original',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(sketch, (drawn) => expectSame(jobOf(drawn))),
      { numRuns: 60 },
    );
  },
);

const template = decodeJobTemplate(JOB_SAMPLE);
const everything = createJob(
  template,
  preprocessJobParameters(template, { Choice: 'a', IntChoice: 1, FloatChoice: 2 }),
);
const container = decodeEnvironmentTemplate(ENVIRONMENT_SAMPLE);
const environment = createEnvironment(container, { Text: { type: 'STRING', value: '{{x}}' } }, { jobName: 'Film' });

test('a job in which every field stands once comes back', () => {
  const text = JSON.stringify(everything);
  const job = decodeJob(text);
  expect(job).toEqual(everything);
  expect(JSON.stringify(job)).toBe(text);
  expect([...job.profile.extensions].toSorted()).toEqual([...everything.profile.extensions].toSorted());
});

test('an environment of its own comes back, with what it knows of the job', () => {
  const text = JSON.stringify(environment);
  const back = decodeEnvironment(text);
  expect(back).toEqual(environment);
  expect(JSON.stringify(back)).toBe(text);
  expect(back.scope.symbols.get('Job.Name')).toEqual({ kind: 'string', value: 'Film' });
  expect(Object.getPrototypeOf(back.variables)).toBeNull();
});

test('a parameter called __proto__ travels like any other', () => {
  const sent = jobOf({ parameters: [{ name: '__proto__', type: 'INT', default: 7 }], name: 'J {{Param.__proto__}}' });
  const job = decodeJob(JSON.stringify(sent));
  expect(Object.keys(job.parameters)).toEqual(['__proto__']);
  expect(JSON.stringify(job)).toBe(JSON.stringify(sent));
});

describe('what does not fit is told with its place', () => {
  /** The job with another value at a place; undefined takes it away. */
  function damaged(path: readonly (string | number)[], value: unknown): object {
    const copy: object = JSON.parse(JSON.stringify(everything));
    let at: unknown = copy;
    for (const key of path.slice(0, -1)) at = Reflect.get(Object(at), key);
    if (value === undefined) Reflect.deleteProperty(Object(at), path.at(-1) ?? '');
    else Reflect.set(Object(at), path.at(-1) ?? '', value);
    return copy;
  }
  const space1 = ['steps', 1, 'parameterSpace'] as const;

  test.each<[string, readonly (string | number)[], unknown]>([
    ['missing-key', ['steps'], undefined],
    ['unknown-key', ['stepz'], []],
    ['wrong-type', ['steps'], 'Render'],
    ['wrong-type', ['name'], 7],
    ['string-too-short', ['name'], ''],
    ['invalid-choice', ['profile', 'revision'], '2031-01'],
    ['invalid-choice', ['profile', 'extensions', 0], 'EXPRR'],
    ['invalid-choice', ['parameters', 'Count', 'type'], 'NUMBER'],
    ['parameter-value-type', ['parameters', 'Count', 'value'], 'many'],
    ['parameter-value-type', ['parameters', 'Count', 'value'], 1],
    ['invalid-identifier', ['parameters', 'a-b'], { type: 'INT', value: '1' }],
    ['missing-key', ['parameters', 'Count'], { type: 'INT' }],
    ['step-repeated', ['steps', 2, 'name'], 'Node'],
    ['dependency-unknown', ['steps', 1, 'dependencies', 0], 'Nobody'],
    ['dependency-cycle', ['steps', 0, 'dependencies'], ['Render']],
    ['wrong-type', ['steps', 1, 'scope', 'symbols', 'twice'], { type: 'int', value: 'two' }],
    ['invalid-identifier', ['steps', 1, 'scope', 'symbols', 'a b'], { type: 'int', value: 1 }],
    ['format-string-unbalanced-braces', ['steps', 1, 'script', 'actions', 'onRun', 'command'], '{{ a'],
    ['number-too-small', ['steps', 1, 'script', 'actions', 'onRun', 'timeoutSeconds'], 0],
    ['number-too-large', ['steps', 1, 'script', 'actions', 'onRun', 'cancelation', 'notifyPeriodInSeconds'], 601],
    ['expr-syntax', ['steps', 1, 'script', 'let', 0, 'expression'], '1 +'],
    ['let-name', ['steps', 1, 'script', 'let', 0, 'name'], 'Big'],
    ['invalid-filename', ['steps', 1, 'script', 'embeddedFiles', 0, 'filename'], '../run.sh'],
    ['invalid-environment-variable', ['jobEnvironments', 0, 'variables', 'A-B'], 'x'],
    ['capability-name', ['steps', 1, 'hostRequirements', 'amounts', 0, 'name'], 'vcpu'],
    ['invalid-number', ['steps', 1, 'hostRequirements', 'amounts', 0, 'min'], 'two'],
    ['attribute-value', ['steps', 1, 'hostRequirements', 'attributes', 0, 'anyOf', 0], 'a b'],
    ['range-expr-syntax', [...space1, 'taskParameterDefinitions', 4, 'range'], '1-'],
    ['invalid-integer', [...space1, 'taskParameterDefinitions', 0, 'range', 0], '01'],
    ['invalid-number', [...space1, 'taskParameterDefinitions', 1, 'range', 0], 'x'],
    ['list-too-short', [...space1, 'taskParameterDefinitions', 2, 'range'], []],
    ['wrong-type', [...space1, 'taskParameterDefinitions', 2, 'range'], '1-3'],
    ['combination-lengths-differ', [...space1, 'taskParameterDefinitions', 0, 'range'], ['1']],
    ['missing-key', [...space1, 'taskParameterDefinitions', 4, 'chunks'], undefined],
    ['number-too-small', [...space1, 'taskParameterDefinitions', 4, 'chunks', 'defaultTaskCount'], 0],
    ['combination-parameter-unknown', [...space1, 'combination', 'members', 1, 'name'], 'Nothing'],
    ['combination-parameter-repeated', [...space1, 'combination', 'members', 1, 'name'], 'File'],
    ['combination-parameter-missing', [...space1, 'combination', 'members', 1, 'name'], 'File'],
  ])('%s at %j', (code, path, value) => {
    const outcome = safeDecodeJob(damaged(path, value));
    expect(outcome.ok ? [] : outcome.diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    expect(() => decodeJob(damaged(path, value))).toThrow(ModelError);
  });

  test.each([
    ['wrong-type', ['steps', 1, 'script', 'let', 0, 'expression'], 5],
    ['dependency-unknown', ['steps', 1, 'dependencies', 0], 'Nobody'],
    ['invalid-choice', [...space1, 'taskParameterDefinitions', 4, 'chunks', 'rangeConstraint'], 'LOOSE'],
  ])('%s at %j, and nothing besides', (code, path, value) => {
    const outcome = safeDecodeJob(damaged(path, value));
    expect(outcome.ok ? [] : outcome.diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
  });

  test('task parameters that do not go together', () => {
    const { parameterSpace } =
      jobOf({
        extensions: ['TASK_CHUNKING'],
        step: {
          parameterSpace: {
            taskParameterDefinitions: [
              { name: 'A', type: 'INT', range: '1-3' },
              {
                name: 'B',
                type: 'CHUNK[INT]',
                range: '1-3',
                chunks: { defaultTaskCount: 2, rangeConstraint: 'CONTIGUOUS' },
              },
            ],
          },
        },
      }).steps[0] ?? {};
    const sent = (change: (definitions: object[]) => object[], kind = 'product'): string[] => {
      const plain = JSON.parse(JSON.stringify(parameterSpace)) as {
        taskParameterDefinitions: object[];
        combination: object;
      };
      const definitions = change(plain.taskParameterDefinitions);
      const names = [...new Set(definitions.map((one) => (one as { name: string }).name))];
      const combination = { kind, members: names.map((name) => ({ kind: 'name', name })) };
      const job = jobOf({ extensions: ['TASK_CHUNKING'] });
      const object = JSON.parse(JSON.stringify(job)) as { steps: object[] };
      Object.assign(object.steps[0] ?? {}, {
        parameterSpace: { taskParameterDefinitions: definitions, combination },
      });
      const outcome = safeDecodeJob(JSON.stringify(object));
      return outcome.ok ? [] : outcome.diagnostics.map((diagnostic) => diagnostic.code);
    };
    expect(sent((definitions) => definitions)).toEqual([]);
    expect(sent(([a = {}, b = {}]) => [a, b, { ...b, name: 'C' }])).toEqual(['chunk-several']);
    expect(sent(([a = {}, b = {}]) => [a, b, a])).toEqual(['parameter-repeated']);
    expect(sent((definitions) => definitions, 'association')).toEqual(['chunk-in-association']);
  });

  test('with line and column where it is a text', () => {
    const text = JSON.stringify(damaged(['steps', 0, 'name'], 3), null, 1);
    const outcome = safeDecodeJob(text);
    const [first] = outcome.ok ? [] : outcome.diagnostics;
    expect(first?.path).toEqual(['steps', 0, 'name']);
    expect(text.slice(first?.range?.start.offset, first?.range?.end.offset)).toBe('3');
  });

  test('a template in place of a job', () => {
    for (const outcome of [safeDecodeJob(JOB_SAMPLE), safeDecodeEnvironment(ENVIRONMENT_SAMPLE)]) {
      expect(outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code)).toEqual(['wrong-template-kind']);
    }
  });

  test('an extension that the application does not support', () => {
    const outcome = safeDecodeJob(JSON.stringify(everything), { supportedExtensions: ['EXPR', 'FEATURE_BUNDLE_1'] });
    const codes = outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['extension-unsupported']));
  });

  test('more problems than anyone wants to read', () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, 1]));
    const outcome = safeDecodeJob(damaged(['parameters'], many));
    expect(outcome.ok ? [] : outcome.diagnostics.at(-1)?.code).toBe('too-many-problems');
  });
});

/** What a worker does with what it was sent, whether it is what it should be or not. */
function use(job: Job): void {
  new StepDependencyGraph(job).topologicalOrder();
  parameterSymbols(job.parameters, { kind: 'host', ...HOST });
  for (const step of job.steps) {
    const [task] = new StepParameterSpaceIterator(step.parameterSpace);
    taskSymbols(task ?? {}, { ...HOST, syntax: step.profile.syntax });
    useScript(step.script.actions.onRun.args);
  }
  for (const { variables } of job.jobEnvironments) useScript(Object.values(variables ?? {}));
}

function useScript(texts: readonly Environment['name'][] | readonly { check(context: object): unknown }[]): void {
  for (const text of texts) {
    if (typeof text !== 'string') text.check({ symbols: new SymbolTable(), pathFormat: 'POSIX' });
  }
}

/** A copy of a value with another value in place of one of its places. */
function replacedAt(value: unknown, index: { left: number }, put: unknown): unknown {
  if (index.left-- === 0) return put;
  if (Array.isArray(value)) return value.map((item) => replacedAt(item, index, put));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replacedAt(item, index, put)]));
}

test('a damaged job is told, or still a job that can be used', { timeout: 120_000 }, () => {
  const whole: unknown = JSON.parse(JSON.stringify(everything));
  const places = JSON.stringify(whole).split(/[,:[{]/).length;
  const put = fc.oneof(
    fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 2 }),
    fc.constantFrom('', '{{', '1-3', 'EXPR', 'name', -1, 0, 1e300, '__proto__', [], {}, null, 'CHUNK[INT]', 'INT'),
  );
  let used = 0;
  fc.assert(
    fc.property(fc.nat({ max: places }), put, (left, other) => {
      const outcome = safeDecodeJob(Object(replacedAt(whole, { left }, other)));
      if (!outcome.ok) return;
      used++;
      use(outcome.value);
    }),
    { numRuns: 1500 },
  );
  expect(used).toBeGreaterThan(0);
});
