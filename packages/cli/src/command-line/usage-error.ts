import type { CommanderError } from 'commander';
import { COMMANDS, type CommandName } from './options.ts';

/** How a command line that can't be understood is answered. */
export function usageText(command: CommandName | undefined, message: string): string {
  const name = command === undefined ? 'openjd' : `openjd ${command}`;
  return `${name}: ${message}\nSee '${name} --help'.\n`;
}

/** The answer to what the parser refused. */
export function usageError(error: CommanderError, argv: readonly string[]): string {
  const command = COMMANDS.find(
    (candidate) => candidate.name === argv.find((argument) => !argument.startsWith('-')),
  )?.name;
  return usageText(command, inOurWords(error.message.replace(/^error: /, '').replaceAll('\n', ' ')));
}

/** `-p, --job-param <K=V>`, of which the long flag is what help and documents call it. */
const FLAGS = String.raw`'(?:-\w, )?(--[\w-]+)(?: <([^>]+)>)?'`;

/** The parser's words for what goes wrong most: what was expected, what was found. Other messages stay as they are. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(`^option ${FLAGS} argument '(.*)' is invalid\\. Allowed choices are (.*)\\.$`),
    "$1: expected one of $4, found '$3'",
  ],
  [new RegExp(`^option ${FLAGS} argument missing$`), '$1: expected $2, found nothing'],
  [
    new RegExp(`^option ${FLAGS} cannot be used with option ${FLAGS}$`),
    '$1 and $3 exclude one another: give one of them',
  ],
];

function inOurWords(message: string): string {
  const [pattern, words] = REWORDED.find(([known]) => known.test(message)) ?? [];
  return pattern === undefined || words === undefined ? message : message.replace(pattern, words);
}
