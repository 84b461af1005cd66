import type { MessageScope } from '../actions/action-plan.ts';
import type { SessionVariables } from '../variables/session-variables.ts';
import type { EnteredEnvironment } from './environment-stack.ts';

// Whose variables a process can change by what it prints (How Jobs Are Run; RFC 0008, "Stdout forwarding and macro propagation").

/** An environment's own action, or the hook in place of it. */
export function environmentMessages(
  entered: EnteredEnvironment,
  variables: SessionVariables,
  redactedEnvVars: boolean,
): MessageScope {
  return {
    in: 'environment',
    redactedEnvVars,
    reach: 'processes',
    changeVariable: (name, value) => variables.changeByEnvironment(entered.layer, name, value),
  };
}

/** A task sets no variable of a process; but what it exports is passed on to later hooks, whether it ran by itself or by a hook. */
export function taskMessages(variables: SessionVariables, redactedEnvVars: boolean, wrapped: boolean): MessageScope {
  return {
    in: 'task',
    redactedEnvVars,
    reach: 'wrap-hooks',
    // A hook exports on purpose; a task that nothing wraps most likely expects more than it gets.
    ...(!wrapped && {
      remark:
        'of a task reaches no later process: only the actions of an Environment can change environment variables. Wrap hooks that run later are told of it.',
    }),
    changeVariable: (name, value) => variables.changeByTask(name, value),
  };
}

/** A command of the caller's own is no action of the job. */
export const subprocessMessages: MessageScope = {
  in: 'task',
  redactedEnvVars: true,
  reach: 'nobody',
  remark: 'is ignored: only the actions of an Environment can change environment variables.',
  changeVariable: () => undefined,
};
