// One or more cases for every rule of the specification: a piece of a template, and where what is wrong with it.
// A table of more than 400 lines, in the order of the specification: the mutation test looks for the rows of each rule in one place.
import type { ExtensionName } from '@ojd/model';
import { MINIMAL_ENVIRONMENT, MINIMAL_JOB } from './samples.ts';

export interface RuleCase {
  /** What the rule says. */
  readonly claim: string;
  readonly template: object;
  /** Every problem, as `code path`; none for a template that keeps the rule. */
  readonly problems: readonly string[];
}

type Extensions = readonly ExtensionName[];

const declare = (extensions: Extensions) => (extensions.length === 0 ? {} : { extensions });

/** A case about top-level keys of a job template. */
export function job(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  return { claim, template: { ...MINIMAL_JOB, ...declare(extensions), ...keys }, problems };
}

export function environment(
  claim: string,
  keys: object,
  problems: string[] = [],
  extensions: Extensions = [],
): RuleCase {
  return { claim, template: { ...MINIMAL_ENVIRONMENT, ...declare(extensions), ...keys }, problems };
}

const RUN = { actions: { onRun: { command: 'echo' } } };

/** A case about keys of one step. */
function step(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  return job(
    claim,
    { steps: [{ name: 'Step', script: RUN, ...keys }] },
    problems.map((problem) => problem.replace(' ', ' steps[0].')),
    extensions,
  );
}

/** A case about keys of the action of a step. */
function action(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const script = { actions: { onRun: { command: 'echo', ...keys } } };
  return step(
    claim,
    { script },
    problems.map((problem) => problem.replace(' ', ' script.actions.onRun.')),
    extensions,
  );
}

/** A case about one job parameter. */
function parameter(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const definition = { name: 'P', type: 'STRING', ...keys };
  return job(
    claim,
    { parameterDefinitions: [definition] },
    problems.map((problem) => problem.replace(' ', ' parameterDefinitions[0].')),
    extensions,
  );
}

/** A case about one job parameter of a type that EXPR adds. */
const typed = (claim: string, keys: object, problems: string[] = []): RuleCase =>
  parameter(claim, keys, problems, ['EXPR']);

/** A case about the parameter space of a step. */
function space(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const parameterSpace = { taskParameterDefinitions: [{ name: 'A', type: 'INT', range: '1-3' }], ...keys };
  return step(
    claim,
    { parameterSpace },
    problems.map((problem) => problem.replace(' ', ' parameterSpace.')),
    extensions,
  );
}

/** A case about one task parameter. */
function task(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const taskParameterDefinitions = [{ name: 'A', type: 'INT', ...keys }];
  return space(
    claim,
    { taskParameterDefinitions },
    problems.map((problem) => problem.replace(' ', ' taskParameterDefinitions[0].')),
    extensions,
  );
}

function requirements(
  claim: string,
  hostRequirements: object,
  problems: string[] = [],
  extensions: Extensions = [],
): RuleCase {
  return step(
    claim,
    { hostRequirements },
    problems.map((problem) => problem.replace(' ', ' hostRequirements.')),
    extensions,
  );
}

function file(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const script = { ...RUN, embeddedFiles: [{ name: 'File', type: 'TEXT', data: 'text', ...keys }] };
  return step(
    claim,
    { script },
    problems.map((problem) => problem.replace(' ', ' script.embeddedFiles[0].')),
    extensions,
  );
}

function jobEnvironment(claim: string, keys: object, problems: string[] = [], extensions: Extensions = []): RuleCase {
  const jobEnvironments = [{ name: 'Env', ...keys }];
  return job(
    claim,
    { jobEnvironments },
    problems.map((problem) => problem.replace(' ', ' jobEnvironments[0].')),
    extensions,
  );
}

/** A string of so many characters: four UTF-16 units each, if `wide`. */
const text = (length: number): string => 'a'.repeat(length);
const wide = (length: number): string => '😀'.repeat(length);
const FB1: Extensions = ['FEATURE_BUNDLE_1'];

/** A string field with a greatest length, in cases of that length and one more. */
function lengths(
  name: string,
  limit: number,
  make: (claim: string, value: string, problems: string[]) => RuleCase,
  path: string,
  of: (length: number) => string = text,
): RuleCase[] {
  return [
    make(`${name} has at most ${limit} characters`, of(limit), []),
    make(`${name} of ${limit + 1} characters is too long`, of(limit + 1), [`string-too-long ${path}`]),
  ];
}

const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const NAMES: RuleCase[] = [
  ...lengths('a job name', 128, (claim, name, problems) => job(claim, { name }, problems), 'name', wide),
  ...lengths(
    'a job name with FEATURE_BUNDLE_1',
    512,
    (claim, name, problems) => job(claim, { name }, problems, FB1),
    'name',
  ),
  job('a job name is not empty', { name: '' }, ['string-too-short name']),
  job('a job name has no control character', { name: 'a\tb' }, ['string-forbidden-character name']),
  job(
    'a job name has no control character around an expression either',
    { name: 'a\u007f{{RawParam.P}}', parameterDefinitions: [{ name: 'P', type: 'STRING' }] },
    ['string-forbidden-character name'],
  ),
  ...lengths('a step name', 64, (claim, name, problems) => step(claim, { name }, problems), 'name', wide),
  ...lengths(
    'a step name with FEATURE_BUNDLE_1',
    512,
    (claim, name, problems) => step(claim, { name }, problems, FB1),
    'name',
  ),
  step('a step name is not empty', { name: '' }, ['string-too-short name']),
  step('a step name has no control character', { name: 'a\u0085' }, ['string-forbidden-character name']),
  ...lengths(
    'an environment name',
    64,
    (claim, name, problems) => jobEnvironment(claim, { name, variables: { A: '' } }, problems),
    'name',
    wide,
  ),
  ...lengths(
    'an environment name with FEATURE_BUNDLE_1',
    512,
    (claim, name, problems) => jobEnvironment(claim, { name, variables: { A: '' } }, problems, FB1),
    'name',
  ),
  jobEnvironment('an environment name is not empty', { name: '', variables: { A: '' } }, ['string-too-short name']),
  jobEnvironment('an environment name has no control character', { name: 'a\n', variables: { A: '' } }, [
    'string-forbidden-character name',
  ]),
  ...lengths('an identifier', 64, (claim, name, problems) => parameter(claim, { name }, problems), 'name'),
  ...lengths(
    'an identifier with FEATURE_BUNDLE_1',
    512,
    (claim, name, problems) => parameter(claim, { name }, problems, FB1),
    'name',
  ),
  parameter('an identifier is not empty', { name: '' }, ['string-too-short name']),
  parameter('an identifier does not begin with a digit', { name: '3D' }, ['invalid-identifier name']),
  parameter('an identifier has Latin letters alone', { name: 'Größe' }, ['invalid-identifier name']),
  parameter('an identifier may begin with an underscore', { name: '_a1' }),
  task('the name of a task parameter is an identifier', { name: 'a-b', range: '1' }, ['invalid-identifier name']),
  file('the name of an embedded file is an identifier', { name: 'a.b' }, ['invalid-identifier name']),
  ...lengths(
    'a description',
    2048,
    (claim, description, problems) => job(claim, { description }, problems),
    'description',
    wide,
  ),
  job('a description is not empty', { description: '' }, ['string-too-short description']),
  job('a description may have line breaks and tabs', { description: 'a\r\n\tb' }),
  job('a description has no other control character', { description: 'a\u0007' }, [
    'string-forbidden-character description',
  ]),
  step('the description of a step is one', { description: '' }, ['string-too-short description']),
  parameter('the description of a parameter is one', { description: '' }, ['string-too-short description']),
  jobEnvironment('the description of an environment is one', { description: '', variables: { A: '' } }, [
    'string-too-short description',
  ]),
];

