import type { ActionKind } from '../results/action-result.ts';
import type { CancelMethod } from './cancelation.ts';

/** A command with everything resolved: what is left to do is to start it. */
export interface PreparedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
  /** From the start of the process; absent: no limit. */
  readonly timeLimitMs?: number;
  readonly cancel: CancelMethod;
}

/** How the session understands what the process prints. */
export interface MessageScope {
  /** In the output of a task, an `openjd_env` and the like that cannot be understood does not fail the action. */
  readonly in: 'environment' | 'task';
  /** Whether REDACTED_ENV_VARS is on: without it `openjd_redacted_env` sets nothing, and one that cannot be understood fails the action like an `openjd_env`. */
  readonly redactedEnvVars: boolean;
  /** Who is told of a variable that is set or unset: all later processes, only the wrap hooks among them, or none. */
  readonly reach: 'processes' | 'wrap-hooks' | 'nobody';
  /** What to warn of, behind the name of the message, where it has less effect than its author may think. */
  readonly remark?: string;
  /** @param value null unsets it */
  changeVariable(name: string, value: string | null): void;
}

/** What an action is, before it runs. */
export interface ActionPlan {
  readonly kind: ActionKind;
  readonly name?: string;
  readonly environmentId?: string;
  readonly taskParameters?: Readonly<Record<string, string>>;
  /** The headline in the log. */
  readonly title: string;
  readonly messages: MessageScope;
  /** Resolves the action and writes its files. Undefined if the template has nothing to run here. May throw: the action fails. */
  prepare(log: PrepareLog): Promise<PreparedCommand | undefined>;
}

/** Where preparing says what it does. */
export type PrepareLog = (
  content: 'file-path' | 'parameter-info' | 'process-control',
  text: string,
  level?: 'info' | 'warning',
) => void;
