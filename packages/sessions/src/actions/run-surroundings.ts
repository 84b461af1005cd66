import type { RecordedActionEvent } from '../events/action-event.ts';
import type { HistoryLimits } from '../events/event-log.ts';
import type { LogLines } from '../events/log-lines.ts';
import type { Clock } from '../ports/clock.ts';
import type { SpawnedProcess, SpawnPort } from '../ports/spawn.ts';
import type { ActionResult, EscapedProcessReport } from '../results/action-result.ts';
import type { LineFilter } from './message-reader.ts';
import type { OutOfMemoryWatch } from './out-of-memory.ts';
import type { BackPressure } from '../ports/back-pressure.ts';
import type { OutputPump } from './output-pump.ts';

/** What the session lends to the one action that is running. */
export interface RunSurroundings {
  readonly sessionId: string;
  readonly actionId: string;
  readonly clock: Clock;
  readonly spawn: SpawnPort;
  readonly windows: boolean;
  readonly history: HistoryLimits;
  readonly lines: LineFilter;
  readonly backPressure: BackPressure;
  writeCancelInfo(notifyEndsAtMs: number): void;
  /** Finds and ends the processes that left the action's group. */
  endEscaped(): Promise<readonly EscapedProcessReport[]>;
  readonly outOfMemory: OutOfMemoryWatch;
  onRecorded(recorded: RecordedActionEvent | LogLines): void;
  onCanceling(): void;
  /** The action is over. `tellEnd` tells its consumers, to be called when the session has its next state. */
  onSettled(result: ActionResult, tellEnd: () => void): void;
  /** Descendants that outlive the action still write to its output. */
  onLingering(pump: OutputPump): void;
  /** A sink did not take all output of the action. */
  onOutputLost(message: string): void;
  /** Members of its group outlive the process: they are the session's to end. */
  onGroupRemains(process: SpawnedProcess): void;
  /** The process outlives the action: nothing ends it. */
  onSurvivor(process: SpawnedProcess): void;
  onConsumerError(error: unknown): void;
}
