import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { OptionValues } from '../command-line/options.ts';
import { CliError } from '../errors.ts';
import { fileOf } from '../input/data-argument.ts';
import { pathFromArgument } from '../input/read-file.ts';
import { BUNDLE_FILES } from '../input/template-input.ts';

/** Refuses options of `run` that make no sense, before anything is read or written. @throws {@link CliError} with exit code 2 */
export function checkRunOptions(options: OptionValues, template: string, cwd: string): void {
  const { maximumTasks, events, output, logFile } = options;
  if (maximumTasks !== undefined && !/^[+-]?\d+$/.test(maximumTasks)) {
    throw new CliError(`--maximum-tasks: expected a whole number, found '${maximumTasks}'.`, { exitCode: 2 });
  }
  if (events === '-' && output !== 'human-readable') {
    throw new CliError(`--events - and --output ${output} both want standard output: give --events a file.`, {
      exitCode: 2,
    });
  }
  for (const [option, path] of Object.entries({ '--log-file': logFile, '--events': events })) {
    if (path === '') throw new CliError(`${option}: expected a path, found an empty text.`, { exitCode: 2 });
  }
  if (logFile === '-') {
    throw new CliError('--log-file: - is no file. Without this option the log goes to the terminal.', { exitCode: 2 });
  }
  const written = [
    { option: '--log-file', path: logFile },
    { option: '--events', path: events === '-' ? undefined : events },
  ];
  if (logFile !== undefined && events !== undefined && events !== '-' && isSameFile(logFile, events, cwd)) {
    throw new CliError(`--log-file and --events can't write to the same file '${logFile}'.`, { exitCode: 2 });
  }
  for (const { option, path } of written) {
    if (path !== undefined && filesRead(options, template).some((read) => isSameFile(read, path, cwd))) {
      throw new CliError(`${option} would overwrite '${path}', which this run reads: name another file.`, {
        exitCode: 2,
      });
    }
  }
}

/** Every file that the command line names to be read. */
function filesRead(
  { environment, jobParam, tasks, pathMappingRules }: OptionValues,
  template: string,
): readonly string[] {
  const data = [...jobParam, tasks ?? '', pathMappingRules ?? ''].map((argument) => fileOf(argument.trim()) ?? '');
  const bundle = BUNDLE_FILES.map((name) => join(template, name));
  return [template, ...bundle, ...environment, ...data].filter((path) => path !== '');
}

/** Also by another way: a link, or a path that is not as short as could be. */
function isSameFile(one: string, other: string, cwd: string): boolean {
  const [first, second] = [pathFromArgument(one, cwd), pathFromArgument(other, cwd)];
  return first === second || (fileNumber(first) !== undefined && fileNumber(first) === fileNumber(second));
}

/** What a file is to the system, by whatever path; undefined for what is no file, or not yet. */
function fileNumber(path: string): string | undefined {
  try {
    const found = statSync(path, { bigint: true });
    return found.isFile() ? `${found.dev}:${found.ino}` : undefined;
  } catch {
    return undefined;
  }
}
