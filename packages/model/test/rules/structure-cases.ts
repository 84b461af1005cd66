// Structural cases for every field of every object: a value of the wrong type, a missing key, an unknown key. What a
// field takes is read off the samples, not off the rule table: there every field has a value of its own type.
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from './samples.ts';
import type { RuleCase } from './rule-cases.ts';

type Path = readonly (string | number)[];

/** Keys without which an object cannot be, by the shape of their place: index-free paths from the root. */
const REQUIRED = [
  'specificationVersion',
  'name',
  'steps',
  'environment',
  'environment.name',
  'parameterDefinitions[].name',
  'parameterDefinitions[].type',
  'jobEnvironments[].name',
  'jobEnvironments[].script.actions',
  'jobEnvironments[].script.actions.onEnter.command',
  'jobEnvironments[].script.actions.onEnter.cancelation.mode',
  'environment.script.actions.onWrapEnvEnter.command',
  'environment.script.actions.onWrapTaskRun.command',
  'environment.script.actions.onWrapEnvEnter.cancelation.mode',
  'steps[].name',
  'steps[].script.actions',
  'steps[].script.actions.onRun',
  'steps[].script.embeddedFiles[].name',
  'steps[].script.embeddedFiles[].type',
  'steps[].script.embeddedFiles[].data',
  'steps[].bash.script',
  'steps[].dependencies[].dependsOn',
  'steps[].hostRequirements.amounts[].name',
  'steps[].hostRequirements.attributes[].name',
  'steps[].parameterSpace.taskParameterDefinitions',
  'steps[].parameterSpace.taskParameterDefinitions[].name',
  'steps[].parameterSpace.taskParameterDefinitions[].type',
  'steps[].parameterSpace.taskParameterDefinitions[].range',
  'steps[].parameterSpace.taskParameterDefinitions[].chunks',
  'steps[].parameterSpace.taskParameterDefinitions[].chunks.defaultTaskCount',
  'steps[].parameterSpace.taskParameterDefinitions[].chunks.rangeConstraint',
  'parameterDefinitions[].userInterface.fileFilters[].label',
  'parameterDefinitions[].userInterface.fileFilters[].patterns',
];

const REQUIRED_SET: ReadonlySet<string> = new Set(REQUIRED);

/** Fields whose strings are format strings, by the last key of their place, but for the exceptions below. */
const FORMAT_STRINGS: ReadonlySet<string> = new Set([
  'command',
  'args',
  'timeout',
  'mode',
  'notifyPeriodInSeconds',
  'data',
  'variables',
  'min',
  'max',
  'anyOf',
  'allOf',
  'range',
  'defaultTaskCount',
  'targetRuntimeSeconds',
]);

const isFormatString = (path: Path): boolean => {
  const names = path.filter((key) => typeof key === 'string');
  const place = names.join('.');
  if (/(?:amounts|attributes)\.name$/.test(place) || place === 'name') return true;
  if (/^steps\.(?:bash|cmd|node|powershell|python)\.script$/.test(place)) return true;
  return FORMAT_STRINGS.has(names.at(-1) ?? '') || names.at(-2) === 'variables';
};

/** Values that break the rule of a field, whatever its object, by the last key of its place. */
const BROKEN: Readonly<Record<string, readonly (readonly [value: unknown, code: string])[]>> = {
  name: [['', 'string-too-short']],
  description: [['', 'string-too-short']],
  label: [['', 'string-too-short']],
  groupLabel: [['', 'string-too-short']],
  minLength: [
    [-1, 'number-too-small'],
    [1.5, 'invalid-integer'],
  ],
  maxLength: [
    [-1, 'number-too-small'],
    [1.5, 'invalid-integer'],
  ],
  decimals: [[1.5, 'invalid-integer']],
  timeout: [
    [0, 'number-too-small'],
    [1.5, 'invalid-integer'],
  ],
  notifyPeriodInSeconds: [
    [0, 'number-too-small'],
    [1.5, 'invalid-integer'],
    [601, 'number-too-large'],
  ],
  objectType: [['NOPE', 'invalid-choice']],
  dataFlow: [['NOPE', 'invalid-choice']],
  control: [['NOPE', 'invalid-choice']],
  rangeConstraint: [['NOPE', 'invalid-choice']],
  endOfLine: [['NOPE', 'invalid-choice']],
  let: [
    [[], 'list-too-short'],
    [Array.from({ length: 51 }, (_, index) => `n${index} = 1`), 'list-too-long'],
  ],
  embeddedFiles: [[[], 'list-too-short']],
};

