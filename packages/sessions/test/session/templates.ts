// What a job is made of, written as in a template and made by the model: steps, environments, task parameters.
import {
  createEnvironment,
  createJob,
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  preprocessJobParameters,
  type Environment,
  type ExtensionName,
  type Step,
  type TaskParameterSet,
} from '@ojd/model';

/** An action as a template writes it. */
export interface ActionText {
  readonly command: string;
  readonly args?: readonly string[];
  readonly timeout?: number | string;
  readonly cancelation?: { readonly mode: string; readonly notifyPeriodInSeconds?: number | string };
}

export interface FileText {
  readonly name: string;
  readonly data: string;
  readonly filename?: string;
  readonly runnable?: boolean;
  readonly endOfLine?: 'AUTO' | 'LF' | 'CRLF';
}

interface ScriptText {
  readonly let?: readonly string[];
  readonly embeddedFiles?: readonly FileText[];
  readonly extensions?: readonly ExtensionName[];
}

export type EnvironmentActionName = 'onEnter' | 'onExit' | 'onWrapEnvEnter' | 'onWrapTaskRun' | 'onWrapEnvExit';

/** What Node runs: a task that every machine with these tests can run. */
export function node(script: string, ...args: string[]): ActionText {
  return { command: process.execPath, args: ['-e', script, ...args] };
}

/** What the shell runs. */
export function sh(script: string, more: Omit<ActionText, 'command' | 'args'> = {}): ActionText {
  return { command: '/bin/sh', args: ['-c', script], ...more };
}

/** The cancelation of an action, with the default period or this one. */
export const notify = (seconds?: number): Pick<ActionText, 'cancelation'> => ({
  cancelation: { mode: 'NOTIFY_THEN_TERMINATE', ...(seconds !== undefined && { notifyPeriodInSeconds: seconds }) },
});

/** A step of a job; the task parameters that its texts name are declared for it. */
export function step(action: ActionText, more: ScriptText & { readonly name?: string } = {}): Step {
  const script = scriptOf({ onRun: action }, more);
  const names = new Set(Array.from(JSON.stringify(script).matchAll(/Task\.(?:Raw)?Param\.(\w+)/g), ([, name]) => name));
  const template = decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    ...extensionsOf(more),
    name: 'Job',
    steps: [
      {
        name: more.name ?? 'Render',
        ...(names.size > 0 && {
          parameterSpace: {
            taskParameterDefinitions: Array.from(names, (name) => ({ name, type: 'STRING', range: ['x'] })),
          },
        }),
        script,
      },
    ],
  });
  const [made] = createJob(template, preprocessJobParameters(template, {})).steps;
  if (made === undefined) throw new Error('the job has no step');
  return made;
}

/** An environment as an environment template gives it. Without actions and variables it sets one variable, to be an environment at all. */
export function environment(
  name: string,
  actions: { readonly [Name in EnvironmentActionName]?: ActionText } = {},
  more: ScriptText & { readonly variables?: Readonly<Record<string, string>> } = {},
): Environment {
  const empty = Object.keys(actions).length === 0;
  const variables = more.variables ?? (empty ? { OJD_TEST: '1' } : undefined);
  const template = decodeEnvironmentTemplate({
    specificationVersion: 'environment-2023-09',
    ...extensionsOf(more),
    environment: {
      name,
      ...(variables !== undefined && { variables }),
      ...(!empty && { script: scriptOf(actions, more) }),
    },
  });
  return createEnvironment(template, {});
}

export function taskParameters(values: Readonly<Record<string, string>>): TaskParameterSet {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { type: 'STRING' as const, value }]));
}

function extensionsOf({ extensions }: ScriptText): { readonly extensions?: readonly ExtensionName[] } {
  return extensions === undefined ? {} : { extensions };
}

function scriptOf(actions: Readonly<Record<string, ActionText>>, script: ScriptText): object {
  return {
    ...(script.let !== undefined && { let: script.let }),
    actions,
    ...(script.embeddedFiles !== undefined && {
      embeddedFiles: script.embeddedFiles.map((file) => Object.assign({ type: 'TEXT' }, file)),
    }),
  };
}
