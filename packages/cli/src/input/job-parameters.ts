import type { JobParameterInput } from '@ojd/model';
import { CliError } from '../errors.ts';
import { isMap, kindOf, namesFile, readDataArgument } from './data-argument.ts';

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
  for (const argument of args) Object.assign(values, await readOne(argument, cwd));
  return values;
}

async function readOne(argument: string, cwd: string): Promise<JobParameterArguments> {
  if (namesFile(argument) || argument.trimStart().startsWith('{')) {
    const data = await readDataArgument(argument, '-p/--job-param', cwd);
    if (isMap(data)) return jobParameterMap(data, `-p ${argument}`);
    throw new CliError(`-p ${argument}: expected a map from parameter name to value, found ${kindOf(data)}.`);
  }
  const equals = argument.indexOf('=');
  if (equals > 0) return { [argument.slice(0, equals)]: argument.slice(equals + 1) };
  throw new CliError(`-p '${argument}': expected NAME=VALUE, file://PATH or an inline JSON map.`);
}

/** Checks that a map holds what a job parameter may be: text, numbers, booleans and lists of them. */
export function jobParameterMap(data: Readonly<Record<string, unknown>>, where: string): JobParameterArguments {
  const values: Record<string, JobParameterInput> = Object.create(null);
  for (const [name, value] of Object.entries(data)) {
    if (!isParameterInput(value)) {
      throw new CliError(
        `${where}: the value of '${name}' should be text, a number, a boolean or a list of these, found ${kindOf(value)}.`,
      );
    }
    values[name] = value;
  }
  return values;
}

function isParameterInput(value: unknown): value is JobParameterInput {
  if (Array.isArray(value)) return value.every(isParameterInput);
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}
