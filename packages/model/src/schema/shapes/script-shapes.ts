// Scripts, environments, actions and embedded files (Template Schemas 3.5, 4, 5, 6, 8).
import type { Field, Rule, Shape } from '../rule.ts';
import { choice, format, LET, list, object, optional, required, shape, text } from './parts.ts';

const EMBEDDED_FILES = optional(
  list(object('EmbeddedFile'), 1),
  'Files that are written before each action of this script.',
);

/** Wrap hooks see the wrapped action, so their timeouts are resolved on the host; all others at job creation. */
function actionFields(stage: 'creation' | 'host', cancelationShape: string): Record<string, Field> {
  return {
    args: optional(
      list(format('arg', 'host', 'string-item'), 0),
      'The arguments of the command. Format strings; with EXPR a null is left out and a list is spread.',
    ),
    timeout: optional(seconds('timeout', stage), 'Seconds after which the action is canceled and has failed.'),
    cancelation: optional(object(cancelationShape), 'How the action is canceled. Default: TERMINATE.'),
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

/** How an action can be canceled (5.3). */
export const CANCELATION_MODES = ['TERMINATE', 'NOTIFY_THEN_TERMINATE'] as const;

function cancelation(stage: 'creation' | 'host') {
  return shape('5.3', 'How an action is canceled.', {
    mode: required(
      {
        kind: 'choice',
        choices: CANCELATION_MODES,
        formatString: { extension: 'FEATURE_BUNDLE_1', stage: 'host', target: 'optional-string' },
      },
      'TERMINATE: end the process tree at once. NOTIFY_THEN_TERMINATE: signal first, and wait.',
    ),
    notifyPeriodInSeconds: optional(
      seconds('notifyPeriod', stage),
      'Seconds between the signal and the end, for NOTIFY_THEN_TERMINATE. At most 600; default 120 for tasks, 30 otherwise.',
    ),
  });
}

const COMMAND = required(format('command', 'host', 'string'), 'The program to run. A format string.');
const hook = (shapeName: string, doc: string): Field => ({ rule: object(shapeName), extension: 'WRAP_ACTIONS', doc });

export const SCRIPT_SHAPES: Readonly<Record<string, Shape>> = {
  StepScript: shape(
    '3.5',
    'What each task of a step runs.',
    {
      let: LET,
      actions: required(object('StepActions'), 'The actions.'),
      embeddedFiles: EMBEDDED_FILES,
    },
    'task',
  ),

  StepActions: shape('3.5.1', 'The actions of a step.', {
    onRun: required(object('Action'), 'Run for each task.'),
  }),

  SimpleAction: shape(
    '8',
    'A script in one language, and what to do with it.',
    {
      let: LET,
      script: required(format('data', 'host', 'string'), 'The text of the script. A format string.'),
      ...actionFields('creation', 'Cancelation'),
    },
    'task',
  ),

  Environment: shape(
    '4',
    'Something that a session enters before its tasks and leaves after them. At least one of `script` and `variables`.',
    {
      name: required(text('environmentName'), 'The name of the environment.'),
      description: optional(text('description'), 'What the environment does. For people only.'),
      script: optional(object('EnvironmentScript'), 'What runs when the environment is entered and left.'),
      variables: optional(
        {
          kind: 'map',
          key: 'environmentVariableName',
          value: format('environmentVariableValue', 'host', 'string'),
          min: 1,
        },
        'Environment variables that are set while the environment is entered. The values are format strings.',
      ),
    },
    'environment',
  ),

  EnvironmentScript: shape(
    '4.2',
    'What runs when an environment is entered and left.',
    {
      let: LET,
      actions: required(object('EnvironmentActions'), 'The actions.'),
      embeddedFiles: EMBEDDED_FILES,
    },
    'environment-script',
  ),

  EnvironmentActions: shape('4.3', 'The actions of an environment.', {
    onEnter: optional(object('Action'), 'Run when the environment is entered.'),
    onExit: optional(object('Action'), 'Run when the environment is left. Default timeout: 300 seconds.'),
    onWrapEnvEnter: hook('WrapEnvironmentAction', 'Run in place of `onEnter` of the environments inside this one.'),
    onWrapTaskRun: hook('WrapTaskAction', 'Run in place of `onRun` of the tasks inside this environment.'),
    onWrapEnvExit: hook('WrapEnvironmentAction', 'Run in place of `onExit` of the environments inside this one.'),
  }),

  Action: shape('5', 'A command.', { command: COMMAND, ...actionFields('creation', 'Cancelation') }),
  WrapEnvironmentAction: shape(
    'RFC 0008',
    'A command that runs in place of another one.',
    { command: COMMAND, ...actionFields('host', 'WrapCancelation') },
    'wrap-environment',
  ),
  WrapTaskAction: shape(
    'RFC 0008',
    'A command that runs in place of a task.',
    { command: COMMAND, ...actionFields('host', 'WrapCancelation') },
    'wrap-task',
  ),
  Cancelation: cancelation('creation'),
  WrapCancelation: cancelation('host'),

  EmbeddedFile: shape('6.1', 'A text file that is written before each action of its script.', {
    name: required(
      text('identifier'),
      'The name: `{{Task.File.NAME}}` or `{{Env.File.NAME}}` is the path of the file.',
    ),
    type: required(choice('TEXT'), 'The type: TEXT.'),
    filename: optional(text('filename'), 'The name of the file on disk. Default: a random one.'),
    runnable: optional({ kind: 'boolean' }, 'Whether the file may be executed. Default: false.'),
    data: required(format('data', 'host', 'string'), 'The text of the file. A format string.'),
    endOfLine: {
      rule: choice('AUTO', 'LF', 'CRLF'),
      extension: 'FEATURE_BUNDLE_1',
      doc: 'The line ends of the written file. AUTO: those of the host.',
    },
  }),
};
