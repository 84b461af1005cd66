import { displayWidth } from '@ojd/expr';
import { describeFailure, type RunFailure, type RunReport, type StepReport, type StepState } from '../run/index.ts';
import { mark, style, type Terminal, visible } from '../terminal/terminal.ts';
import type { RunRecords } from './run-result.ts';

/** More Steps than this are counted instead of listed. */
const LISTED_STEPS = 20;

/** What a person reads at the end of a run. The first lines are those of the reference commands. */
export function runSummary(report: RunReport, message: string, records: RunRecords, terminal: Terminal): string {
  const isSuccess = report.state === 'success';
  const { session, steps } = report;
  const stepName = stepNameOf(report);
  // What the headline says already.
  const failures = report.failures.filter(({ message: why }, index) => index > 0 || !message.endsWith(`: ${why}`));
  return [
    '',
    '--- Results of local session ---',
    '',
    mark(terminal, isSuccess) + style(terminal, isSuccess ? 'green' : 'red', visible(message)),
    '',
    `Job: ${report.jobName}`,
    ...(stepName === undefined ? [] : [`Step: ${stepName}`]),
    `Duration: ${report.durationMs / 1000} seconds${inWords(report.durationMs)}`,
    `Chunks run: ${report.tasksSucceeded}`,
    ...(steps.length > 1 || !isSuccess ? stepLines(steps, terminal) : []),
    ...failures.map((failure) => `${style(terminal, 'red', label(failure))} ${visible(describeFailure(failure))}`),
    ...(session?.notExited ?? []).map(({ name, reason }) => visible(`Not exited: Environment '${name}': ${reason}`)),
    ...(session?.leftovers ?? []).map(({ path, reason }) => visible(`Not removed: ${path}: ${reason}`)),
    ...(session?.survivors ?? []).map(({ pid }) => `Still running: process ${pid}, not even SIGKILL ended it`),
    ...(session?.escaped ?? [])
      .filter(({ ended, pid }) => !ended && session?.survivors.every((survivor) => survivor.pid !== pid) !== false)
      .map(({ pid, command }) =>
        visible(`Still running: process ${pid}${command === undefined ? '' : ` (${command})`}`),
      ),
    // Without a Session there was nothing to log.
    ...(session === undefined ? [] : [`Log: ${records.log}`]),
    ...[records.logProblem, records.eventsProblem].filter((problem) => problem !== undefined),
  ].join('\n');
}

/** The Step that was asked for, or the one at which a run of all Steps ended. */
export function stepNameOf({ selectedStepName, steps }: RunReport): string | undefined {
  return selectedStepName ?? steps.find(({ state }) => state === 'failed' || state === 'canceled')?.name;
}

function label({ result }: RunFailure): string {
  if (result?.state === 'canceled') return 'Canceled:';
  return result?.state === 'timeout' ? 'Timed out:' : 'Failed:';
}

const STATES: Readonly<Record<StepState, { readonly word: string; readonly colour: 'green' | 'red' | 'dim' }>> = {
  success: { word: 'succeeded', colour: 'green' },
  failed: { word: 'failed', colour: 'red' },
  canceled: { word: 'canceled', colour: 'red' },
  'not-run': { word: 'not run', colour: 'dim' },
};

function stepLines(steps: readonly StepReport[], terminal: Terminal): readonly string[] {
  if (steps.length > LISTED_STEPS) {
    const counts = Object.entries(STATES)
      .map(([state, { word }]) => [steps.filter((step) => step.state === state).length, word] as const)
      .filter(([count]) => count > 0);
    return [`Steps: ${counts.map(([count, word]) => `${count} ${word}`).join(', ')}`];
  }
  const rows = steps.map((step) => ({ ...step, progress: progressOf(step) }));
  const nameWidth = widest(rows.map(({ name }) => name));
  const progressWidth = widest(rows.map(({ progress }) => progress));
  return [
    'Steps:',
    ...rows.map(({ name, state, progress, durationMs }) => {
      const { word, colour } = STATES[state];
      const start = `  ${padded(name, nameWidth)}  `;
      if (state === 'not-run') return start + style(terminal, colour, word);
      return `${start}${style(terminal, colour, word)}${' '.repeat(11 - word.length)}${progress.padEnd(progressWidth)}  ${(durationMs / 1000).toFixed(durationMs < 10_000 ? 2 : 0)} s`;
    }),
  ];
}

function progressOf({ tasksSucceeded, tasksPlanned }: StepReport): string {
  if (tasksPlanned === undefined) return `${tasksSucceeded} ${tasksSucceeded === 1 ? 'chunk' : 'chunks'}`;
  return `${tasksSucceeded} of ${tasksPlanned}`;
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - displayWidth(text));
}

/** ` (2 h 3 min 4 s)` for what is hard to read in seconds. */
function inWords(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  if (seconds < 120) return '';
  const [h, min, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return ` (${h === 0 ? '' : `${h} h `}${min} min ${s} s)`;
}
