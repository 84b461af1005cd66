import type { ActionFinalState, ActionKind, ActionResult, SessionReport } from '@ojd/sessions';

/** How a run ended. */
export type RunState = 'success' | 'failed' | 'interrupted';

/** How far a Step came. */
export type StepState = 'success' | 'failed' | 'canceled' | 'not-run';

/** What became of one Step of the plan. */
export interface StepReport {
  readonly name: string;
  readonly state: StepState;
  /** Tasks (or chunks of them) that succeeded. */
  readonly tasksSucceeded: number;
  /** How many were to run; absent where the size of chunks follows the time that they take. */
  readonly tasksPlanned?: number;
  readonly durationMs: number;
}

/** An Environment that was entered or attempted, and how its exit went: `canceled` if it was cut short. */
export interface EnvironmentReport {
  readonly name: string;
  readonly exit: ActionFinalState;
}

/** An action that did not succeed, or an error before there was one. */
export interface RunFailure {
  /** Absent if no action was started: the Session could not be made, for instance. */
  readonly kind?: ActionKind;
  /** The Environment's or the Step's name. */
  readonly name?: string;
  /** For a Task: `Frame=3, Camera=left`. */
  readonly task?: string;
  /** Why: one sentence. */
  readonly message: string;
  readonly result?: ActionResult;
}

/** The outcome of a run: what ran, what failed and why, how long it took. */
export interface RunReport {
  readonly state: RunState;
  readonly jobName: string;
  readonly selectedStepName?: string;
  readonly steps: readonly StepReport[];
  /** In the order they were exited. */
  readonly environments: readonly EnvironmentReport[];
  /** In the order they happened. The first one ended the run. */
  readonly failures: readonly RunFailure[];
  /** Tasks (or chunks of them) that succeeded, of all Steps. */
  readonly tasksSucceeded: number;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** Who interrupted the run: `SIGINT`. */
  readonly interruptedBy?: string;
  /** Absent if the Session could not be made. */
  readonly session?: SessionReport;
}
