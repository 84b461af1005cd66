// What scripts of templates and of jobs have in common: both hold format strings that only the host resolves.
import type { Expression, FormatString } from '@ojd/expr';

/**
 * One `name = expression` of a `let` list (Template Schemas 3.6, EXPR).
 *
 * @see Template Schemas 3.6
 */
export interface LetBinding {
  readonly name: string;
  readonly expression: Expression;
  /** Where the expression begins in the text of the entry. */
  readonly offset: number;
}

/** A script with its actions (Template Schemas 3.5 and 4.2). */
export interface Script<Actions> {
  readonly let: readonly LetBinding[];
  readonly actions: Actions;
  readonly embeddedFiles: readonly EmbeddedFile[];
}

/** What an Environment does (Template Schemas 4.3). The three wrap hooks come together or not at all. */
export interface EnvironmentHooks<Action> {
  readonly onEnter?: Action;
  readonly onExit?: Action;
  readonly onWrapEnvEnter?: Action;
  readonly onWrapTaskRun?: Action;
  readonly onWrapEnvExit?: Action;
}

/**
 * How an Action is canceled (Template Schemas 5.3).
 *
 * @see Template Schemas 5.3
 */
export interface Cancelation {
  readonly mode: 'TERMINATE' | 'NOTIFY_THEN_TERMINATE' | FormatString;
  /** Seconds, or a format string that gives them; in a job a format string only in a wrap hook. */
  readonly notifyPeriodInSeconds?: number | FormatString;
}

/**
 * A file that is written before every Action of its script (Template Schemas 6.1).
 *
 * @see Template Schemas 6.1
 */
export interface EmbeddedFile {
  readonly name: string;
  readonly type: 'TEXT';
  readonly filename?: string;
  readonly data: FormatString;
  readonly runnable: boolean;
  readonly endOfLine?: 'AUTO' | 'LF' | 'CRLF';
}