const P = (index: number) => ({ name: `P${index}`, type: 'STRING' });
const TEMPLATES: RuleCase[] = [
  job('a job has a step', { steps: [] }, ['list-too-short steps']),
  job('parameterDefinitions are not empty', { parameterDefinitions: [] }, ['list-too-short parameterDefinitions']),
  environment('parameterDefinitions of an environment template are not empty', { parameterDefinitions: [] }, [
    'list-too-short parameterDefinitions',
  ]),
  job('a job template has at most 50 parameters', { parameterDefinitions: many(50, P) }),
  job('51 parameters are too many', { parameterDefinitions: many(51, P) }, ['list-too-long parameterDefinitions']),
  job(
    'with FEATURE_BUNDLE_1 a job template has at most 200 parameters',
    { parameterDefinitions: many(200, P) },
    [],
    FB1,
  ),
  job(
    'with FEATURE_BUNDLE_1 201 parameters are too many',
    { parameterDefinitions: many(201, P) },
    ['list-too-long parameterDefinitions'],
    FB1,
  ),
  environment('an environment template has at most 50 parameters', { parameterDefinitions: many(50, P) }),
  environment(
    'FEATURE_BUNDLE_1 does not raise that',
    { parameterDefinitions: many(51, P) },
    ['list-too-long parameterDefinitions'],
    FB1,
  ),
  job('extensions are not empty', { extensions: [] }, ['list-too-short extensions']),
  environment('extensions of an environment template are not empty', { extensions: [] }, ['list-too-short extensions']),
  job('parameter names are unique', { parameterDefinitions: [P(1), P(1)] }, [
    'parameter-repeated parameterDefinitions[1].name',
  ]),
  environment('parameter names of an environment template are unique', { parameterDefinitions: [P(1), P(1)] }, [
    'parameter-repeated parameterDefinitions[1].name',
  ]),
  job(
    'step names are unique',
    {
      steps: [
        { name: 'A', script: RUN },
        { name: 'A', script: RUN },
      ],
    },
    ['step-repeated steps[1].name'],
  ),
  job(
    'names of job environments are unique',
    {
      jobEnvironments: [
        { name: 'E', variables: { A: '' } },
        { name: 'E', variables: { A: '' } },
      ],
    },
    ['environment-repeated jobEnvironments[1].name'],
  ),
  job(
    'a step environment does not have the name of a job environment',
    {
      jobEnvironments: [{ name: 'E', variables: { A: '' } }],
      steps: [{ name: 'S', script: RUN, stepEnvironments: [{ name: 'E', variables: { A: '' } }] }],
    },
    ['environment-repeated steps[0].stepEnvironments[0].name'],
  ),
  job('environments of different steps may have the same name', {
    steps: ['A', 'B'].map((name) => ({ name, script: RUN, stepEnvironments: [{ name: 'E', variables: { A: '' } }] })),
  }),
  environment('an environment template has no $schema: the text lists none', { $schema: 'x' }, ['unknown-key $schema']),
  job('$schema is a string', { $schema: 1 }, ['wrong-type $schema']),
  job(
    'step names are no format strings: two are the same whatever they hold',
    {
      steps: ['{{A}}', '{{A}}'].map((name) => ({ name, script: RUN })),
    },
    ['step-repeated steps[1].name'],
  ),
  job('jobEnvironments may be empty: the text has no least number', { jobEnvironments: [] }),
];

const after = (name: string, ...names: string[]) => ({
  name,
  script: RUN,
  ...(names.length === 0 ? {} : { dependencies: names.map((dependsOn) => ({ dependsOn })) }),
});
const DEPENDENCIES: RuleCase[] = [
  job('a step depends on steps that exist', { steps: [after('A', 'B')] }, [
    'dependency-unknown steps[0].dependencies[0].dependsOn',
  ]),
  job('a step depends on another step once', { steps: [after('A'), after('B', 'A', 'A')] }, [
    'dependency-repeated steps[1].dependencies[1].dependsOn',
  ]),
  job('a step does not depend on itself', { steps: [after('A', 'A')] }, [
    'dependency-cycle steps[0].dependencies[0].dependsOn',
  ]),
  job('steps do not depend on each other in a circle', { steps: [after('A', 'C'), after('B', 'A'), after('C', 'B')] }, [
    'dependency-cycle steps[0].dependencies[0].dependsOn',
  ]),
  job('each circle is one problem', { steps: [after('A', 'B'), after('B', 'A'), after('C', 'D'), after('D', 'C')] }, [
    'dependency-cycle steps[0].dependencies[0].dependsOn',
    'dependency-cycle steps[2].dependencies[0].dependsOn',
  ]),
  job('a diamond is no circle', { steps: [after('A'), after('B', 'A'), after('C', 'A'), after('D', 'B', 'C')] }),
  job('a step may depend on a later one', { steps: [after('A', 'B'), after('B')] }),
  step('dependencies are not empty', { dependencies: [] }, ['list-too-short dependencies']),
  job('the name of a dependency is a step name', { steps: [after('A', '')] }, [
    'string-too-short steps[0].dependencies[0].dependsOn',
  ]),
];

const STEPS: RuleCase[] = [
  job('a step has a script', { steps: [{ name: 'A' }] }, ['missing-key steps[0]']),
  job(
    'with FEATURE_BUNDLE_1 a step has a script or a simple action',
    { steps: [{ name: 'A' }] },
    ['step-without-action steps[0]'],
    FB1,
  ),
  step(
    'a step has one action',
    { bash: { script: 'echo' }, python: { script: 'pass' } },
    ['step-several-actions bash', 'step-several-actions python'],
    FB1,
  ),
  step('a simple action needs FEATURE_BUNDLE_1', { script: undefined, node: { script: '1' } }, [
    'extension-not-declared node',
  ]),
  step(
    'the script of a simple action is not empty',
    { script: undefined, node: { script: '' } },
    ['string-too-short node.script'],
    FB1,
  ),
  step(
    'a simple action has no embedded files',
    { script: undefined, node: { script: '1', embeddedFiles: [] } },
    ['unknown-key node.embeddedFiles'],
    FB1,
  ),
  step(
    'the let of a simple action needs EXPR besides',
    { script: undefined, node: { let: ['a = 1'], script: '1' } },
    ['extension-not-declared node.let'],
    FB1,
  ),
];

const SIMPLE_ACTIONS: RuleCase[] = ['bash', 'cmd', 'node', 'powershell', 'python'].flatMap((name) => [
  step(`${name} needs FEATURE_BUNDLE_1`, { script: undefined, [name]: { script: 'x' } }, [
    `extension-not-declared ${name}`,
  ]),
  step(`${name} is an action`, { script: undefined, [name]: { script: 'x', timeout: '60' } }, [], FB1),
]);

const ACTIONS: RuleCase[] = [
  action('a command is not empty', { command: '' }, ['string-too-short command']),
  action('a command has no control character', { command: 'a\nb' }, ['string-forbidden-character command']),
  action('EXPR does not change that', { command: 'a\nb' }, ['string-forbidden-character command'], ['EXPR']),
  action('an argument may be empty, and args may be', { args: [''] }),
  action('args may be an empty list', { args: [] }),
  action('an argument may have line breaks and tabs', { args: ['a\r\n\tb'] }),
  action('an argument has no other control character', { args: ['a', 'b\u0007'] }, [
    'string-forbidden-character args[1]',
  ]),
  action('a timeout is at least 1', { timeout: 0 }, ['number-too-small timeout']),
  action('a timeout is an integer', { timeout: 1.5 }, ['invalid-integer timeout']),
  action('a timeout fits 64 bits', { timeout: 2 ** 63 }, ['integer-overflow timeout']),
  action('a timeout as a string needs FEATURE_BUNDLE_1', { timeout: '30' }, ['extension-not-declared timeout']),
  action('with FEATURE_BUNDLE_1 a timeout may be a string', { timeout: '30' }, [], FB1),
  action(
    'with FEATURE_BUNDLE_1 a timeout in a string is at least 1',
    { timeout: '0' },
    ['number-too-small timeout'],
    FB1,
  ),
  action(
    'with FEATURE_BUNDLE_1 a timeout in a string is an integer',
    { timeout: 'soon' },
    ['invalid-integer timeout'],
    FB1,
  ),
  action(
    'a notify period is at least 1',
    { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 0 } },
    ['number-too-small cancelation.notifyPeriodInSeconds'],
  ),
  action(
    'a notify period is at most 600',
    { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 601 } },
    ['number-too-large cancelation.notifyPeriodInSeconds'],
  ),
  action('600 is allowed', { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 600 } }),
  action(
    'a notify period is an integer',
    { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: 2.5 } },
    ['invalid-integer cancelation.notifyPeriodInSeconds'],
  ),
  action(
    'a notify period as a string needs FEATURE_BUNDLE_1',
    { cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: '5' } },
    ['extension-not-declared cancelation.notifyPeriodInSeconds'],
  ),
  action('TERMINATE has no notify period', { cancelation: { mode: 'TERMINATE', notifyPeriodInSeconds: 5 } }, [
    'unknown-key cancelation.notifyPeriodInSeconds',
  ]),
  action('a mode is one of two', { cancelation: { mode: 'KILL' } }, ['invalid-choice cancelation.mode']),
  action(
    'a mode as a format string needs FEATURE_BUNDLE_1',
    { cancelation: { mode: '{{Session.WorkingDirectory}}' } },
    ['extension-not-declared cancelation.mode'],
  ),
  action(
    'with FEATURE_BUNDLE_1 a mode may be a format string',
    { cancelation: { mode: '{{Session.WorkingDirectory}}' } },
    [],
    FB1,
  ),
];

