import type { ActionResult } from '../results/action-result.ts';
import type { ActionRun } from '../actions/action-run.ts';
import { outputGrace } from '../actions/output-pump.ts';
import { removeTree } from '../files/remove-tree.ts';
import { errorText } from '../errors/error-text.ts';
import { during, within, type ClockTimer } from '../ports/clock.ts';
import { escapeSearchMs } from '../ports/escapes.ts';
import type { Deadline } from './deadline.ts';
import type { Leftover, SessionReport, UnexitedEnvironment } from '../results/session-report.ts';
import type { SessionRuntime } from './session-runtime.ts';

/** A sink that is behind gets this long to write what it has, also when the deadline has passed. */
const sinkGraceMs = 5_000;

/** Ends a session in the order of the specification: what runs, what is entered (LIFO), what is left on the host. Never throws. */
export async function closeSession(
  runtime: SessionRuntime,
  deadline: Deadline,
  reason: string | undefined,
): Promise<SessionReport> {
  const canceledAction = await endRunningAction(runtime, deadline, reason);
  const { exits, notExited } = await exitEnvironments(runtime, deadline);
  const problems: string[] = [...runtime.lostOutput];
  const escaped = await within(runtime.ports.clock, escapeSearchMs, runtime.endEscaped()).catch((error: unknown) => {
    problems.push(`The processes that are left could not be looked for: ${errorText(error)}`);
    return [];
  });
  // Those found above are told of; members of a group that cleared their environment are only ended.
  for (const process of runtime.remaining) process.signal('group', 'SIGKILL');
  runtime.remaining.clear();
  for (const pump of runtime.lingering) pump.close();
  runtime.lingering.clear();

  const { workingDirectory } = runtime.folders;
  const retained = runtime.options.retainWorkingDir === true;
  const leftovers = retained ? [] : await during(runtime.ports.clock, removeFiles(runtime, problems));
  await runtime.user
    ?.close()
    .catch((error: unknown) => problems.push(`The helper of the session's user: ${errorText(error)}`));
  for (const leftover of leftovers)
    runtime.log('file-path', `Could not remove ${leftover.path}: ${leftover.reason}`, 'error');
  const sinkProblems = await runtime.stream.closeSinks((closing, { closesInRealTime }) => {
    if (closesInRealTime === true) runtime.ports.clock.busy?.(closing);
    return deadline.bound(closing, sinkGraceMs, outputGrace.heldMs);
  });
  problems.push(...sinkProblems);
  const survivors = [...runtime.survivors.values()];
  return {
    sessionId: runtime.sessionId,
    ok:
      notExited.length === 0 &&
      leftovers.length === 0 &&
      problems.length === 0 &&
      exits.every(({ state }) => state === 'success') &&
      escaped.every(({ ended }) => ended) &&
      survivors.length === 0,
    ...(canceledAction !== undefined && { canceledAction }),
    exits,
    notExited,
    workingDirectory,
    workingDirectoryState: retained ? 'retained' : leftovers.length === 0 ? 'removed' : 'left',
    // An action may have named a file or a program after a secret.
    leftovers: leftovers.map((one) => ({ path: runtime.redact(one.path), reason: runtime.redact(one.reason) })),
    escaped,
    survivors,
    problems: problems.map((problem) => runtime.redact(problem)),
  };
}

/** As the user of the actions first, who may do so where the host may not; then as the host, who owns the rest. */
async function removeFiles(runtime: SessionRuntime, problems: string[]): Promise<readonly Leftover[]> {
  const { user, folders } = runtime;
  if (user === undefined) return removeTree(folders.workingDirectory);
  try {
    await user.emptyWorkingDirectory();
  } catch (error) {
    problems.push(`The working directory could not be emptied as the user of the session: ${errorText(error)}`);
  }
  return user.removeWorkingDirectory();
}

async function endRunningAction(
  runtime: SessionRuntime,
  deadline: Deadline,
  reason: string | undefined,
): Promise<ActionResult | undefined> {
  const { run } = runtime;
  if (run === undefined) return undefined;
  // An exit that is under way is part of closing: it is given its time, and no cancel.
  if (run.kind === 'exit-environment') {
    await exitInTime(runtime, deadline, run);
    return undefined;
  }
  const cancel = (timeLimitMs?: number): void =>
    run.cancelBy({
      by: 'close',
      ...(reason !== undefined && { reason }),
      ...(timeLimitMs !== undefined && { timeLimitMs }),
    });
  const stop = deadline.share(runtime.stack.all.length === 0 ? 1 : 2, cancel);
  cancel();
  const result = await run.ended;
  stop();
  return result;
}

async function exitEnvironments(
  runtime: SessionRuntime,
  deadline: Deadline,
): Promise<{ exits: readonly ActionResult[]; notExited: readonly UnexitedEnvironment[] }> {
  const exits: ActionResult[] = [];
  for (let innermost = runtime.stack.innermost; innermost !== undefined; innermost = runtime.stack.innermost) {
    if (deadline.remainingMs === 0) break;
    // One after the other: inner environments need the outer ones until they are exited.
    // oxlint-disable-next-line eslint/no-await-in-loop
    exits.push(await exitInTime(runtime, deadline, runtime.startExit(innermost, {})));
  }
  const notExited = runtime.stack.all.map(({ id, environment }) => ({
    environmentId: id,
    name: runtime.redact(environment.name),
    reason: 'the deadline of the shutdown had passed',
  }));
  return { exits, notExited };
}

/**
 * Waits for an exit no longer than its share of the time: what remains, divided by the exits that are left with this one. What one does not need is the others';
 * so one that hangs costs no other its exit.
 */
async function exitInTime(runtime: SessionRuntime, deadline: Deadline, run: ActionRun): Promise<ActionResult> {
  let timer: ClockTimer | undefined;
  const stop = deadline.share(runtime.stack.all.length, (shareMs) => {
    timer?.cancel();
    timer = runtime.ports.clock.after(shareMs, () =>
      run.cancelBy({ by: 'close', reason: "its share of the shutdown's deadline has passed", timeLimitMs: 0 }),
    );
  });
  const result = await run.ended;
  stop();
  timer?.cancel();
  return result;
}
