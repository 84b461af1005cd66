import { Command, CommanderError, Option } from 'commander';
import { EXIT } from '../errors.ts';
import { normaliseArguments } from './normalise.ts';
import {
  COMMANDS,
  type CommandName,
  type CommandSpec,
  type OptionSpec,
  type OptionValues,
  type SchemaVersion,
} from './options.ts';

/** What a command line asks for. */
export interface Invocation {
  readonly command: CommandName;
  /** As named on the command line; several only for `check`, none only for `schema` and for help. */
  readonly templates: readonly string[];
  /** The first of them. */
  readonly template: string;
  readonly options: OptionValues;
  /** `run TEMPLATE --help`: the template's own parameters are wanted too. */
  readonly help: boolean;
  /** The usage line and the options of the command, for a help text. */
  readonly helpText: { readonly usage: string; readonly full: string; readonly options: string };
}

/** Either a command to carry out, or nothing more to do: help, version or a usage error was printed. */
export type Parsed = { readonly invocation: Invocation } | { readonly exitCode: number };

interface Writers {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly width: number;
}

/** Reads the arguments after the program's name. A command line that can't be understood ends with exit code 2. */
export function parseCommandLine(argv: readonly string[], version: string, writers: Writers): Parsed {
  let invocation: Invocation | undefined;
  const program = createProgram(argv[0], version, writers, (found) => {
    invocation = found;
  });
  try {
    program.parse(normaliseArguments(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version were asked for and printed; everything else is a usage error, which commander itself would end with 1.
    if (error.exitCode === 0) return { exitCode: EXIT.ok };
    if (error.code !== 'commander.help') writers.err(usageError(error, argv));
    return { exitCode: EXIT.usage };
  }
  return invocation === undefined ? { exitCode: EXIT.usage } : { invocation };
}

function usageError(error: CommanderError, argv: readonly string[]): string {
  const command = COMMANDS.find(
    (candidate) => candidate.name === argv.find((argument) => !argument.startsWith('-')),
  )?.name;
  return usageText(command, error.message.replace(/^error: /, '').replaceAll('\n', ' '));
}

/** How a command line that can't be understood is answered. */
export function usageText(command: CommandName | undefined, message: string): string {
  const name = command === undefined ? 'openjd' : `openjd ${command}`;
  return `${name}: ${message}\nSee '${name} --help'.\n`;
}

function createProgram(
  command: string | undefined,
  version: string,
  writers: Writers,
  found: (invocation: Invocation) => void,
): Command {
  const program = new Command('openjd')
    .description('Checks and runs Open Job Description templates.')
    .usage('COMMAND [ARGUMENTS]')
    .version(`openjd ${version}`, '-V, --version', 'Print the version.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [command]', 'print the help of a command')
    // `schema --version` is an option of that command, not the program's.
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      writeOut: writers.out,
      // Usage errors are printed by parseCommandLine; what is left is the help after a missing command.
      writeErr: (text) => {
        if (!text.startsWith('error:')) writers.err(text);
      },
      getOutHelpWidth: () => writers.width,
      getErrHelpWidth: () => writers.width,
    });
  // Only the command that is asked for is spelled out, unless the help of all is wanted.
  const asked = COMMANDS.filter(({ name }) => name === command);
  for (const spec of asked.length === 0 ? COMMANDS : asked) addCommand(program, spec, found);
  return program;
}

function addCommand(program: Command, spec: CommandSpec, found: (invocation: Invocation) => void): void {
  const command = program.command(spec.name).summary(spec.summary).description(spec.description);
  if (spec.argument !== undefined) {
    // Optional here, checked below: `run --help` needs none.
    const { name, many, description } = spec.argument;
    command.argument(many ? `[${name}...]` : `[${name}]`, description);
    command.usage(`${name.toUpperCase()}${many ? '...' : ''} [OPTIONS]`);
  } else {
    command.usage('[OPTIONS]');
  }
  for (const option of spec.options) command.addOption(commanderOption(option));
  if (spec.name === 'run') {
    command
      .helpOption(false)
      .option('-h, --help', "Print this help, with the template's own parameters when one is given.");
  } else {
    command.helpOption('-h, --help', 'Print this help.');
  }
  command.action((...given: unknown[]) => {
    const { help, version, ...options } = command.opts<OptionValues & { help?: boolean; version?: SchemaVersion }>();
    const templates = given
      .slice(0, -2)
      .flat()
      .filter((value) => typeof value === 'string');
    if (spec.argument !== undefined && templates.length === 0 && help !== true) {
      command.error(`error: missing the ${spec.argument.name.replace(/s$/, '')} to ${spec.name}`);
    }
    const required = spec.options.find((option) => option.name === 'schemaVersion');
    if (required !== undefined && version === undefined) {
      command.error(`error: missing ${required.long} (one of: ${required.choices?.join(', ')})`);
    }
    found({
      command: spec.name,
      templates,
      template: templates[0] ?? '',
      help: help === true,
      options: { ...NO_REPEATED_OPTIONS, ...options, ...(version === undefined ? {} : { schemaVersion: version }) },
      helpText: helpTextOf(command),
    });
  });
}

/** What repeatable options are when they are not given. */
const NO_REPEATED_OPTIONS = { jobParam: [], environment: [], taskParam: [] };

function commanderOption(spec: OptionSpec): Option {
  const flags = [spec.short, spec.long].filter((flag) => flag !== undefined).join(', ');
  const option = new Option(spec.value === undefined ? flags : `${flags} <${spec.value}>`, describe(spec));
  if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.default !== undefined) option.default(spec.default);
  if (spec.conflicts !== undefined) option.conflicts([...spec.conflicts]);
  if (spec.repeatable === true) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  }
  return option;
}

function describe(spec: OptionSpec): string {
  const aliases = spec.aliases?.filter((alias) => !spec.description.includes(alias)) ?? [];
  return aliases.length === 0 ? spec.description : `${spec.description} Also ${aliases.join(', ')}.`;
}

function helpTextOf(command: Command): Invocation['helpText'] {
  const full = command.helpInformation();
  const optionsAt = full.indexOf('Options:');
  return { usage: full.slice(0, full.indexOf('\n')), full, options: full.slice(optionsAt) };
}