const FILES: RuleCase[] = [
  ...lengths('a filename', 64, (claim, filename, problems) => file(claim, { filename }, problems), 'filename', wide),
  ...lengths(
    'a filename with FEATURE_BUNDLE_1',
    256,
    (claim, filename, problems) => file(claim, { filename }, problems, FB1),
    'filename',
  ),
  file('a filename is not empty', { filename: '' }, ['string-too-short filename']),
  file('a filename is no path', { filename: 'a/b' }, ['invalid-filename filename']),
  file('a filename is no Windows path', { filename: 'a\\b' }, ['invalid-filename filename']),
  file('a filename is not the directory above', { filename: '..' }, ['invalid-filename filename']),
  file('a filename may begin with two dots', { filename: '..a' }),
  file('a filename has no control character', { filename: 'a\u0000' }, ['string-forbidden-character filename']),
  file('the data of a file is not empty', { data: '' }, ['string-too-short data']),
  file('the type of a file is TEXT', { type: 'BINARY' }, ['invalid-choice type']),
  file('endOfLine needs FEATURE_BUNDLE_1', { endOfLine: 'LF' }, ['extension-not-declared endOfLine']),
  file('endOfLine is one of three', { endOfLine: 'CR' }, ['invalid-choice endOfLine'], FB1),
  step('embeddedFiles are not empty', { script: { ...RUN, embeddedFiles: [] } }, [
    'list-too-short script.embeddedFiles',
  ]),
  jobEnvironment(
    'embeddedFiles of an environment are not empty',
    { script: { actions: { onEnter: { command: 'a' } }, embeddedFiles: [] } },
    ['list-too-short script.embeddedFiles'],
  ),
  step(
    'names of embedded files are unique',
    { script: { ...RUN, embeddedFiles: many(2, () => ({ name: 'A', type: 'TEXT', data: 'a' })) } },
    ['embedded-file-repeated script.embeddedFiles[1].name'],
  ),
  step(
    'filenames are unique',
    {
      script: {
        ...RUN,
        embeddedFiles: many(2, (index) => ({ name: `A${index}`, type: 'TEXT', filename: 'a', data: 'a' })),
      },
    },
    ['embedded-filename-repeated script.embeddedFiles[1].filename'],
  ),
  jobEnvironment(
    'names of embedded files of an environment are unique',
    {
      script: {
        actions: { onEnter: { command: 'a' } },
        embeddedFiles: many(2, () => ({ name: 'A', type: 'TEXT', data: 'a' })),
      },
    },
    ['embedded-file-repeated script.embeddedFiles[1].name'],
  ),
  jobEnvironment(
    'filenames of an environment are unique',
    {
      script: {
        actions: { onEnter: { command: 'a' } },
        embeddedFiles: many(2, (index) => ({ name: `A${index}`, type: 'TEXT', filename: 'a', data: 'a' })),
      },
    },
    ['embedded-filename-repeated script.embeddedFiles[1].filename'],
  ),
];

const HOOK = { command: 'wrap' };
const HOOKS = { onWrapEnvEnter: HOOK, onWrapTaskRun: HOOK, onWrapEnvExit: HOOK };
const WRAP: Extensions = ['WRAP_ACTIONS', 'EXPR'];
const wrapping = (name: string) => ({ name, script: { actions: HOOKS } });
const ENVIRONMENTS: RuleCase[] = [
  jobEnvironment('an environment has a script or variables', {}, ['environment-empty ']),
  jobEnvironment('variables are not empty', { variables: {} }, ['list-too-short variables']),
  jobEnvironment('a script of an environment has an action', { script: { actions: {} } }, [
    'environment-without-action script.actions',
  ]),
  jobEnvironment('onExit alone is enough', { script: { actions: { onExit: { command: 'a' } } } }),
  ...lengths(
    'the name of a variable',
    256,
    (claim, name, problems) => jobEnvironment(claim, { variables: { [name]: '' } }, problems),
    `variables.${text(257)}`,
  ),
  jobEnvironment('the name of a variable is not empty', { variables: { '': 'a' } }, ['string-too-short variables[""]']),
  jobEnvironment('the name of a variable does not begin with a digit', { variables: { '1A': 'a' } }, [
    'invalid-environment-variable variables["1A"]',
  ]),
  jobEnvironment('the name of a variable has no hyphen', { variables: { 'A-B': 'a' } }, [
    'invalid-environment-variable variables["A-B"]',
  ]),
  ...lengths(
    'the value of a variable',
    2048,
    (claim, value, problems) => jobEnvironment(claim, { variables: { A: value } }, problems),
    'variables.A',
    wide,
  ),
  jobEnvironment('the value of a variable may be empty', { variables: { A: '' } }),
  ...['onWrapEnvEnter', 'onWrapTaskRun', 'onWrapEnvExit'].map((hook) =>
    jobEnvironment(
      `${hook} needs WRAP_ACTIONS`,
      { script: { actions: { onEnter: HOOK, [hook]: HOOK } } },
      [`extension-not-declared script.actions.${hook}`],
      ['EXPR'],
    ),
  ),
  jobEnvironment(
    'the three wrap hooks come together',
    { script: { actions: { onWrapTaskRun: HOOK } } },
    ['wrap-hooks-incomplete script.actions.onWrapTaskRun'],
    WRAP,
  ),
  jobEnvironment('the wrap hooks are enough', { script: { actions: HOOKS } }, [], WRAP),
  job(
    'one environment of a job wraps',
    { jobEnvironments: [wrapping('A'), wrapping('B')] },
    ['wrap-environments-several jobEnvironments[1].name'],
    WRAP,
  ),
  job(
    'one environment of a job and a step wraps',
    { jobEnvironments: [wrapping('A')], steps: [{ name: 'S', script: RUN, stepEnvironments: [wrapping('B')] }] },
    ['wrap-environments-several steps[0].stepEnvironments[0].name'],
    WRAP,
  ),
  job(
    'environments of different steps may wrap',
    { steps: ['A', 'B'].map((name) => ({ name, script: RUN, stepEnvironments: [wrapping('E')] })) },
    [],
    WRAP,
  ),
  job('WRAP_ACTIONS needs EXPR', {}, ['extension-requires extensions'], ['WRAP_ACTIONS']),
  jobEnvironment(
    'a wrap hook has a command',
    { script: { actions: { ...HOOKS, onWrapTaskRun: { command: '' } } } },
    ['string-too-short script.actions.onWrapTaskRun.command'],
    WRAP,
  ),
  jobEnvironment(
    'a timeout of a wrap hook as a string needs FEATURE_BUNDLE_1',
    { script: { actions: { ...HOOKS, onWrapEnvEnter: { command: 'a', timeout: '{{WrappedAction.Timeout}}' } } } },
    ['extension-not-declared script.actions.onWrapEnvEnter.timeout'],
    WRAP,
  ),
  jobEnvironment(
    'a mode of a wrap hook as a format string needs FEATURE_BUNDLE_1',
    {
      script: {
        actions: {
          ...HOOKS,
          onWrapEnvEnter: { command: 'a', cancelation: { mode: '{{WrappedAction.Cancelation.Mode}}' } },
        },
      },
    },
    ['extension-not-declared script.actions.onWrapEnvEnter.cancelation.mode'],
    WRAP,
  ),
  jobEnvironment(
    'a notify period of a wrap hook as a string needs FEATURE_BUNDLE_1',
    {
      script: {
        actions: {
          ...HOOKS,
          onWrapEnvEnter: { command: 'a', cancelation: { mode: 'NOTIFY_THEN_TERMINATE', notifyPeriodInSeconds: '1' } },
        },
      },
    },
    ['extension-not-declared script.actions.onWrapEnvEnter.cancelation.notifyPeriodInSeconds'],
    WRAP,
  ),
  ...['onWrapEnvEnter', 'onWrapTaskRun'].map((hook) =>
    jobEnvironment(
      `a timeout of ${hook} in a string needs FEATURE_BUNDLE_1`,
      { script: { actions: { ...HOOKS, [hook]: { command: 'a', timeout: '5' } } } },
      [`extension-not-declared script.actions.${hook}.timeout`],
      WRAP,
    ),
  ),
  jobEnvironment(
    'TERMINATE of a wrap hook has no notify period',
    {
      script: {
        actions: {
          ...HOOKS,
          onWrapEnvEnter: { command: 'a', cancelation: { mode: 'TERMINATE', notifyPeriodInSeconds: 1 } },
        },
      },
    },
    ['unknown-key script.actions.onWrapEnvEnter.cancelation.notifyPeriodInSeconds'],
    WRAP,
  ),
];

