import { EXIT, EXIT_AFTER_SIGNAL, isInterruptSignal } from '../errors.ts';
import { describeFailure, type RunReport, type StepReport, type StepState } from '../run/index.ts';
import { mark, style, type Terminal } from '../terminal/terminal.ts';
import type { JsonValue } from './json-text.ts';
import type { CommandResult } from './result.ts';

/** Where a person finds the log of the run: `above`, or a path. */
export type LogPlace = string;

/** The result of a run: what ran, what failed and why, how long it took, where the log is. */
export function runResult(report: RunReport, logPlace: LogPlace): CommandResult {
  const message = [headline(report), ...preserved(report)].join('\n');
  return {
    status: report.state === 'success' ? 'success' : 'error',
    exitCode: exitCodeOf(report),
    message,
    fields: fieldsOf(report, logPlace),
    text: (terminal) => humanText(report, message, logPlace, terminal),
  };
}

function exitCodeOf({ state, interruptedBy }: RunReport): number {
  if (state === 'success') return EXIT.ok;
  if (state === 'failed') return EXIT.failure;
  return interruptedBy !== undefined && isInterruptSignal(interruptedBy)
    ? EXIT_AFTER_SIGNAL[interruptedBy]
    : EXIT.failure;
}

function headline({ state, interruptedBy, failures }: RunReport): string {
  if (state === 'success') return 'Session ended successfully';
  if (state === 'interrupted') return `Session interrupted by ${interruptedBy}; every Environment was exited`;
  const [first] = failures;
  return first?.kind === undefined && first !== undefined
    ? `Session ended with errors: ${first.message}`
    : 'Session ended with errors; see Task logs for details';
}

function preserved({ session }: RunReport): readonly string[] {
  return session?.workingDirectoryState === 'retained'
    ? [`Working directory preserved at: ${session.workingDirectory}`]
    : [];
}

function humanText(report: RunReport, message: string, logPlace: LogPlace, terminal: Terminal): string {
  const colour = report.state === 'success' ? 'green' : 'red';
  const { failures, session } = report;
  const stepName = stepNameOf(report);
  return [
    '',
    '--- Results of local session ---',
    '',
    mark(terminal, report.state === 'success') + style(terminal, colour, message),
    '',
    `Job: ${report.jobName}`,
    ...(stepName === undefined ? [] : [`Step: ${stepName}`]),
    ...(report.steps.length > 1 ? [`Steps: ${stepCounts(report.steps)}`] : []),
    `Duration: ${seconds(report)} seconds`,
    `Chunks run: ${report.tasksSucceeded}`,
    ...failures.map((failure) => {
      const label = failure.result?.state === 'canceled' ? 'Canceled:' : 'Failed:';
      return `${style(terminal, 'red', label)} ${describeFailure(failure)}`;
    }),
    ...(session?.notExited ?? []).map(({ name, reason }) => `Not exited: Environment '${name}': ${reason}`),
    ...(session?.leftovers ?? []).map(({ path, reason }) => `Not removed: ${path}: ${reason}`),
    ...(session?.survivors ?? []).map(({ pid }) => `Still running: process ${pid}, not even SIGKILL ended it`),
    ...(session?.escaped ?? [])
      .filter(({ ended, pid }) => !ended && session?.survivors.every((survivor) => survivor.pid !== pid) !== false)
      .map(({ pid, command }) => `Still running: process ${pid}${command === undefined ? '' : ` (${command})`}`),
    `Log: ${logPlace}`,
  ].join('\n');
}

const STATE_WORDS: readonly (readonly [StepState, string])[] = [
  ['success', 'succeeded'],
  ['failed', 'failed'],
  ['canceled', 'canceled'],
  ['not-run', 'not run'],
];

function stepCounts(steps: readonly StepReport[]): string {
  return STATE_WORDS.map(([state, word]) => [steps.filter((step) => step.state === state).length, word] as const)
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}`)
    .join(', ');
}

/** The Step that was asked for, or the one at which a run of all Steps ended. */
function stepNameOf({ selectedStepName, steps }: RunReport): string | undefined {
  return selectedStepName ?? steps.find(({ state }) => state === 'failed' || state === 'canceled')?.name;
}

function seconds({ durationMs }: RunReport): number {
  return durationMs / 1000;
}

/** The first five fields are the reference's; the others are ours. */
function fieldsOf(report: RunReport, logPlace: LogPlace): Readonly<Record<string, JsonValue | undefined>> {
  const { session } = report;
  return {
    job_name: report.jobName,
    step_name: stepNameOf(report),
    duration: seconds(report),
    chunks_run: report.tasksSucceeded,
    interrupted_by: report.interruptedBy,
    steps: report.steps.map(({ name, state, tasksSucceeded, durationMs }) => ({
      name,
      state,
      chunks_run: tasksSucceeded,
      duration: durationMs / 1000,
    })),
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
    log: logPlace,
  };
}
