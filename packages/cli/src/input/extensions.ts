import { EXTENSION_NAMES, type ExtensionName } from '@ojd/model';
import { CliError } from '../errors.ts';

/** The extensions of `--extensions`, in any case; absent means all that are known, the empty text none. */
export function readExtensions(argument: string | undefined): readonly ExtensionName[] {
  if (argument === undefined) return EXTENSION_NAMES;
  const given = argument
    .split(',')
    .map((name) => name.trim().toUpperCase())
    .filter((name) => name !== '');
  const unknown = given.filter((name) => !EXTENSION_NAMES.some((known) => known === name));
  if (unknown.length > 0) {
    throw new CliError(
      `Unsupported Open Job Description extension(s): ${unknown.join(', ')}. Supported: ${EXTENSION_NAMES.join(', ')}.`,
    );
  }
  return EXTENSION_NAMES.filter((known) => given.includes(known));
}