const ui = (userInterface: object) => ({ userInterface });
const STRINGS: RuleCase[] = [
  ...lengths(
    'a default',
    1024,
    (claim, value, problems) => parameter(claim, { default: value }, problems),
    'default',
    wide,
  ),
  ...lengths(
    'an allowed value',
    1024,
    (claim, value, problems) => parameter(claim, { allowedValues: [value] }, problems),
    'allowedValues[0]',
  ),
  parameter('allowedValues are not empty', { allowedValues: [] }, ['list-too-short allowedValues']),
  parameter('a default is one of the allowed values', { default: 'c', allowedValues: ['a', 'b'] }, [
    'parameter-default-not-allowed default',
  ]),
  parameter('a default is not shorter than minLength', { default: '😀', minLength: 2 }, [
    'parameter-value-out-of-bounds default',
  ]),
  parameter('a default is not longer than maxLength', { default: '😀😀', maxLength: 1 }, [
    'parameter-value-out-of-bounds default',
  ]),
  parameter('lengths count code points', { default: '😀', minLength: 1, maxLength: 1 }),
  parameter('allowed values are not shorter than minLength', { allowedValues: ['aa', 'a'], minLength: 2 }, [
    'parameter-value-out-of-bounds allowedValues[1]',
  ]),
  parameter('minLength is not above maxLength', { minLength: 2, maxLength: 1 }, ['parameter-bounds-crossed minLength']),
  parameter('minLength may be 0', { minLength: 0 }),
  parameter('minLength is not negative', { minLength: -1 }, ['number-too-small minLength']),
  parameter('maxLength is an integer', { maxLength: 1.5 }, ['invalid-integer maxLength']),
  parameter('LINE_EDIT excludes allowedValues', { allowedValues: ['a'], ...ui({ control: 'LINE_EDIT' }) }, [
    'user-interface-control userInterface.control',
  ]),
  parameter('DROPDOWN_LIST needs allowedValues', ui({ control: 'DROPDOWN_LIST' }), [
    'user-interface-control userInterface.control',
  ]),
  parameter('HIDDEN may have allowedValues or not', { allowedValues: ['a'], ...ui({ control: 'HIDDEN' }) }),
  parameter('CHECK_BOX needs two values', { allowedValues: ['true', 'no'], ...ui({ control: 'CHECK_BOX' }) }, [
    'user-interface-checkbox allowedValues',
  ]),
  parameter('CHECK_BOX: a pair is two values', { allowedValues: ['yes/no'], ...ui({ control: 'CHECK_BOX' }) }, [
    'user-interface-checkbox allowedValues',
  ]),
  parameter('CHECK_BOX: one value twice is no pair', { allowedValues: ['on', 'ON'], ...ui({ control: 'CHECK_BOX' }) }, [
    'user-interface-checkbox allowedValues',
  ]),
  parameter('CHECK_BOX takes a pair in any order and case', {
    allowedValues: ['OFF', 'On'],
    ...ui({ control: 'CHECK_BOX' }),
  }),
  parameter('a STRING has no SPIN_BOX', ui({ control: 'SPIN_BOX' }), ['invalid-choice userInterface.control']),
  ...lengths(
    'a label',
    64,
    (claim, label, problems) => parameter(claim, ui({ label }), problems),
    'userInterface.label',
    wide,
  ),
  parameter('a label is not empty', ui({ label: '' }), ['string-too-short userInterface.label']),
  parameter('a label has no control character', ui({ label: 'a\n' }), [
    'string-forbidden-character userInterface.label',
  ]),
  parameter('a group label is a label', ui({ groupLabel: '' }), ['string-too-short userInterface.groupLabel']),
  parameter('a STRING has no minValue', { minValue: 1 }, ['unknown-key minValue']),
  parameter('the type is one of four', { type: 'string' }, ['invalid-choice type']),
  parameter('BOOL needs EXPR', { type: 'BOOL' }, ['extension-not-declared type']),
];

const path = (claim: string, keys: object, problems: string[] = []) =>
  parameter(claim, { type: 'PATH', ...keys }, problems);
const filters = (...patterns: string[]) => ({ objectType: 'FILE', ...ui({ fileFilters: [{ label: 'A', patterns }] }) });
const PATHS: RuleCase[] = [
  path('a default is one of the allowed values', { default: 'c', allowedValues: ['a', 'b'] }, [
    'parameter-default-not-allowed default',
  ]),
  path('a default keeps the lengths', { default: 'abc', maxLength: 2 }, ['parameter-value-out-of-bounds default']),
  path('an allowed value keeps the lengths', { allowedValues: ['abc'], maxLength: 2 }, [
    'parameter-value-out-of-bounds allowedValues[0]',
  ]),
  path('the lengths are in order', { minLength: 2, maxLength: 1 }, ['parameter-bounds-crossed minLength']),
  path('a default is a parameter string', { default: text(1025) }, ['string-too-long default']),
  path('an allowed value is a parameter string', { allowedValues: [text(1025)] }, ['string-too-long allowedValues[0]']),
  path('allowedValues are not empty', { allowedValues: [] }, ['list-too-short allowedValues']),
  path('objectType is one of two', { objectType: 'LINK' }, ['invalid-choice objectType']),
  path('dataFlow is one of four', { dataFlow: 'OUTIN' }, ['invalid-choice dataFlow']),
  path('a chooser excludes allowedValues', { allowedValues: ['a'], ...ui({ control: 'CHOOSE_DIRECTORY' }) }, [
    'user-interface-control userInterface.control',
  ]),
  path(
    'file filters are for file choosers',
    ui({ control: 'CHOOSE_DIRECTORY', fileFilters: [{ label: 'A', patterns: ['*'] }] }),
    ['user-interface-field userInterface.fileFilters'],
  ),
  path('a directory has no default file filter', ui({ fileFilterDefault: { label: 'A', patterns: ['*'] } }), [
    'user-interface-field userInterface.fileFilterDefault',
  ]),
  path('a file has file filters', filters('*', '*.*', '*.blend', '*.tar.gz')),
  path('a pattern begins with *.', filters('a.blend'), [
    'invalid-file-filter userInterface.fileFilters[0].patterns[0]',
  ]),
  path('the extension of a pattern has no special character', filters('*.a|b'), [
    'invalid-file-filter userInterface.fileFilters[0].patterns[0]',
  ]),
  path('a pattern is not empty', filters(''), ['string-too-short userInterface.fileFilters[0].patterns[0]']),
  path('a pattern has at most 20 characters', filters(`*.${text(18)}`)),
  path('a pattern of 21 characters is too long', filters(`*.${text(19)}`), [
    'string-too-long userInterface.fileFilters[0].patterns[0]',
  ]),
  path('a filter has a pattern', filters(), ['list-too-short userInterface.fileFilters[0].patterns']),
  path(
    'there are at most 20 filters',
    { objectType: 'FILE', ...ui({ fileFilters: many(21, () => ({ label: 'A', patterns: ['*'] })) }) },
    ['list-too-long userInterface.fileFilters'],
  ),
  path(
    'the label of a filter is a label',
    { objectType: 'FILE', ...ui({ fileFilterDefault: { label: '', patterns: ['*'] } }) },
    ['string-too-short userInterface.fileFilterDefault.label'],
  ),
];

