import type { Observable } from 'rxjs';
import type { ActionStatus } from '../results/action-result.ts';
import type { Clock, ClockTimer } from '../ports/clock.ts';
import { ContainedObservable } from './contained-observable.ts';
import type { SessionEvent } from './session-event.ts';

/** The newest status of one action. */
export interface ProgressUpdate extends ActionStatus {
  readonly sessionId: string;
  readonly actionId: string;
  readonly timestampMs: number;
}

/**
 * The newest status of each action, at most once in a while: for consumers that send every update over a network. The first and the last status of an
 * action are never left out, and the last one does not wait.
 */
export function coalesceProgress(
  events$: Observable<SessionEvent>,
  everyMs: number,
  clock: Clock,
  onConsumerError: (error: unknown) => void,
): Observable<ProgressUpdate> {
  return new ContainedObservable<ProgressUpdate>((subscriber) => {
    const newest = new Map<string, ProgressUpdate>();
    const changed = new Set<string>();
    let timer: ClockTimer | undefined;
    const flush = (): void => {
      timer = undefined;
      for (const actionId of changed) {
        const update = newest.get(actionId);
        if (update !== undefined) subscriber.next(update);
      }
      changed.clear();
    };
    const take = (event: SessionEvent): void => {
      if (!('actionId' in event)) return;
      const before = newest.get(event.actionId);
      const { sessionId, actionId, timestampMs } = event;
      const change = changeBy(event);
      if (change === undefined) return;
      const update: ProgressUpdate = { state: 'running', ...before, ...change, sessionId, actionId, timestampMs };
      newest.set(actionId, update);
      changed.add(actionId);
      if (event.type === 'started' || event.type === 'ended') {
        timer?.cancel();
        flush();
        if (event.type === 'ended') newest.delete(actionId);
      } else timer ??= clock.after(everyMs, flush);
    };
    const subscription = events$.subscribe({
      next: take,
      complete: () => {
        timer?.cancel();
        flush();
        subscriber.complete();
      },
    });
    return () => {
      timer?.cancel();
      subscription.unsubscribe();
    };
  }, onConsumerError);
}

function changeBy(event: SessionEvent): Partial<ActionStatus> | undefined {
  switch (event.type) {
    case 'started':
      return { state: 'running' };
    case 'spawned':
      return { pid: event.pid };
    case 'progress':
      return { progress: event.progress };
    case 'status':
      return { statusMessage: event.message };
    case 'fail':
      return { failMessage: event.message };
    case 'canceling':
      return { state: 'canceling' };
    case 'ended': {
      const { state, progress, statusMessage, failMessage, exitCode } = event.result;
      return {
        state,
        ...(progress !== undefined && { progress }),
        ...(statusMessage !== undefined && { statusMessage }),
        ...(failMessage !== undefined && { failMessage }),
        ...(exitCode !== undefined && { exitCode }),
      };
    }
    default:
      return undefined;
  }
}
