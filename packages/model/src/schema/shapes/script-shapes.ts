// Scripts, environments, actions and embedded files (Template Schemas 3.5, 4, 5, 6, 8).
import type { Field, Rule, Shape } from '../rule.ts';
import { choice, format, LET, list, object, optional, required, shape, text } from './parts.ts';

const EMBEDDED_FILES = optional(list(object('EmbeddedFile'), 1));

/** Wrap hooks see the wrapped action, so their timeouts are resolved on the host; all others at job creation. */
function actionFields(stage: 'creation' | 'host', cancelationShape: string): Record<string, Field> {
  return {
    args: optional(list(format('arg', 'host', 'string-item'), 0)),
    timeout: optional(seconds('timeout', stage)),
    cancelation: optional(object(cancelationShape)),
  };
}

function seconds(name: 'timeout' | 'notifyPeriod', stage: 'creation' | 'host'): Rule {
  return {
    kind: 'number',
    number: name,
    asString: 'FEATURE_BUNDLE_1',
    formatString: { stage, target: 'optional-int' },
  };
}

/** The actions that run in place of others (RFC 0008). */
export const WRAP_HOOKS = ['onWrapEnvEnter', 'onWrapTaskRun', 'onWrapEnvExit'] as const;

export const ENVIRONMENT_ACTIONS: readonly ['onEnter', 'onExit', ...typeof WRAP_HOOKS] = [
  'onEnter',
  'onExit',
  ...WRAP_HOOKS,
];

/** How an action can be canceled (5.3). */
export const CANCELATION_MODES = ['TERMINATE', 'NOTIFY_THEN_TERMINATE'] as const;

function cancelation(stage: 'creation' | 'host') {
  return shape('5.3', {
    mode: required(
      {
        kind: 'choice',
        choices: CANCELATION_MODES,
        formatString: { extension: 'FEATURE_BUNDLE_1', stage: 'host', target: 'optional-string' },
      },
      'TERMINATE: end the process tree at once. NOTIFY_THEN_TERMINATE: signal first, and wait.',
    ),
    notifyPeriodInSeconds: optional(seconds('notifyPeriod', stage)),
  });
}

const COMMAND = required(format('command', 'host', 'string'), 'The program to run. A format string.');
const hook = (shapeName: string): Field => ({ rule: object(shapeName), extension: 'WRAP_ACTIONS' });

export const SCRIPT_SHAPES: Readonly<Record<string, Shape>> = {
  // What each task of a step runs.
  StepScript: shape(
    '3.5',
    {
      let: LET,
      actions: required(object('StepActions'), 'The actions.'),
      embeddedFiles: EMBEDDED_FILES,
    },
    'task',
  ),

  // The actions of a step.
  StepActions: shape('3.5.1', {
    onRun: required(object('Action'), 'Run for each task.'),
  }),

  // A script in one language, and what to do with it.
  SimpleAction: shape(
    '8',
    {
      let: LET,
      script: required(format('data', 'host', 'string'), 'The text of the script. A format string.'),
      ...actionFields('creation', 'Cancelation'),
    },
    'task',
  ),

  // Something that a session enters before its tasks and leaves after them. At least one of `script` and `variables`.
  Environment: shape(
    '4',
    {
      name: required(text('environmentName'), 'The name of the environment.'),
      description: optional(text('description')),
      script: optional(object('EnvironmentScript')),
      variables: optional({
        kind: 'map',
        key: 'environmentVariableName',
        value: format('environmentVariableValue', 'host', 'string'),
        min: 1,
      }),
    },
    'environment',
  ),

  // What runs when an environment is entered and left.
  EnvironmentScript: shape(
    '4.2',
    {
      let: LET,
      actions: required(object('EnvironmentActions'), 'The actions.'),
      embeddedFiles: EMBEDDED_FILES,
    },
    'environment-script',
  ),

  // The actions of an environment.
  EnvironmentActions: shape('4.3', {
    onEnter: optional(object('Action')),
    onExit: optional(object('Action')),
    onWrapEnvEnter: hook('WrapEnvironmentAction'),
    onWrapTaskRun: hook('WrapTaskAction'),
    onWrapEnvExit: hook('WrapEnvironmentAction'),
  }),

  // A command.
  Action: shape('5', { command: COMMAND, ...actionFields('creation', 'Cancelation') }),
  // A command that runs in place of another one.
  WrapEnvironmentAction: shape(
    'RFC 0008',
    { command: COMMAND, ...actionFields('host', 'WrapCancelation') },
    'wrap-environment',
  ),
  // A command that runs in place of a task.
  WrapTaskAction: shape('RFC 0008', { command: COMMAND, ...actionFields('host', 'WrapCancelation') }, 'wrap-task'),
  Cancelation: cancelation('creation'),
  WrapCancelation: cancelation('host'),

  // A text file that is written before each action of its script.
  EmbeddedFile: shape('6.1', {
    name: required(
      text('identifier'),
      'The name: `{{Task.File.NAME}}` or `{{Env.File.NAME}}` is the path of the file.',
    ),
    type: required(choice('TEXT'), 'The type: TEXT.'),
    filename: optional(text('filename')),
    runnable: optional({ kind: 'boolean' }),
    data: required(format('data', 'host', 'string'), 'The text of the file. A format string.'),
    endOfLine: {
      rule: choice('AUTO', 'LF', 'CRLF'),
      extension: 'FEATURE_BUNDLE_1',
    },
  }),
};
