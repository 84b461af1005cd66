import { CommanderError } from 'commander';
import { EXIT } from '../errors.ts';
import { COMMANDS, type OptionSpec } from './options.ts';

/**
 * Rewrites the spellings that the parser refuses: aliases, the two-letter `-tp` of the Python reference (also `-tpK=V` and `-tp=K=V`), `-p=K=V`
 * and unambiguous prefixes of long flags (`--out json`), which that reference takes too. Values stay as they are, and so does everything after `--`.
 */
export function normaliseArguments(argv: readonly string[]): string[] {
  const word = argv.find((argument) => !argument.startsWith('-'));
  const command = COMMANDS.find(({ name }) => name === word);
  const options: readonly OptionSpec[] = command?.options ?? [];
  const normalised: string[] = [];
  let isValue = false;
  for (const [index, argument] of argv.entries()) {
    if (argument === '--' && !isValue) return [...normalised, ...argv.slice(index)];
    if (isValue && isFlag(argument, options)) throw missingValue(normalised.at(-1) ?? '', argument);
    const flag: string = isValue ? argument : normaliseFlag(argument, options);
    isValue = !isValue && options.some(({ long, short, value }) => value !== undefined && [long, short].includes(flag));
    normalised.push(flag);
  }
  return normalised;
}

/** Whether an argument is one of the command's options in any spelling, and so no value that was meant. */
function isFlag(argument: string, options: readonly OptionSpec[]): boolean {
  const [flag = ''] = normaliseFlag(argument, options).split('=', 1);
  return ['-h', '--help', ...options.flatMap(({ long, short }) => [long, short])].includes(flag);
}

function missingValue(flag: string, next: string): CommanderError {
  return new CommanderError(
    EXIT.usage,
    'openjd.missingValue',
    `error: ${flag}: expected a value, found the option '${next}' (a value that looks like one: ${flag}=${next})`,
  );
}

function normaliseFlag(argument: string, options: readonly OptionSpec[]): string {
  if (!argument.startsWith('-')) return argument;
  const equals = argument.indexOf('=');
  const flag = equals === -1 ? argument : argument.slice(0, equals);
  const rest = equals === -1 ? '' : argument.slice(equals);

  const aliased = options.find((option) => option.aliases?.includes(flag));
  if (aliased !== undefined) return aliased.long + rest;
  const short = options.find((option) => option.short === flag && option.value !== undefined);
  if (short !== undefined && rest !== '') return short.long + rest;
  if (!flag.startsWith('--')) {
    for (const option of options) {
      const alias = option.aliases?.find((spelling) => !spelling.startsWith('--') && argument.startsWith(spelling));
      if (alias !== undefined) return `${option.long}=${argument.slice(alias.length)}`;
    }
    return argument;
  }
  if (options.some((option) => option.long === flag)) return argument;
  const spellings = options.flatMap((option) =>
    [option.long, ...(option.aliases ?? [])].map((spelling) => ({ spelling, option })),
  );
  const matches = new Set(
    spellings.filter(({ spelling }) => spelling.startsWith(flag)).map(({ option }) => option.long),
  );
  const [only] = matches;
  return matches.size === 1 && only !== undefined ? only + rest : argument;
}
