import { EXIT, EXIT_AFTER_SIGNAL, isInterruptSignal } from '../errors.ts';
import type { EnvironmentReport, RunReport } from '../run/index.ts';
import type { JsonValue } from './json-text.ts';
import type { CommandResult } from './result.ts';
import { runSummary, stepNameOf } from './run-summary.ts';

/** What was written down of a run, and why a part of it is missing. */
export interface RunRecords {
  /** Where a person finds the log: `above`, `standard error` or a path. */
  readonly log: string;
  readonly logProblem: string | undefined;
  /** Of the file of `--events`. */
  readonly eventsProblem: string | undefined;
}

/** The result of a run: what ran, what failed and why, how long it took, where the log is and what it lacks. */
export function runResult(report: RunReport, records: RunRecords): CommandResult {
  const message = [headline(report), ...preserved(report)].join('\n');
  return {
    status: report.state === 'success' ? 'success' : 'error',
    exitCode: exitCodeOf(report),
    message,
    fields: fieldsOf(report, records),
    text: (terminal) => runSummary(report, message, records, terminal),
  };
}

function exitCodeOf({ state, interruptedBy }: RunReport): number {
  if (state === 'success') return EXIT.ok;
  if (state === 'failed') return EXIT.failure;
  return interruptedBy !== undefined && isInterruptSignal(interruptedBy)
    ? EXIT_AFTER_SIGNAL[interruptedBy]
    : EXIT.failure;
}

function headline({ state, interruptedBy, failures, environments }: RunReport): string {
  if (state === 'success') return 'Session ended successfully';
  if (state === 'interrupted') return `Session interrupted by ${interruptedBy}${exitsInWords(environments)}`;
  const [first] = failures;
  return first?.kind === undefined && first !== undefined
    ? `Session ended with errors: ${first.message}`
    : 'Session ended with errors; see Task logs for details';
}

/** What became of the Environments when a run was interrupted: which were exited, and which were not, or not wholly. */
function exitsInWords(environments: readonly EnvironmentReport[]): string {
  if (environments.length === 0) return '';
  if (environments.every(({ exit }) => exit === 'success')) return '; every Environment was exited';
  const named = (exits: readonly EnvironmentReport['exit'][], words: string): readonly string[] => {
    const names = environments.filter(({ exit }) => exits.includes(exit)).map(({ name }) => `'${name}'`);
    return names.length === 0 ? [] : [`${words} ${names.join(', ')}`];
  };
  return `; ${[
    ...named(['success'], 'exited:'),
    ...named(['canceled', 'timeout'], 'exit cut short:'),
    ...named(['failed'], 'exit failed:'),
  ].join('; ')}`;
}

function preserved({ session }: RunReport): readonly string[] {
  return session?.workingDirectoryState === 'retained'
    ? [`Working directory preserved at: ${session.workingDirectory}`]
    : [];
}

/** The first four fields are the reference's; the others are ours. */
function fieldsOf(report: RunReport, records: RunRecords): Readonly<Record<string, JsonValue | undefined>> {
  const { session } = report;
  return {
    job_name: report.jobName,
    step_name: stepNameOf(report),
    duration: report.durationMs / 1000,
    chunks_run: report.tasksSucceeded,
    interrupted_by: report.interruptedBy,
    steps: report.steps.map(({ name, state, tasksSucceeded, tasksPlanned, durationMs }) => ({
      name,
      state,
      chunks_run: tasksSucceeded,
      chunks_planned: tasksPlanned,
      duration: durationMs / 1000,
    })),
    environments: report.environments.map(({ name, exit }) => ({ name, exit })),
    failures: report.failures.map((failure) => ({
      action: failure.kind,
      name: failure.name,
      task: failure.task,
      message: failure.message,
      state: failure.result?.state,
      exit_code: failure.result?.exitCode,
      signal: failure.result?.signal,
    })),
    working_directory: session?.workingDirectoryState === 'removed' ? undefined : session?.workingDirectory,
    not_exited: session?.notExited.map(({ name, reason }) => ({ name, reason })),
    not_removed: session?.leftovers.map(({ path, reason }) => ({ path, reason })),
    log: session === undefined ? undefined : records.log,
    log_problem: records.logProblem,
    events_problem: records.eventsProblem,
  };
}