function numbers(type: 'INT' | 'FLOAT'): RuleCase[] {
  const invalid = type === 'INT' ? 'invalid-integer' : 'invalid-number';
  const make = (claim: string, keys: object, problems: string[] = []) =>
    parameter(`${type}: ${claim}`, { type, ...keys }, problems);
  return [
    make('values may be strings', { default: '3', allowedValues: ['3', 4], minValue: '1', maxValue: '5' }),
    ...['default', 'minValue', 'maxValue'].map((key) =>
      make(`${key} is a number`, { [key]: 'x' }, [`${invalid} ${key}`]),
    ),
    make('allowed values are numbers', { allowedValues: ['x'] }, [`${invalid} allowedValues[0]`]),
    make('allowedValues are not empty', { allowedValues: [] }, ['list-too-short allowedValues']),
    make('a default is not below minValue', { default: 1, minValue: 2 }, ['parameter-value-out-of-bounds default']),
    make('a default is not above maxValue', { default: '10', maxValue: 9 }, ['parameter-value-out-of-bounds default']),
    make('allowed values keep the bounds', { allowedValues: [1, 5], maxValue: 4 }, [
      'parameter-value-out-of-bounds allowedValues[1]',
    ]),
    make('a default is one of the allowed values', { default: 3, allowedValues: [1, 2] }, [
      'parameter-default-not-allowed default',
    ]),
    make('a default equals an allowed value as a number', { default: '2', allowedValues: [1, 2] }),
    make('minValue is not above maxValue', { minValue: 2, maxValue: 1 }, ['parameter-bounds-crossed minValue']),
    make('SPIN_BOX excludes allowedValues', { allowedValues: [1], ...ui({ control: 'SPIN_BOX' }) }, [
      'user-interface-control userInterface.control',
    ]),
    make('singleStepDelta is for SPIN_BOX', ui({ control: 'HIDDEN', singleStepDelta: 1 }), [
      'user-interface-field userInterface.singleStepDelta',
    ]),
    make('singleStepDelta is for the default control', ui({ singleStepDelta: 1 })),
    make(
      'singleStepDelta is not for the default control with allowedValues',
      { allowedValues: [1], ...ui({ singleStepDelta: 1 }) },
      ['user-interface-field userInterface.singleStepDelta'],
    ),
    make('singleStepDelta is above 0', ui({ singleStepDelta: 0 }), ['number-too-small userInterface.singleStepDelta']),
    make('a boolean is no number', { default: true }, ['wrong-type default']),
  ];
}
const NUMBERS: RuleCase[] = [
  ...numbers('INT'),
  ...numbers('FLOAT'),
  parameter('an INT is no fraction', { type: 'INT', default: 1.5 }, ['invalid-integer default']),
  ...['3.0', '1e3', '0x10'].map((written) =>
    parameter(`${written} as a string is no INT`, { type: 'INT', default: written }, ['invalid-integer default']),
  ),
  parameter('an INT fits 64 bits', { type: 'INT', default: 9223372036854775807n, minValue: -9223372036854775808n }),
  parameter('an INT of 65 bits does not', { type: 'INT', default: 9223372036854775808n }, ['integer-overflow default']),
  parameter('an INT of 65 bits in a string does not', { type: 'INT', minValue: '-9223372036854775809' }, [
    'integer-overflow minValue',
  ]),
  parameter('the singleStepDelta of an INT is an integer', { type: 'INT', ...ui({ singleStepDelta: 0.5 }) }, [
    'invalid-integer userInterface.singleStepDelta',
  ]),
  parameter('a FLOAT is finite', { type: 'FLOAT', default: '1e999' }, ['invalid-number default']),
  parameter('a FLOAT is not NaN', { type: 'FLOAT', default: Number.NaN }, ['invalid-number default']),
  parameter('decimals are for SPIN_BOX', { type: 'FLOAT', ...ui({ control: 'HIDDEN', decimals: 1 }) }, [
    'user-interface-field userInterface.decimals',
  ]),
  parameter('decimals are not negative', { type: 'FLOAT', ...ui({ decimals: -1 }) }, [
    'number-too-small userInterface.decimals',
  ]),
  parameter('decimals are an integer', { type: 'FLOAT', ...ui({ decimals: 1.5 }) }, [
    'invalid-integer userInterface.decimals',
  ]),
  parameter('an INT has no decimals', { type: 'INT', ...ui({ decimals: 1 }) }, ['unknown-key userInterface.decimals']),
];

function lists(type: string, good: unknown, keys: object, breaks: readonly [string, object, string[]][]): RuleCase[] {
  return [
    typed(`${type}: the default keeps minLength`, { type, default: [], minLength: 1 }, [
      'parameter-value-out-of-bounds default',
    ]),
    typed(`${type}: the default keeps maxLength`, { type, default: [good, good], maxLength: 1 }, [
      'parameter-value-out-of-bounds default',
    ]),
    typed(`${type}: the lengths are in order`, { type, minLength: 2, maxLength: 1 }, [
      'parameter-bounds-crossed minLength',
    ]),
    typed(`${type}: minLength is not negative`, { type, minLength: -1 }, ['number-too-small minLength']),
    typed(`${type}: a control of another type is refused`, { type, ...ui({ control: 'LINE_EDIT' }) }, [
      'invalid-choice userInterface.control',
    ]),
    typed(`${type}: a default may be empty`, { type, default: [], ...keys }),
    ...breaks.map(([claim, broken, problems]) => typed(`${type}: ${claim}`, { type, ...broken }, problems)),
  ];
}
const textItem = (of: 'LIST[STRING]' | 'LIST[PATH]'): RuleCase[] =>
  lists(of, 'a', { item: { minLength: 0 } }, [
    ['elements are strings', { default: [1] }, ['wrong-type default[0]']],
    [
      'elements keep minLength',
      { default: ['a'], item: { minLength: 2 } },
      ['parameter-value-out-of-bounds default[0]'],
    ],
    [
      'elements keep maxLength',
      { default: ['abc'], item: { maxLength: 2 } },
      ['parameter-value-out-of-bounds default[0]'],
    ],
    [
      'elements are allowed',
      { default: ['c'], item: { allowedValues: ['a'] } },
      ['parameter-default-not-allowed default[0]'],
    ],
    [
      'allowed elements keep the lengths',
      { item: { allowedValues: ['abc'], maxLength: 2 } },
      ['parameter-value-out-of-bounds item.allowedValues[0]'],
    ],
    ['allowedValues are not empty', { item: { allowedValues: [] } }, ['list-too-short item.allowedValues']],
    [
      'the lengths of elements are in order',
      { item: { minLength: 2, maxLength: 1 } },
      ['parameter-bounds-crossed item.minLength'],
    ],
    ['the lengths of elements are not negative', { item: { minLength: -1 } }, ['number-too-small item.minLength']],
  ]);
const numberItem = (of: 'LIST[INT]' | 'LIST[FLOAT]'): RuleCase[] =>
  lists(of, 1, { item: { minValue: 0 } }, [
    ['elements are numbers, not strings that hold one', { default: ['1'] }, ['wrong-type default[0]']],
    ['bounds are numbers, not strings', { item: { minValue: '1' } }, ['wrong-type item.minValue']],
    [
      'allowed elements are numbers, not strings',
      { item: { allowedValues: ['1'] } },
      ['wrong-type item.allowedValues[0]'],
    ],
    ['elements keep minValue', { default: [1], item: { minValue: 2 } }, ['parameter-value-out-of-bounds default[0]']],
    ['elements keep maxValue', { default: [3], item: { maxValue: 2 } }, ['parameter-value-out-of-bounds default[0]']],
    [
      'elements are allowed',
      { default: [3], item: { allowedValues: [1] } },
      ['parameter-default-not-allowed default[0]'],
    ],
    [
      'allowed elements keep the bounds',
      { item: { allowedValues: [3], maxValue: 2 } },
      ['parameter-value-out-of-bounds item.allowedValues[0]'],
    ],
    ['allowedValues are not empty', { item: { allowedValues: [] } }, ['list-too-short item.allowedValues']],
    [
      'the bounds of elements are in order',
      { item: { minValue: 2, maxValue: 1 } },
      ['parameter-bounds-crossed item.minValue'],
    ],
    [
      'singleStepDelta is for the spin boxes',
      ui({ control: 'HIDDEN', singleStepDelta: 1 }),
      ['user-interface-field userInterface.singleStepDelta'],
    ],
    ['singleStepDelta is above 0', ui({ singleStepDelta: 0 }), ['number-too-small userInterface.singleStepDelta']],
  ]);
