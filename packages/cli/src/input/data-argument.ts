import { readData } from '@ojd/model';
import { CliError } from '../errors.ts';
import { type FileToRead, MAX_DATA_FILE_BYTES, pathFromArgument, readBoundedFile } from './read-file.ts';

const FILE_PREFIX = 'file://';

/** The path of an argument that is `file://PATH`; undefined if it is not. */
export function fileOf(argument: string): string | undefined {
  return argument.startsWith(FILE_PREFIX) ? argument.slice(FILE_PREFIX.length) : undefined;
}

/**
 * The data behind an argument that is either `file://PATH` of a JSON or YAML document or the JSON text itself.
 * Numbers that a double can't hold come as bigint. `what` names the argument: "--tasks".
 */
export async function readDataArgument(argument: string, what: string, cwd: string): Promise<unknown> {
  const shown = fileOf(argument);
  if (shown !== undefined) {
    if (shown === '') throw new CliError(`${what}: expected file://PATH, found no path.`);
    return readDataFile({ path: pathFromArgument(shown, cwd), shown, what: `the file of ${what}` });
  }
  const outcome = readData(argument, { format: 'json' });
  if (outcome.ok) return outcome.value;
  throw new CliError(`${what} is not JSON: ${problemText(outcome)}`);
}

/** The data of a JSON or YAML file. */
export async function readDataFile(file: FileToRead): Promise<unknown> {
  const bytes = await readBoundedFile(file, MAX_DATA_FILE_BYTES);
  const outcome = readData(bytes, { format: formatOf(file.path) });
  if (outcome.ok) return outcome.value;
  throw new CliError(`${capital(file.what)} can't be used: ${problemText(outcome, file.shown)}`);
}

/** JSON by the file's ending, else YAML, of which JSON is a part. */
export function formatOf(path: string): 'json' | 'yaml' {
  return path.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
}

function problemText(
  outcome: {
    readonly diagnostics: readonly {
      readonly message: string;
      readonly range?: { readonly start: { readonly line: number; readonly column: number } };
    }[];
  },
  path?: string,
): string {
  return outcome.diagnostics
    .map(({ message, range }) => {
      const place = [path, range === undefined ? undefined : `${range.start.line}:${range.start.column}`];
      return `${place.filter((part) => part !== undefined).join(':')} ${message}`.trim();
    })
    .join('\n');
}

/** Whether a value is a map of a JSON or YAML document. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, for "expected ..., found ...". */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return typeof value === 'string' ? `the text "${value}"` : JSON.stringify(value);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
