/** The kinds of line a process can speak to its Session with: `openjd_<kind>: ...` (How Jobs Are Run, "Stdout/Stderr Messages"). */
export const MESSAGE_KINDS = [
  'progress',
  'status',
  'fail',
  'env',
  'unset_env',
  'redacted_env',
  'session_runtime_loglevel',
] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

/** The kinds that change environment variables. */
export const ENV_MESSAGE_KINDS = ['env', 'unset_env', 'redacted_env'] as const;
export type EnvMessageKind = (typeof ENV_MESSAGE_KINDS)[number];

export const LOG_LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Whose output a line is from: an env message that cannot be followed fails an Environment's action, not a task's. */
export type MessageScope = 'environment' | 'task';

/**
 * What a line of output says to the Session. `secrets` are values that must not be seen from this line on, this line included;
 * they are to be masked whether or not the message can be followed.
 */
export type OpenJDMessage =
  | { readonly type: 'progress'; /** 0 to 100. */ readonly progress: number }
  | { readonly type: 'status'; readonly text: string }
  | { readonly type: 'fail'; readonly text: string }
  | { readonly type: 'env'; readonly name: string; readonly value: string }
  | { readonly type: 'unsetEnv'; readonly name: string }
  | { readonly type: 'redactedEnv'; readonly name: string; readonly value: string; readonly secrets: readonly string[] }
  | { readonly type: 'logLevel'; readonly level: LogLevel }
  | {
      /** The line is a message, but what follows the colon can't be used. */
      readonly type: 'malformed';
      readonly kind: MessageKind;
      /** A sentence without any value that could be secret. */
      readonly reason: string;
      /** The action is to be canceled and counts as failed. */
      readonly failsAction: boolean;
      readonly secrets: readonly string[];
    }
  | {
      /** The line was surely meant as an env message: wrong case, spaces before it, or no space behind the colon. Always fails the action. */
      readonly type: 'nearMiss';
      readonly kind: EnvMessageKind;
      readonly reason: string;
      readonly failsAction: true;
      readonly secrets: readonly string[];
    };
