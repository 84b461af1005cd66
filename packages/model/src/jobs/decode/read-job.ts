import { quote } from '../../documents/nodes.ts';
import { checkNumber, NUMBER_RULES, type NumberRuleName } from '../../schema/number-rules.ts';
import type { Profile } from '../../profile/profile.ts';
import { StepDependencyGraph } from '../step-dependency-graph.ts';
import type { AmountRequirement, AttributeRequirement, HostRequirements, Job, Step } from '../types.ts';
import type { Data } from './data.ts';
import { type ProfileReader, readParameters, readScope } from './read-scope.ts';
import { readEnvironment, readStepScript } from './read-scripts.ts';
import { readParameterSpace } from './read-space.ts';

export function readJob(data: Data, profiles: ProfileReader): Job {
  const fields = data.fields(['name', 'parameters', 'jobEnvironments', 'steps', 'profile'], ['description']);
  const profile = profiles.read(fields.get('profile'));
  return {
    name: fields.get('name').text('jobName', profile),
    ...fields.optional('description', (item) => item.text('description', profile)),
    parameters: readParameters(fields.get('parameters')),
    jobEnvironments: fields.get('jobEnvironments').list((item) => readEnvironment(item, profiles)),
    steps: readSteps(fields.get('steps'), profiles),
    profile,
  };
}

function readSteps(data: Data, profiles: ProfileReader): readonly Step[] {
  const { value, isSound } = data.soundly(() => data.list((item) => readStep(item, profiles)));
  if (isSound) checkDependencies(value, data);
  return value;
}

function readStep(data: Data, profiles: ProfileReader): Step {
  const fields = data.fields(
    ['name', 'dependencies', 'stepEnvironments', 'script', 'scope', 'profile'],
    ['description', 'hostRequirements', 'parameterSpace'],
  );
  const profile = profiles.read(fields.get('profile'));
  return {
    name: fields.get('name').text('stepName', profile),
    ...fields.optional('description', (item) => item.text('description', profile)),
    dependencies: fields.get('dependencies').list((item) => item.text()),
    stepEnvironments: fields.get('stepEnvironments').list((item) => readEnvironment(item, profiles)),
    ...fields.optional('hostRequirements', (item) => readHostRequirements(item, profile)),
    ...fields.optional('parameterSpace', (item) => readParameterSpace(item, profile)),
    script: readStepScript(fields.get('script'), profile),
    scope: readScope(fields.get('scope')),
    profile,
  };
}

/** Whoever runs the steps can order them. */
function checkDependencies(steps: readonly Step[], data: Data): void {
  const names = new Set<string>();
  for (const { name } of steps) {
    if (names.has(name)) data.refuse({ code: 'step-repeated', message: `The job has two steps ${quote(name)}.` });
    names.add(name);
  }
  const unknown = steps.flatMap((step) => step.dependencies.filter((name) => !names.has(name)));
  for (const name of new Set(unknown)) {
    const message = `A step depends on ${quote(name)}, which the job does not have.`;
    data.refuse({ code: 'dependency-unknown', message });
  }
  if (unknown.length > 0) return;
  try {
    // oxlint-disable-next-line eslint/no-new
    new StepDependencyGraph({ steps });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    data.refuse({ code: 'dependency-cycle', message: `S${error.message.slice(1)}.` });
  }
}

function readHostRequirements(data: Data, profile: Profile): HostRequirements {
  const fields = data.fields(['amounts', 'attributes']);
  return {
    amounts: fields.get('amounts').list((item) => readAmount(item, profile)),
    attributes: fields.get('attributes').list((item) => readAttribute(item, profile)),
  };
}

function readAmount(data: Data, profile: Profile): AmountRequirement {
  const fields = data.fields(['name'], ['min', 'max']);
  return {
    name: fields.get('name').text('amountName', profile),
    ...fields.optional('min', (item) => readDecimal(item, 'amountMin')),
    ...fields.optional('max', (item) => readDecimal(item, 'amountMax')),
  };
}

function readDecimal(data: Data, rule: NumberRuleName): string {
  const text = data.text();
  const problem = data.isText ? checkNumber(NUMBER_RULES[rule], text, 'string') : undefined;
  if (problem !== undefined) data.refuseValue(problem);
  return text;
}

function readAttribute(data: Data, profile: Profile): AttributeRequirement {
  const fields = data.fields(['name'], ['anyOf', 'allOf']);
  const read = (values: Data): readonly string[] => values.list((item) => item.text('attributeValue', profile));
  return {
    name: fields.get('name').text('attributeName', profile),
    ...fields.optional('anyOf', read),
    ...fields.optional('allOf', read),
  };
}
