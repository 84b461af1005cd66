import type { ProcessExit } from '../ports/spawn.ts';
import type { ActionFinalState, ActionReason } from '../results/action-result.ts';

/** The sentence of a result for people. The process's own `openjd_fail` message is added where the process failed. */
export function describeEnd(
  state: ActionFinalState,
  reason: ActionReason,
  failMessage: string | undefined,
  survivorPid?: number,
): string {
  const survivor =
    survivorPid === undefined ? '' : `; process ${survivorPid} is still there, not even SIGKILL ended it`;
  const what = `${describeReason(reason)}${survivor}`;
  const told = state === 'success' || failMessage === undefined || what.includes(failMessage) ? '' : `: ${failMessage}`;
  return `${what}${told}`;
}

function describeReason(reason: ActionReason): string {
  switch (reason.kind) {
    case 'nothing-to-run':
      return 'there was nothing to run';
    case 'exit-code':
      return `exited with code ${reason.exitCode}`;
    case 'signal':
      return `ended by signal ${reason.signal}${reason.likelyOutOfMemory === true ? ', probably because the host ran out of memory' : ''}`;
    case 'timeout':
      return `did not end within its time limit of ${reason.timeLimitMs / 1000} s`;
    case 'canceled':
      return `canceled${reason.reason === undefined ? '' : ` (${reason.reason})`}`;
    case 'could-not-start':
      return `could not start: ${reason.message}`;
    case 'lost':
      return `was lost: ${reason.message}`;
    case 'setup':
      return `could not be prepared: ${reason.message}`;
    case 'bad-message':
      return `printed a message that cannot be understood: ${reason.message}`;
  }
}

/** The same for the process alone. */
export function describeExit(exit: ProcessExit): string {
  if (exit.lost !== undefined) return 'was lost';
  return exit.exitCode === null
    ? `was ended by signal ${exit.signal ?? 'unknown'}`
    : `exited with code: ${exit.exitCode}`;
}
