import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { DEFAULT_DOCUMENT_LIMITS, type PreprocessOptions } from '@ojd/model';
import { CliError } from '../errors.ts';
import type { Streams } from '../terminal/streams.ts';
import { formatOf, isMap, kindOf, readDataFile } from './data-argument.ts';
import { jobParameterMap, type JobParameterArguments } from './job-parameters.ts';
import { pathFromArgument, readBoundedFile, readBoundedStdin } from './read-file.ts';

/** A template as it was named on the command line, read but not decoded. */
export interface TemplateInput {
  /** The name that messages use: the path as given. */
  readonly displayName: string;
  readonly bytes: Uint8Array;
  /** Absent for standard input: the decoder finds out. */
  readonly format?: 'json' | 'yaml';
  /** Relative PATH defaults are relative to this folder. */
  readonly directory: string;
  /** The values of a job bundle's `parameter_values` file. */
  readonly parameterValues: JobParameterArguments;
  /** The name of that file for messages. */
  readonly valuesFile?: string;
  /** Why that file can't be used: kept back, because the template is worth a look all the same. */
  readonly valuesProblem?: CliError;
}

/** How the paths in parameter values are read: defaults belong to the template, what is given to where the command was typed. */
export function pathOptions(
  { directory }: TemplateInput,
  cwd: string,
): Required<Pick<PreprocessOptions, 'templateDir' | 'currentDir' | 'pathFormat'>> {
  return { templateDir: directory, currentDir: cwd, pathFormat: process.platform === 'win32' ? 'WINDOWS' : 'POSIX' };
}

const BUNDLE_TEMPLATES = ['template.yaml', 'template.yml', 'template.json'];
const BUNDLE_VALUES = ['parameter_values.yaml', 'parameter_values.yml', 'parameter_values.json'];

/** What is read of a job bundle. */
export const BUNDLE_FILES: readonly string[] = [...BUNDLE_TEMPLATES, ...BUNDLE_VALUES];

/** Reads a template argument: a file, a job bundle folder, or `-` for standard input. */
export async function readTemplateInput(
  argument: string,
  streams: Streams,
  what = 'the template',
): Promise<TemplateInput> {
  const maxBytes = DEFAULT_DOCUMENT_LIMITS.maxBytes;
  if (argument === '-') {
    return {
      displayName: '<stdin>',
      bytes: await readBoundedStdin(streams, what, maxBytes),
      directory: streams.cwd,
      parameterValues: {},
    };
  }
  if (argument === '') throw new CliError(`Cannot read ${what}: its path is empty.`);
  const path = pathFromArgument(argument, streams.cwd);
  const info = await statOf(path);
  if (info?.isDirectory() === true) return readBundle(argument, path, maxBytes);
  return {
    displayName: argument,
    bytes: await readBoundedFile({ path, shown: argument, what }, maxBytes),
    format: formatOf(path),
    // What a shell writes into a pipe or device (`<(make-template)`) has no folder of its own.
    directory: info?.isFile() === false ? streams.cwd : dirname(path),
    parameterValues: {},
  };
}

async function statOf(path: string): Promise<Stats | undefined> {
  // What is wrong with a path is told when it is read.
  return stat(path).catch(() => undefined);
}

async function readBundle(argument: string, folder: string, maxBytes: number): Promise<TemplateInput> {
  const template = await onlyOneOf(folder, BUNDLE_TEMPLATES, argument);
  if (template === undefined) {
    throw new CliError(
      `'${argument}' is a folder without ${BUNDLE_TEMPLATES.join(', ')}: name a template file, or a job bundle folder that holds one of these.`,
    );
  }
  const values = await onlyOneOf(folder, BUNDLE_VALUES, argument);
  return {
    displayName: join(argument, basename(template)),
    bytes: await readBoundedFile(
      { path: template, shown: join(argument, basename(template)), what: 'the template' },
      maxBytes,
    ),
    format: formatOf(template),
    directory: folder,
    ...(values === undefined ? { parameterValues: {} } : await bundleValues(values, join(argument, basename(values)))),
  };
}

async function bundleValues(
  path: string,
  name: string,
): Promise<Pick<TemplateInput, 'parameterValues' | 'valuesFile' | 'valuesProblem'>> {
  try {
    return { valuesFile: name, parameterValues: await readBundleValues(path, name) };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { parameterValues: {}, valuesProblem: error };
  }
}

async function onlyOneOf(folder: string, names: readonly string[], argument: string): Promise<string | undefined> {
  const paths = names.map((name) => join(folder, name));
  const exists = await Promise.all(
    paths.map(async (path) =>
      stat(path).then(
        () => true,
        () => false,
      ),
    ),
  );
  const found = paths.filter((_, index) => exists[index]);
  if (found.length > 1) {
    throw new CliError(`'${argument}' holds ${found.map((path) => basename(path)).join(' and ')}: keep one of them.`);
  }
  return found[0];
}

/** `parameterValues: [{name, value}, ...]`, or a map from name to value. Names with a colon belong to a farm's submitter, not to the job. */
async function readBundleValues(path: string, name: string): Promise<JobParameterArguments> {
  const data = await readDataFile({ path, shown: name, what: 'the parameter values' });
  const entries = isMap(data)
    ? (data['parameterValues'] ?? Object.entries(data).map(([key, value]) => ({ name: key, value })))
    : data;
  if (!Array.isArray(entries)) {
    throw new CliError(`${name}: expected 'parameterValues' to be a list of {name, value}, found ${kindOf(entries)}.`);
  }
  const pairs = entries.map((entry: unknown, index): readonly [string, unknown] => {
    if (!isMap(entry) || typeof entry['name'] !== 'string' || !('value' in entry)) {
      throw new CliError(`${name}: expected parameterValues[${index}] to be {name, value}, found ${kindOf(entry)}.`);
    }
    return [entry['name'], entry['value']];
  });
  return jobParameterMap(Object.fromEntries(pairs.filter(([key]) => !key.includes(':'))), name);
}
