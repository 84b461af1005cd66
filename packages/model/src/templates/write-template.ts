// A decoded template as the document that says it: what `JSON.stringify` makes of it.
import { combinationText } from '../combinations/combination.ts';
import { ExactNumber } from './exact-number.ts';
import type {
  EnvironmentDefinition,
  EnvironmentTemplate,
  HostRequirementsTemplate,
  JobTemplate,
  ParameterSpaceTemplate,
  StepTemplate,
} from './types.ts';
import type { LetBinding } from './script-types.ts';

/** Keys and what they hold; format strings write themselves. */
type Written = Readonly<Record<string, unknown>>;

export function writeJobTemplate(template: Omit<JobTemplate, 'source'>): Written {
  const { specificationVersion, extensions, name, description, parameterDefinitions, jobEnvironments, steps } =
    template;
  return {
    specificationVersion,
    ...unlessEmpty({ extensions }),
    name,
    description,
    ...unlessEmpty({ parameterDefinitions, jobEnvironments: jobEnvironments.map(writeEnvironment) }),
    steps: steps.map(writeStep),
  };
}

export function writeEnvironmentTemplate(template: Omit<EnvironmentTemplate, 'source'>): Written {
  const { specificationVersion, extensions, parameterDefinitions, environment } = template;
  return {
    specificationVersion,
    ...unlessEmpty({ extensions, parameterDefinitions }),
    environment: writeEnvironment(environment),
  };
}

function writeStep(step: StepTemplate): Written {
  const { name, description, dependencies, stepEnvironments, hostRequirements, parameterSpace, script } = step;
  return {
    name,
    description,
    ...unlessEmpty({
      let: step.let.map(writeBinding),
      dependencies: dependencies.map((dependsOn) => ({ dependsOn })),
      stepEnvironments: stepEnvironments.map(writeEnvironment),
    }),
    ...(hostRequirements !== undefined && { hostRequirements: writeRequirements(hostRequirements) }),
    ...(parameterSpace !== undefined && { parameterSpace: writeSpace(parameterSpace) }),
    script: writeScript(script),
  };
}

function writeEnvironment({ name, description, variables, script }: EnvironmentDefinition): Written {
  return { name, description, variables, ...(script !== undefined && { script: writeScript(script) }) };
}

function writeScript(script: StepTemplate['script'] | NonNullable<EnvironmentDefinition['script']>): Written {
  const { actions, embeddedFiles } = script;
  return { ...unlessEmpty({ let: script.let.map(writeBinding) }), actions, ...unlessEmpty({ embeddedFiles }) };
}

/** With the expression where it was: what is found in it is reported by offset. */
function writeBinding({ name, expression, offset }: LetBinding): string {
  return `${name.padEnd(offset - 1)}=${expression.source}`;
}

function writeRequirements({ amounts, attributes }: HostRequirementsTemplate): Written {
  return unlessEmpty({
    amounts: amounts.map(({ name, min, max }) => ({ name, min: numberOf(min), max: numberOf(max) })),
    attributes,
  });
}

/** The base revision takes no text for an amount. */
function numberOf<T>(amount: T): T | ExactNumber {
  return typeof amount === 'string' ? new ExactNumber(amount) : amount;
}

function writeSpace({ taskParameterDefinitions, combination }: ParameterSpaceTemplate): Written {
  return {
    taskParameterDefinitions,
    ...(combination !== undefined && { combination: combinationText(combination) }),
  };
}

/** Lists that a document must not have when they are empty. */
function unlessEmpty(lists: Readonly<Record<string, readonly unknown[]>>): Written {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}