/** What is a decimal at one place is an integer at another: that of the type that stands around it. */
const INTEGER_PLACES =
  /^parameterDefinitions\[\d+\]\.(?:item\.)*(?:minValue|maxValue|default(?:\[\d+\])*|allowedValues\[\d+\])$/;

/** Every place of a sample: its path and value. */
function* places(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  yield { path, value };
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* places(item, [...path, index]);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* places(item, [...path, key]);
  }
}

/** A copy of a value with something else at a path; `undefined` removes what is there. */
function replaced(value: unknown, path: Path, put: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item, rest, put) : item));
  const object = { ...(value as Record<string, unknown>) };
  if (rest.length === 0 && put === undefined) delete object[key];
  else object[key] = replaced(object[key], rest, put);
  return object;
}

const textOf = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^\w+$/.test(key) ? `.${key}` : `["${key}"]`))
    .join('')
    .replace(/^\./, '');

/** Whether the job parameter around a place is of integers. */
function isOfIntegers(sample: object, path: Path): boolean {
  const definitions = (sample as { parameterDefinitions?: { type: string }[] }).parameterDefinitions;
  return definitions?.[Number(path[1])]?.type.includes('INT') === true;
}

function casesOf(sample: object, kind: string): RuleCase[] {
  const found: RuleCase[] = [];
  for (const { path, value } of places(sample)) {
    const place = textOf(path);
    if (path.length === 0 || path[0] === '$schema') continue;
    // A mapping is the wrong type for everything but a mapping, for which a list is.
    const wrong = typeof value === 'object' && value !== null && !Array.isArray(value) ? [] : {};
    found.push({
      claim: `${kind} ${place}: another type is refused`,
      template: replaced(sample, path, wrong) as object,
      problems: [`wrong-type ${place}`],
    });
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && path.at(-1) !== 'variables') {
      found.push({
        claim: `${kind} ${place}: an unknown key is refused`,
        template: replaced(sample, [...path, 'unknownKey'], 1) as object,
        problems: [`unknown-key ${place}.unknownKey`],
      });
    }
    const broken = BROKEN[String(path.at(-1))] ?? [];
    for (const [put, code] of broken) {
      // Names of steps and capabilities that are format strings are empty like all others.
      found.push({
        claim: `${kind} ${place}: ${JSON.stringify(put).slice(0, 40)} is refused`,
        template: replaced(sample, path, put) as object,
        problems: [`${code} ${place}`],
      });
    }
    if (
      INTEGER_PLACES.test(place) &&
      typeof value === 'number' &&
      Number.isInteger(value) &&
      isOfIntegers(sample, path)
    ) {
      found.push({
        claim: `${kind} ${place}: a fraction is refused`,
        template: replaced(sample, path, 1.5) as object,
        problems: [`invalid-integer ${place}`],
      });
    }
    if (typeof value !== 'object' && isFormatString(path)) {
      found.push({
        claim: `${kind} ${place}: an unknown name in a format string is refused`,
        template: replaced(sample, path, '{{Nope.Nope}}') as object,
        problems: [`expr-unknown-symbol ${place}`],
      });
    }
    if (REQUIRED_SET.has(place.replaceAll(/\[\d+\]/g, '[]'))) {
      found.push({
        claim: `${kind} ${place}: the key is required`,
        template: replaced(sample, path, undefined) as object,
        problems: [`missing-key ${textOf(path.slice(0, -1)) || '(document)'}`],
      });
    }
  }
  return found;
}

/** These cases may have other problems besides: whoever referred to what is missing has nothing to refer to. */
export const STRUCTURE_CASES: readonly RuleCase[] = [
  ...casesOf(JOB_SAMPLE, 'job'),
  ...casesOf(ENVIRONMENT_SAMPLE, 'environment'),
];
