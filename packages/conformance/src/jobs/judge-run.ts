import type { VectorOutcome } from '../vector.ts';
import type { Expectations } from './job-vector.ts';

/** What a started program gave back. */
export interface RunOutput {
  readonly exitCode: number | null;
  readonly signal: string | null;
  /** Standard output and standard error. */
  readonly text: string;
}

/** Judges a run of the command line by what its vector expects. */
export function judgeRun(run: RunOutput, expected: Expectations, invalid: boolean): VectorOutcome {
  const broken = brokenRun(run);
  if (broken !== undefined) return failed(`${broken}\n${run.text}`);
  if (invalid) return run.exitCode === 0 ? failed('it must be refused, and was accepted') : { state: 'passed' };
  const problems = [...exitProblems(run, expected), ...outputProblems(run.text, expected)];
  return problems.length === 0 ? { state: 'passed' } : failed(`${problems.join('\n')}\n${run.text}`);
}

/** A crash is no refusal. */
function brokenRun({ exitCode, signal, text }: RunOutput): string | undefined {
  if (exitCode === null) return `the program was ended by ${signal}`;
  if (exitCode !== 0 && exitCode !== 1) return `the exit code is ${exitCode}`;
  if (text.includes('Unexpected error')) return 'the program has a defect';
  // Else a program that can't start at all would refuse every vector.
  const isExplained = text.includes('ERROR: ') || text.includes('--- Results of local session ---');
  return exitCode === 0 || isExplained ? undefined : 'the program did not say why it failed';
}

function exitProblems({ exitCode, text }: RunOutput, { taskFailure }: Expectations): readonly string[] {
  if (taskFailure === undefined)
    return exitCode === 0 ? [] : [`the run must succeed, and its exit code is ${exitCode}`];
  if (exitCode === 0) return ['the run must fail, and succeeded'];
  if (taskFailure.exitCode === undefined) return [];
  // The first one is the failure; what exits afterwards is cleaning up.
  const codes = [...text.matchAll(/exited with code:\s*(-?\d+)/g)].map(([, code]) => Number(code));
  const first = codes.find((code) => code !== 0);
  return first === taskFailure.exitCode
    ? []
    : [`the first failing process must exit with ${taskFailure.exitCode}, and it was ${first}`];
}

function outputProblems(text: string, { output, forbidden }: Expectations): readonly string[] {
  const missing = output.filter(
    (one) => !(typeof one === 'string' ? [one] : one.anyOf).some((part) => text.includes(part)),
  );
  return [
    ...missing.map((one) => `missing in the output: ${JSON.stringify(one)}`),
    ...forbidden.filter((one) => text.includes(one)).map((one) => `forbidden in the output: ${JSON.stringify(one)}`),
  ];
}

function failed(reason: string): VectorOutcome {
  return { state: 'failed', reason };
}
