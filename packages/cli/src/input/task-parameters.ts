import { CliError, problemList } from '../errors.ts';
import { isMap, kindOf, readDataArgument } from './data-argument.ts';

/** One Task as given: the text of each task parameter's value. */
export type TaskArguments = Readonly<Record<string, string>>;

/** The one Task that all `-t NAME=VALUE` arguments describe together. All mistakes are told at once. */
export function readTaskParameters(args: readonly string[]): TaskArguments {
  const values: Record<string, string> = Object.create(null);
  const problems: string[] = [];
  for (const argument of args) {
    const equals = argument.indexOf('=');
    const name = argument.slice(0, equals).trim();
    if (equals <= 0 || equals === argument.length - 1) problems.push(`'${argument}': expected NAME=VALUE.`);
    else if (name in values) problems.push(`'${argument}': '${name}' was given before.`);
    else values[name] = argument.slice(equals + 1);
  }
  if (problems.length > 0) throw new CliError(problemList("-t/--task-param can't be used:", problems));
  return values;
}

/** The Tasks of `--tasks`: a list of maps from task parameter to value. */
export async function readTasks(argument: string, cwd: string): Promise<readonly TaskArguments[]> {
  const data = await readDataArgument(argument.trim(), '--tasks', cwd);
  if (!Array.isArray(data))
    throw new CliError(`--tasks: expected a list of maps from task parameter to value, found ${kindOf(data)}.`);
  const problems: string[] = [];
  const tasks = data.map((item: unknown, index) => {
    const values: Record<string, string> = Object.create(null);
    if (!isMap(item)) {
      problems.push(`Task ${index}: expected a map from task parameter to value, found ${kindOf(item)}.`);
      return values;
    }
    for (const [name, value] of Object.entries(item)) {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
        values[name] = String(value);
      else problems.push(`Task ${index}: the value of '${name}' should be text or a number, found ${kindOf(value)}.`);
    }
    return values;
  });
  if (problems.length > 0) throw new CliError(problemList("--tasks can't be used:", problems));
  return tasks;
}
