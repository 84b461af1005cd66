import type { JobParameterInput } from '@ojd/model';
import { CliError, problemList } from '../errors.ts';
import { fileOf, isMap, kindOf, readDataArgument } from './data-argument.ts';

/** Values of job parameters as given, before the template's definitions are looked at. */
export type JobParameterArguments = Readonly<Record<string, JobParameterInput>>;

/**
 * All `-p` arguments together, in the order given: `NAME=VALUE`, `file://PATH` of a map, or an inline JSON map. The last value of a name holds.
 */
export async function readJobParameters(
  args: readonly string[],
  cwd: string,
  defaults: JobParameterArguments = {},
): Promise<JobParameterArguments> {
  const values: Record<string, JobParameterInput> = Object.assign(Object.create(null), defaults);
  const problems: string[] = [];
  for (const argument of args) {
    try {
      Object.assign(values, await readOne(argument, cwd));
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      problems.push(error.message);
    }
  }
  if (problems.length > 1) throw new CliError(problemList("The job parameters can't be used:", problems));
  if (problems.length === 1) throw new CliError(problems.join(''));
  return values;
}

async function readOne(argument: string, cwd: string): Promise<JobParameterArguments> {
  const trimmed = argument.trim();
  if (fileOf(trimmed) !== undefined || trimmed.startsWith('{')) {
    const data = await readDataArgument(trimmed, '-p/--job-param', cwd);
    if (isMap(data)) return jobParameterMap(data, `-p ${argument}`);
    throw new CliError(`-p ${argument}: expected a map from parameter name to value, found ${kindOf(data)}.`);
  }
  const equals = argument.indexOf('=');
  const name = argument.slice(0, equals).trimStart();
  if (equals > 0 && name !== '') return { [name]: argument.slice(equals + 1) };
  throw new CliError(`-p '${argument}': expected NAME=VALUE, file://PATH or an inline JSON map.`);
}

/** Checks that a map holds what a job parameter may be: text, numbers, booleans and lists of them. All mistakes are told at once. */
export function jobParameterMap(data: Readonly<Record<string, unknown>>, where: string): JobParameterArguments {
  const values: Record<string, JobParameterInput> = Object.create(null);
  const problems: string[] = [];
  for (const [name, value] of Object.entries(data)) {
    if (isParameterInput(value)) values[name] = value;
    else problems.push(`'${name}': found ${partOf(value)}.`);
  }
  if (problems.length === 0) return values;
  throw new CliError(problemList(`${where}: expected text, numbers, booleans or lists of these.`, problems));
}

/** The part of a value that a job parameter can't be. */
function partOf(value: unknown): string {
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const wrong = items.find((item) => !isParameterInput(item));
  return wrong === undefined ? kindOf(value) : `a list with ${partOf(wrong)} in it`;
}

function isParameterInput(value: unknown): value is JobParameterInput {
  if (Array.isArray(value)) return value.every(isParameterInput);
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}
