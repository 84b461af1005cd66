import type { ActionKind, ActionResult, CancelOrigin } from '../results/action-result.ts';
import type { LogContent, LogLevel } from './log-content.ts';

/** What every event of an action carries. */
export interface ActionEventHeader {
  readonly sessionId: string;
  readonly actionId: string;
  /** Counts the events of this action from 1, without gaps. */
  readonly seq: number;
  /** Milliseconds since the Unix epoch, by the session's clock. */
  readonly timestampMs: number;
}

/** The first event of every action, also of one that is over at once or has nothing to run. */
export interface ActionStartedEvent extends ActionEventHeader {
  readonly type: 'started';
  readonly kind: ActionKind;
  /** The environment's or the step's name, or the command of a `runSubprocess`. */
  readonly name?: string;
  /** Set for the actions of an environment. */
  readonly environmentId?: string;
  /** Set for a task: the values of its parameters as text. */
  readonly taskParameters?: Readonly<Record<string, string>>;
}

/** The process exists. An action without one (nothing to run, failed setup) has no such event. */
export interface ActionSpawnedEvent extends ActionEventHeader {
  readonly type: 'spawned';
  readonly pid: number;
}

/** One line: of the process's output (`content: 'command-output'`) or of the session's own report. */
export interface ActionLogEvent extends ActionEventHeader {
  readonly type: 'log';
  readonly content: LogContent;
  readonly level: LogLevel;
  /** Redacted, without its line end. */
  readonly text: string;
}

/** `openjd_progress`. */
export interface ActionProgressEvent extends ActionEventHeader {
  readonly type: 'progress';
  /** 0 to 100. */
  readonly progress: number;
}

/** `openjd_status`. */
export interface ActionStatusMessageEvent extends ActionEventHeader {
  readonly type: 'status';
  /** Redacted. */
  readonly message: string;
}

/** `openjd_fail`: why the action thinks it will fail. The exit code decides whether it did. */
export interface ActionFailMessageEvent extends ActionEventHeader {
  readonly type: 'fail';
  /** Redacted. */
  readonly message: string;
}

/** A variable of the session changed: `openjd_env`, `openjd_redacted_env`, `openjd_unset_env`. */
export interface ActionEnvEvent extends ActionEventHeader {
  readonly type: 'env';
  readonly change: 'set' | 'unset';
  readonly name: string;
  /** Absent for an unset and for a redacted variable, whose value is in no event. */
  readonly value?: string;
  readonly redacted?: true;
  /** A task printed it: no process gets the variable, but wrap hooks that run later are told of it (`WrappedAction.Environment`, RFC 0008). */
  readonly wrapHooksOnly?: true;
}

/** Somebody asked the action to end, or its time limit passed. Comes again when the notify period is shortened. */
export interface ActionCancelingEvent extends ActionEventHeader {
  readonly type: 'canceling';
  readonly by: CancelOrigin;
  readonly reason?: string;
  readonly method: 'TERMINATE' | 'NOTIFY_THEN_TERMINATE';
  /** When the process group will be killed, for NOTIFY_THEN_TERMINATE. */
  readonly notifyEndsAtMs?: number;
}

/** The last event of every action. */
export interface ActionEndedEvent extends ActionEventHeader {
  readonly type: 'ended';
  readonly result: ActionResult;
}

/**
 * Stands in a reader's stream in place of events that left the history before the reader came to them.
 * It has no `seq` of its own: it covers `fromSeq` to `fromSeq + count - 1`.
 */
export interface ActionDroppedEvent {
  readonly type: 'dropped';
  readonly sessionId: string;
  readonly actionId: string;
  readonly timestampMs: number;
  readonly count: number;
  readonly fromSeq: number;
}

/** Every event that an action records: plain JSON, in the order it happened. */
export type RecordedActionEvent =
  | ActionStartedEvent
  | ActionSpawnedEvent
  | ActionLogEvent
  | ActionProgressEvent
  | ActionStatusMessageEvent
  | ActionFailMessageEvent
  | ActionEnvEvent
  | ActionCancelingEvent
  | ActionEndedEvent;

/**
 * What a reader of an action sees: its recorded events, and `dropped` where the history was shorter than the reader was late.
 *
 * @example
 * ```ts
 * import type { ActionEvent } from '@ojd/sessions';
 *
 * function line(event: ActionEvent): string | undefined {
 *   if (event.type === 'log') return event.text;
 *   if (event.type === 'dropped') return `... ${event.count} events are no longer in memory ...`;
 *   return undefined;
 * }
 * ```
 */
export type ActionEvent = RecordedActionEvent | ActionDroppedEvent;