const EXPR_TYPES: RuleCase[] = [
  ...[
    'BOOL',
    'RANGE_EXPR',
    'LIST[STRING]',
    'LIST[PATH]',
    'LIST[INT]',
    'LIST[FLOAT]',
    'LIST[BOOL]',
    'LIST[LIST[INT]]',
  ].map((type) => parameter(`${type} needs EXPR`, { type }, ['extension-not-declared type'])),

  typed(
    'LIST[PATH]: there are at most 20 filters',
    {
      type: 'LIST[PATH]',
      objectType: 'FILE',
      ...ui({ fileFilters: many(21, () => ({ label: 'A', patterns: ['*'] })) }),
    },
    ['list-too-long userInterface.fileFilters'],
  ),
  ...['true', 'FALSE', 'Yes', 'no', 'ON', 'off', '1', '0', 1, 0, true, false].map((value) =>
    typed(`BOOL: ${JSON.stringify(value)} is a boolean`, { type: 'BOOL', default: value }),
  ),
  ...['maybe', '', 2, 0.5, '1.0'].map((value) =>
    typed(`BOOL: ${JSON.stringify(value)} is none`, { type: 'BOOL', default: value }, ['invalid-boolean default']),
  ),
  typed('BOOL: there are no allowedValues', { type: 'BOOL', allowedValues: [true] }, ['unknown-key allowedValues']),
  typed('BOOL: DROPDOWN_LIST is refused', { type: 'BOOL', ...ui({ control: 'DROPDOWN_LIST' }) }, [
    'invalid-choice userInterface.control',
  ]),
  typed('type names are written in any case', { type: 'bOoL', default: true }),
  typed('RANGE_EXPR: the default is a range expression', { type: 'RANGE_EXPR', default: 'a-b' }, [
    'range-expr-syntax default',
  ]),
  typed('RANGE_EXPR: ranges do not overlap', { type: 'RANGE_EXPR', default: '1-5,3-7' }, [
    'range-expr-overlap default',
  ]),
  typed('RANGE_EXPR: the default keeps the lengths', { type: 'RANGE_EXPR', default: '1-100', maxLength: 4 }, [
    'parameter-value-out-of-bounds default',
  ]),
  typed('RANGE_EXPR: minLength is at least 1', { type: 'RANGE_EXPR', minLength: 0 }, ['number-too-small minLength']),
  typed('RANGE_EXPR: lengths are integers', { type: 'RANGE_EXPR', maxLength: 1.5 }, ['invalid-integer maxLength']),
  typed('RANGE_EXPR: the lengths are in order', { type: 'RANGE_EXPR', minLength: 3, maxLength: 2 }, [
    'parameter-bounds-crossed minLength',
  ]),
  typed(
    'RANGE_EXPR: without maxLength a default has at most 1024 characters',
    { type: 'RANGE_EXPR', default: many(400, (index) => index * 2).join(',') },
    ['parameter-value-out-of-bounds default'],
  ),
  typed('RANGE_EXPR: maxLength may allow more', {
    type: 'RANGE_EXPR',
    maxLength: 2000,
    default: many(400, (index) => index * 2).join(','),
  }),
  ...['LIST[STRING]', 'LIST[PATH]'].map((type) =>
    typed(`${type}: elements have any length`, {
      type,
      default: [text(1025)],
      item: { allowedValues: [text(1025)] },
    }),
  ),
  typed('RANGE_EXPR: SPIN_BOX is refused', { type: 'RANGE_EXPR', ...ui({ control: 'SPIN_BOX' }) }, [
    'invalid-choice userInterface.control',
  ]),
  ...textItem('LIST[STRING]'),
  ...textItem('LIST[PATH]'),
  typed('LIST[PATH]: file filters are for file choosers', { type: 'LIST[PATH]', ...ui({ fileFilters: [] }) }, [
    'user-interface-field userInterface.fileFilters',
  ]),
  typed('LIST[PATH]: output files are chosen with filters', {
    type: 'LIST[PATH]',
    objectType: 'FILE',
    dataFlow: 'OUT',
    ...ui({ fileFilters: [] }),
  }),
  typed('LIST[PATH]: objectType is one of two', { type: 'LIST[PATH]', objectType: 'LINK' }, [
    'invalid-choice objectType',
  ]),
  typed('LIST[PATH]: dataFlow is one of four', { type: 'LIST[PATH]', dataFlow: 'X' }, ['invalid-choice dataFlow']),
  ...numberItem('LIST[INT]'),
  ...numberItem('LIST[FLOAT]'),
  typed('LIST[INT]: elements fit 64 bits', { type: 'LIST[INT]', default: [9223372036854775808n] }, [
    'integer-overflow default[0]',
  ]),
  typed(
    'LIST[FLOAT]: decimals are for the spin boxes',
    { type: 'LIST[FLOAT]', ...ui({ control: 'HIDDEN', decimals: 1 }) },
    ['user-interface-field userInterface.decimals'],
  ),
  ...lists('LIST[BOOL]', true, {}, [
    ['elements are booleans', { default: [2] }, ['invalid-boolean default[0]']],
    ['there is no item', { item: {} }, ['unknown-key item']],
  ]),
  ...lists('LIST[LIST[INT]]', [1], { item: { item: {} } }, [
    ['elements are lists', { default: [1] }, ['wrong-type default[0]']],
    ['inner elements are no strings', { default: [['1']] }, ['wrong-type default[0][0]']],
    ['inner elements are integers', { default: [[1.5]] }, ['invalid-integer default[0][0]']],
    [
      'inner lists keep minLength',
      { default: [[]], item: { minLength: 1 } },
      ['parameter-value-out-of-bounds default[0]'],
    ],
    [
      'inner lists keep maxLength',
      { default: [[1, 2]], item: { maxLength: 1 } },
      ['parameter-value-out-of-bounds default[0]'],
    ],
    [
      'inner elements keep maxValue',
      { default: [[9]], item: { item: { maxValue: 1 } } },
      ['parameter-value-out-of-bounds default[0][0]'],
    ],
    [
      'inner elements are allowed',
      { default: [[9]], item: { item: { allowedValues: [1] } } },
      ['parameter-default-not-allowed default[0][0]'],
    ],
    [
      'the lengths of inner lists are in order',
      { item: { minLength: 2, maxLength: 1 } },
      ['parameter-bounds-crossed item.minLength'],
    ],
    ['the lengths of inner lists are not negative', { item: { maxLength: -1 } }, ['number-too-small item.maxLength']],
  ]),
];

