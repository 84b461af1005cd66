import type { ActionResult } from '../actions/action-result.ts';
import { removeTree } from '../files/remove-tree.ts';
import { errorText } from '../logs/error-text.ts';
import type { Leftover, SessionReport, UnexitedEnvironment } from './session-report.ts';
import type { SessionRuntime } from './session-runtime.ts';

/** Ends a session in the order of the specification: what runs, what is entered (LIFO), what is left on the host. Never throws. */
export async function closeSession(
  runtime: SessionRuntime,
  options: { readonly deadlineMs?: number; readonly reason?: string },
): Promise<SessionReport> {
  const { clock } = runtime.ports;
  const deadlineAtMs = options.deadlineMs === undefined ? undefined : clock.now() + options.deadlineMs;
  const remainingMs = (): number | undefined =>
    deadlineAtMs === undefined ? undefined : Math.max(0, deadlineAtMs - clock.now());

  const canceledAction = await endRunningAction(runtime, options.reason, remainingMs());
  const { exits, notExited } = await exitEnvironments(runtime, remainingMs);
  const problems: string[] = [];
  const escaped = await runtime.ports.escapes
    .end({ workingDirectory: runtime.folders.workingDirectory })
    .catch((error: unknown) => {
      problems.push(`The processes that are left could not be looked for: ${errorText(error)}`);
      return [];
    });
  for (const pump of runtime.lingering) pump.close();
  runtime.lingering.clear();

  const { workingDirectory } = runtime.folders;
  const retained = runtime.options.retainWorkingDir === true;
  const leftovers = retained ? [] : await removeFiles(runtime, problems);
  await runtime.user
    ?.close()
    .catch((error: unknown) => problems.push(`The helper of the session's user: ${errorText(error)}`));
  for (const { path, reason } of leftovers) runtime.log('file-path', `Could not remove ${path}: ${reason}`, 'error');
  problems.push(...(await runtime.stream.closeSinks()));
  return {
    sessionId: runtime.sessionId,
    ok:
      notExited.length === 0 &&
      leftovers.length === 0 &&
      problems.length === 0 &&
      exits.every(({ state }) => state === 'success') &&
      escaped.every(({ ended }) => ended),
    ...(canceledAction !== undefined && { canceledAction }),
    exits,
    notExited,
    workingDirectory,
    workingDirectoryState: retained ? 'retained' : leftovers.length === 0 ? 'removed' : 'left',
    leftovers,
    escaped,
    problems,
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
  reason: string | undefined,
  remainingMs: number | undefined,
): Promise<ActionResult | undefined> {
  const { run } = runtime;
  if (run === undefined) return undefined;
  // An exit that is under way is part of closing: it is given its time, and no cancel.
  const isExit = run.kind === 'exit-environment';
  if (!isExit || remainingMs !== undefined) {
    const shareMs =
      remainingMs === undefined || isExit || runtime.stack.all.length === 0 ? remainingMs : remainingMs / 2;
    const cancel = (): void =>
      run.cancelBy({
        by: 'close',
        ...(reason !== undefined && { reason }),
        ...(shareMs !== undefined && { timeLimitMs: isExit ? 0 : shareMs }),
      });
    if (!isExit) cancel();
    else {
      const timer = runtime.ports.clock.after(shareMs ?? 0, cancel);
      void run.ended.then(() => timer.cancel());
    }
  }
  const result = await run.ended;
  return isExit ? undefined : result;
}

async function exitEnvironments(
  runtime: SessionRuntime,
  remainingMs: () => number | undefined,
): Promise<{ exits: readonly ActionResult[]; notExited: readonly UnexitedEnvironment[] }> {
  const exits: ActionResult[] = [];
  for (let innermost = runtime.stack.innermost; innermost !== undefined; innermost = runtime.stack.innermost) {
    const remaining = remainingMs();
    if (remaining === 0) break;
    const run = runtime.startExit(innermost, {});
    const timer =
      remaining === undefined
        ? undefined
        : runtime.ports.clock.after(remaining, () =>
            run.cancelBy({ by: 'close', reason: 'the deadline of the shutdown has passed', timeLimitMs: 0 }),
          );
    // One after the other: inner environments need the outer ones until they are exited.
    // oxlint-disable-next-line eslint/no-await-in-loop
    exits.push(await run.ended);
    timer?.cancel();
  }
  const notExited = runtime.stack.all.map(({ id, environment }) => ({
    environmentId: id,
    name: environment.name,
    reason: 'the deadline of the shutdown had passed',
  }));
  return { exits, notExited };
}
