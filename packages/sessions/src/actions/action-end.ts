import type { ProcessExit } from '../ports/spawn.ts';
import type { ActionFinalState, ActionReason, ActionState } from '../results/action-result.ts';

/** How an action ended, and why. */
export type ActionEnd = readonly [ActionFinalState, ActionReason];

export function badMessageEnd(message: string): ActionEnd {
  return ['failed', { kind: 'bad-message', message }];
}

/** The end of an action whose process ended by itself: the exit code decides. */
export function endByExit(exit: ProcessExit | undefined, likelyOutOfMemory: boolean): ActionEnd {
  const { exitCode = null, signal = null } = exit ?? {};
  if (exitCode !== null) return [exitCode === 0 ? 'success' : 'failed', { kind: 'exit-code', exitCode }];
  return ['failed', { kind: 'signal', signal: signal ?? 'unknown', ...(likelyOutOfMemory && { likelyOutOfMemory }) }];
}

export function isFinal(state: ActionState): boolean {
  return state !== 'running' && state !== 'canceling';
}