const amounts = (...list: object[]) => ({ amounts: list });
const attributes = (...list: object[]) => ({ attributes: list });
const amount = (index: number) => ({ name: `amount.a${index}`, min: 1 });
const attribute = (index: number) => ({ name: `attr.a${index}`, anyOf: ['a'] });
const REQUIREMENTS: RuleCase[] = [
  step('host requirements say something', { hostRequirements: {} }, ['host-requirements-empty hostRequirements']),
  requirements('amounts are not empty', amounts(), ['list-too-short amounts']),
  requirements('attributes are not empty', attributes(), ['list-too-short attributes']),
  requirements('an amount says min or max', amounts({ name: 'amount.a' }), ['host-requirements-empty amounts[0]']),
  requirements('an attribute says anyOf or allOf', attributes({ name: 'attr.a' }), [
    'host-requirements-empty attributes[0]',
  ]),
  requirements('there are at most 50 requirements', { amounts: many(25, amount), attributes: many(25, attribute) }),
  step(
    '51 requirements are too many',
    { hostRequirements: { amounts: many(26, amount), attributes: many(25, attribute) } },
    ['host-requirements-too-many hostRequirements'],
  ),
  requirements('51 amounts are too many', amounts(...many(51, amount)), ['list-too-long amounts']),
  requirements('51 attributes are too many', attributes(...many(51, attribute)), ['list-too-long attributes']),
  requirements(
    'amounts are unique, whatever their case',
    amounts({ name: 'amount.a', min: 1 }, { name: 'Amount.A', max: 1 }),
    ['capability-repeated amounts[1].name'],
  ),
  requirements(
    'attributes are unique, whatever their case',
    attributes({ name: 'attr.a', anyOf: ['a'] }, { name: 'ATTR.a', anyOf: ['a'] }),
    ['capability-repeated attributes[1].name'],
  ),
  job(
    'amounts are unique: one format string gives one name',
    {
      parameterDefinitions: [
        { name: 'A', type: 'STRING' },
        { name: 'a', type: 'STRING' },
      ],
      steps: [
        {
          name: 'S',
          script: RUN,
          hostRequirements: amounts(
            ...['amount.{{Param.A}}', 'amount.{{Param.a}}', 'amount.{{Param.A}}'].map((name) => ({ name, min: 1 })),
          ),
        },
      ],
    },
    ['capability-repeated steps[0].hostRequirements.amounts[2].name'],
  ),
  requirements('the name of an amount begins with amount.', amounts({ name: 'attr.a', min: 1 }), [
    'capability-name amounts[0].name',
  ]),
  requirements('the name of an amount has identifiers', amounts({ name: 'amount.3d', min: 1 }), [
    'capability-name amounts[0].name',
  ]),
  requirements('a vendor may stand before the name', amounts({ name: 'vendor:amount.a.b', min: 1 })),
  requirements(
    'a vendor does not change that a word is reserved',
    amounts({ name: 'vendor:amount.worker.vcpu', min: 1 }),
    ['capability-reserved amounts[0].name'],
  ),
  requirements('the name of an amount is not empty', amounts({ name: '', min: 1 }), [
    'string-too-short amounts[0].name',
  ]),
  requirements(
    'the name of an amount has at most 100 characters',
    amounts({ name: `amount.${text(46)}.${text(46)}`, min: 1 }),
  ),
  ...[`amount.a.${text(65)}`, `${text(65)}:amount.a`].map((name) =>
    requirements('its identifiers have at most 64', amounts({ name, min: 1 }), ['capability-name amounts[0].name']),
  ),
  requirements('its identifiers may have 64', amounts({ name: `amount.${text(64)}`, min: 1 })),
  requirements('FEATURE_BUNDLE_1 raises that', amounts({ name: `amount.${text(93)}`, min: 1 }), [], FB1),
  requirements(
    'the identifiers of an attribute have at most 64',
    attributes({ name: `attr.${text(65)}`, anyOf: ['a'] }),
    ['capability-name attributes[0].name'],
  ),
  requirements('101 characters are too many', amounts({ name: `amount.${text(94)}`, min: 1 }), [
    'string-too-long amounts[0].name',
  ]),
  ...['worker', 'job', 'step', 'task'].map((scope) =>
    requirements(`amount.${scope} is reserved`, amounts({ name: `amount.${scope}.a`, min: 1 }), [
      'capability-reserved amounts[0].name',
    ]),
  ),
  ...['worker', 'job', 'step', 'task'].map((scope) =>
    requirements(`attr.${scope} is reserved`, attributes({ name: `attr.${scope}.a`, anyOf: ['a'] }), [
      'capability-reserved attributes[0].name',
    ]),
  ),
  requirements(
    'the standard amounts are allowed',
    amounts(
      ...['vcpu', 'memory', 'gpu', 'gpu.memory', 'disk.scratch'].map((name) => ({
        name: `amount.worker.${name}`,
        min: 1,
      })),
    ),
  ),
  requirements('the least amount may be 0', amounts({ name: 'amount.a', min: 0 })),
  requirements('the least amount is not negative', amounts({ name: 'amount.a', min: -0.5 }), [
    'number-too-small amounts[0].min',
  ]),
  requirements('the greatest amount is above 0', amounts({ name: 'amount.a', max: 0 }), [
    'number-too-small amounts[0].max',
  ]),
  ...['1e-400', '0e5'].map((max) =>
    requirements(
      `the greatest amount is above 0: ${max} is 0`,
      amounts({ name: 'amount.a', max }),
      ['number-too-small amounts[0].max'],
      FB1,
    ),
  ),
  requirements('min is not above max', amounts({ name: 'amount.a', min: 2, max: 1 }), [
    'amount-bounds-crossed amounts[0].min',
  ]),
  requirements('min as a string needs FEATURE_BUNDLE_1', amounts({ name: 'amount.a', min: '1' }), [
    'extension-not-declared amounts[0].min',
  ]),
  requirements('max as a string needs FEATURE_BUNDLE_1', amounts({ name: 'amount.a', max: '1' }), [
    'extension-not-declared amounts[0].max',
  ]),
  requirements(
    'amounts in strings are compared as numbers',
    amounts({ name: 'amount.a', min: '010.0', max: '5.0' }),
    ['amount-bounds-crossed amounts[0].min'],
    FB1,
  ),
  requirements(
    'an amount in a string is a number',
    amounts({ name: 'amount.a', min: 'x' }),
    ['invalid-number amounts[0].min'],
    FB1,
  ),
  requirements('the name of an attribute begins with attr.', attributes({ name: 'amount.a', anyOf: ['a'] }), [
    'capability-name attributes[0].name',
  ]),
  requirements('the name of an attribute is not empty', attributes({ name: '', anyOf: ['a'] }), [
    'string-too-short attributes[0].name',
  ]),
  requirements(
    'the name of an attribute has at most 100 characters',
    attributes({ name: `attr.${text(96)}`, anyOf: ['a'] }),
    ['string-too-long attributes[0].name'],
  ),
  requirements('anyOf is not empty', attributes({ name: 'attr.a', anyOf: [] }), ['list-too-short attributes[0].anyOf']),
  requirements('allOf is not empty', attributes({ name: 'attr.a', allOf: [] }), ['list-too-short attributes[0].allOf']),
  requirements('anyOf has at most 50 values', attributes({ name: 'attr.a', anyOf: many(51, () => 'a') }), [
    'list-too-long attributes[0].anyOf',
  ]),
  requirements('allOf has at most 50 values', attributes({ name: 'attr.a', allOf: many(51, () => 'a') }), [
    'list-too-long attributes[0].allOf',
  ]),
  requirements('a value begins with a letter', attributes({ name: 'attr.a', anyOf: ['-a'] }), [
    'attribute-value attributes[0].anyOf[0]',
  ]),
  requirements('a value is not empty', attributes({ name: 'attr.a', allOf: [''] }), [
    'string-too-short attributes[0].allOf[0]',
  ]),
  requirements('a value has at most 100 characters', attributes({ name: 'attr.a', anyOf: [text(101)] }), [
    'string-too-long attributes[0].anyOf[0]',
  ]),
  requirements(
    'a standard attribute has known values',
    attributes({ name: 'attr.worker.os.family', anyOf: ['ubuntu'] }),
    ['attribute-value-unknown attributes[0].anyOf[0]'],
  ),
  requirements('their case does not matter', attributes({ name: 'attr.worker.cpu.arch', anyOf: ['ARM64'] })),
  requirements(
    'a standard attribute has one value',
    attributes({ name: 'attr.worker.os.family', allOf: ['linux', 'windows'] }),
    ['attribute-single-valued attributes[0].allOf'],
  ),
  requirements(
    'with EXPR an expression may drop its value',
    attributes({ name: 'attr.worker.os.family', allOf: ['{{ null if 1 > 0 else "linux" }}', 'windows'] }),
    [],
    ['EXPR'],
  ),
  requirements(
    'but one with text around it gives a value',
    attributes({ name: 'attr.worker.os.family', allOf: ['lin{{ "ux" }}', 'windows'] }),
    ['attribute-single-valued attributes[0].allOf'],
    ['EXPR'],
  ),
];

const CHUNK: Extensions = ['TASK_CHUNKING'];
const chunks = (keys: object) => ({
  type: 'CHUNK[INT]',
  range: '1-9',
  chunks: { defaultTaskCount: 2, rangeConstraint: 'CONTIGUOUS', ...keys },
});
const ab = (...more: object[]) => [
  { name: 'A', type: 'INT', range: '1-2' },
  { name: 'B', type: 'INT', range: [1, 2] },
  ...more,
];
const combined = (claim: string, combination: string, problems: string[] = [], more: object[] = []) =>
  space(
    claim,
    { taskParameterDefinitions: ab(...more), combination },
    problems.map((code) => `${code} combination`),
  );
const SPACES: RuleCase[] = [
  space('there is a task parameter', { taskParameterDefinitions: [] }, ['list-too-short taskParameterDefinitions']),
  space('there are at most 16', {
    taskParameterDefinitions: many(16, (index) => ({ name: `P${index}`, type: 'INT', range: '1' })),
  }),
  space(
    '17 are too many',
    { taskParameterDefinitions: many(17, (index) => ({ name: `P${index}`, type: 'INT', range: '1' })) },
    ['list-too-long taskParameterDefinitions'],
  ),
  space(
    'names of task parameters are unique',
    { taskParameterDefinitions: many(2, () => ({ name: 'A', type: 'INT', range: '1' })) },
    ['parameter-repeated taskParameterDefinitions[1].name'],
  ),
  task('the type is one of four', { type: 'BOOL', range: [true] }, ['invalid-choice type']),
  task('type names are case-sensitive', { type: 'int', range: '1' }, ['invalid-choice type']),
  task('except with EXPR', { type: 'int', range: '1' }, [], ['EXPR']),
  task('a range is not empty', { range: [] }, ['list-too-short range']),
  task('a range expression is not empty', { range: '' }, ['string-too-short range']),
  task('a range expression has the form of one', { range: '1..3' }, ['range-expr-syntax range']),
  task('a range expression has no line break', { range: '1-3\n' }, ['string-forbidden-character range']),
  task('a range expression may have more than 1024 values', { range: '1-2000' }),
  task('a list of integers has at most 1024', { range: many(1025, (index) => index) }, ['list-too-long range']),
  task('elements of INT are integers', { range: [1, 'x'] }, ['invalid-integer range[1]']),
  task('elements of INT are no fractions', { range: [1.5] }, ['invalid-integer range[0]']),
  task('elements may be format strings', { range: ['{{RawParam.X}}'] }, ['expr-unknown-symbol range[0]']),
  ...(['FLOAT', 'STRING', 'PATH'] as const).flatMap((type) => [
    task(`${type}: a range is not empty`, { type, range: [] }, ['list-too-short range']),
    task(`${type}: a range has at most 1024 elements`, { type, range: many(1025, String) }, ['list-too-long range']),
    task(`${type}: an expression for the range needs EXPR`, { type, range: '{{RawParam.X}}' }, [
      'extension-not-declared range',
    ]),
    task(
      `${type}: with EXPR a range is an expression`,
      { type, range: '{{RawParam.X}}' },
      ['expr-unknown-symbol range'],
      ['EXPR'],
    ),
    task(
      `${type}: one range expression is no list`,
      { type, range: '{{ "1-3" }}' },
      ['expr-type-mismatch range'],
      ['EXPR'],
    ),
  ]),
  ...(['FLOAT', 'STRING', 'PATH'] as const).flatMap((type) =>
    ['1-3', '5', '1-{{3}}', '{{ ["x"] }}\n', ''].map((range) =>
      task(
        `${type}: a range is no text such as ${JSON.stringify(range)}`,
        { type, range },
        ['wrong-type range'],
        ['EXPR'],
      ),
    ),
  ),
  task('FLOAT: elements are numbers', { type: 'FLOAT', range: ['x'] }, ['invalid-number range[0]']),
  ...(['STRING', 'PATH'] as const).flatMap((type) => [
    task(`${type}: elements are not empty`, { type, range: [''] }, ['string-too-short range[0]']),
    task(`${type}: elements have at most 1024 characters`, { type, range: [text(1025)] }, ['string-too-long range[0]']),
    task(`${type}: elements are strings`, { type, range: [1] }, ['wrong-type range[0]']),
  ]),
  task('CHUNK[INT] needs TASK_CHUNKING', chunks({}), ['extension-not-declared type']),
  task('CHUNK[INT] has a range like INT', { ...chunks({}), range: '' }, ['string-too-short range'], CHUNK),
  task(
    'CHUNK[INT]: a list has at most 1024 elements',
    { ...chunks({}), range: many(1025, (index) => index) },
    ['list-too-long range'],
    CHUNK,
  ),
  task('CHUNK[INT]: a list is not empty', { ...chunks({}), range: [] }, ['list-too-short range'], CHUNK),
  task('CHUNK[INT]: elements are integers', { ...chunks({}), range: ['x'] }, ['invalid-integer range[0]'], CHUNK),
  task('chunks are for CHUNK[INT]', { range: '1', chunks: {} }, ['unknown-key chunks'], CHUNK),
  task('a chunk has a task', chunks({ defaultTaskCount: 0 }), ['number-too-small chunks.defaultTaskCount'], CHUNK),
  task(
    'a task count is an integer',
    chunks({ defaultTaskCount: 1.5 }),
    ['invalid-integer chunks.defaultTaskCount'],
    CHUNK,
  ),
  task('a task count may be a string', chunks({ defaultTaskCount: '2' }), [], CHUNK),
  task(
    'a task count may be a format string',
    chunks({ defaultTaskCount: '{{RawParam.X}}' }),
    ['expr-unknown-symbol chunks.defaultTaskCount'],
    CHUNK,
  ),
  task('a target runtime may be 0', chunks({ targetRuntimeSeconds: 0 }), [], CHUNK),
  task(
    'a target runtime is not negative',
    chunks({ targetRuntimeSeconds: -1 }),
    ['number-too-small chunks.targetRuntimeSeconds'],
    CHUNK,
  ),
  task(
    'a target runtime is an integer',
    chunks({ targetRuntimeSeconds: '1.5' }),
    ['invalid-integer chunks.targetRuntimeSeconds'],
    CHUNK,
  ),
  task(
    'a target runtime may be a format string',
    chunks({ targetRuntimeSeconds: '{{RawParam.X}}' }),
    ['expr-unknown-symbol chunks.targetRuntimeSeconds'],
    CHUNK,
  ),
  task(
    'rangeConstraint is one of two',
    chunks({ rangeConstraint: 'ANY' }),
    ['invalid-choice chunks.rangeConstraint'],
    CHUNK,
  ),
  space(
    'a step has one CHUNK[INT] parameter',
    {
      taskParameterDefinitions: [
        { name: 'A', ...chunks({}) },
        { name: 'B', ...chunks({}) },
      ],
    },
    ['chunk-several taskParameterDefinitions[1].type'],
    CHUNK,
  ),
  space(
    'a chunk is not in an association',
    {
      taskParameterDefinitions: [
        { name: 'A', ...chunks({}) },
        { name: 'B', type: 'INT', range: '1-9' },
      ],
      combination: '(B, A)',
    },
    ['chunk-in-association combination'],
    CHUNK,
  ),
  space(
    'a chunk may be in a product',
    {
      taskParameterDefinitions: [
        { name: 'A', ...chunks({}) },
        { name: 'B', type: 'INT', range: '1-9' },
      ],
      combination: '(A) * B',
    },
    [],
    CHUNK,
  ),
  combined('a combination is not empty', '', ['string-too-short']),
  combined('a combination has at most 1280 characters', `A * B${' '.repeat(1275)}`),
  combined('1281 characters are too many', `A * B${' '.repeat(1276)}`, ['string-too-long']),
  ...['A B', 'A *', '(A, B', 'A, B', '()', 'A / B', '* A', '(A,) * B'].map((combination) =>
    combined(`${combination} is no combination`, combination, ['combination-syntax']),
  ),
  combined('a combination names task parameters', 'A * B * C', ['combination-parameter-unknown']),
  combined('a combination names each once', 'A * B * A', ['combination-parameter-repeated']),
  combined('a combination names all', 'A', ['combination-parameter-missing']),
  combined('a mistyped name is one mistake', 'A * Bb', ['combination-parameter-unknown']),
  combined(
    'members of an association have equally many values',
    '(A, C) * B',
    ['combination-lengths-differ'],
    [{ name: 'C', type: 'INT', range: '1-3' }],
  ),
  combined('products inside an association count too', '((A * B), C)', [], [{ name: 'C', type: 'INT', range: '1-4' }]),
];

const LETS: RuleCase[] = [
  step('let needs EXPR', { let: ['a = 1'] }, ['extension-not-declared let']),
  step('let is not empty', { let: [] }, ['list-too-short let'], ['EXPR']),
  step(
    'let has at most 50 entries',
    { let: many(51, (index) => `a${index} = ${index}`) },
    ['list-too-long let'],
    ['EXPR'],
  ),
  step('an entry is an assignment', { let: ['a'] }, ['let-syntax let[0]'], ['EXPR']),
  step('a comparison is no assignment', { let: ['a == 1'] }, ['let-syntax let[0]'], ['EXPR']),
  step(
    'a name begins with a lowercase letter',
    { let: ['A = RawParam.X'] },
    ['let-name let[0]', 'expr-unknown-symbol let[0]'],
    ['EXPR'],
  ),
  step(
    'a script does not bind a name of its step again',
    { let: ['a = Job.Name'], script: { ...RUN, let: ['a = Job.Name'] } },
    ['let-repeated script.let[0]'],
    ['EXPR'],
  ),
  step('a name is bound once', { let: ['a = Job.Name', 'a = Step.Name'] }, ['let-repeated let[1]'], ['EXPR']),
  step(
    'a binding sees earlier ones alone',
    { let: ['a = b', 'b = Job.Name'] },
    ['expr-unknown-symbol let[0]'],
    ['EXPR'],
  ),
  step(
    'a broken binding is one problem',
    { let: ['a = Param.X'], script: { actions: { onRun: { command: '{{a}}', args: ['{{a}}'] } } } },
    ['expr-unknown-symbol let[0]'],
    ['EXPR'],
  ),
  step('the let of a script needs EXPR', { script: { ...RUN, let: ['a = 1'] } }, ['extension-not-declared script.let']),
  jobEnvironment(
    'the let of an environment script needs EXPR',
    { script: { let: ['a = 1'], actions: { onEnter: { command: 'b' } } } },
    ['extension-not-declared script.let'],
  ),
  step(
    'the let of an environment script is checked',
    { stepEnvironments: [{ name: 'E', script: { let: ['a'], actions: { onEnter: { command: 'b' } } } }] },
    ['let-syntax stepEnvironments[0].script.let[0]'],
    ['EXPR'],
  ),
];

export const RULE_CASES: readonly RuleCase[] = [
  ...NAMES,
  ...TEMPLATES,
  ...DEPENDENCIES,
  ...STEPS,
  ...SIMPLE_ACTIONS,
  ...ACTIONS,
  ...FILES,
  ...ENVIRONMENTS,
  ...STRINGS,
  ...PATHS,
  ...NUMBERS,
  ...EXPR_TYPES,
  ...REQUIREMENTS,
  ...SPACES,
  ...LETS,
];
