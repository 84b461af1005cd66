import { Command, CommanderError, Help, type HelpConfiguration, Option } from 'commander';
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
import { usageError, usageText } from './usage-error.ts';

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

/** A command to carry out, the version to print, or nothing more to do: help or a usage error was printed. */
export type Parsed =
  | { readonly invocation: Invocation }
  | { readonly versionAs: OptionValues['output'] }
  | { readonly exitCode: number };

interface Writers {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly width: number;
}

/** Reads the arguments after the program's name. A command line that can't be understood ends with exit code 2. */
export function parseCommandLine(argv: readonly string[], writers: Writers): Parsed {
  const version = askedVersion(argv);
  if (typeof version === 'string') {
    writers.err(usageText(undefined, version));
    return { exitCode: EXIT.usage };
  }
  if (version !== undefined) return version;
  let invocation: Invocation | undefined;
  const program = createProgram(argv[0], writers, (found) => {
    invocation = found;
  });
  try {
    const [first, about] = argv;
    if (first === undefined || (first === 'help' && about === 'help')) {
      program.outputHelp();
      return { exitCode: EXIT.ok };
    }
    // Commander would print the help of all, and not why.
    if (first === 'help' && about !== undefined && COMMANDS.every(({ name }) => name !== about)) {
      program.error(`error: unknown command '${about}'`);
    }
    program.parse(normaliseArguments(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help was asked for and printed; everything else is a usage error, which commander itself would end with 1.
    if (error.exitCode === 0) return { exitCode: EXIT.ok };
    if (error.code !== 'commander.help') writers.err(usageError(error, argv));
    return { exitCode: EXIT.usage };
  }
  return invocation === undefined ? { exitCode: EXIT.usage } : { invocation };
}

/** `--version`, perhaps with `--output`: how to print it, or why that can't be done. Undefined: something else is asked for. */
function askedVersion(argv: readonly string[]): { readonly versionAs: OptionValues['output'] } | string | undefined {
  const words = argv.flatMap((argument) => (argument.startsWith('--output=') ? argument.split('=', 2) : [argument]));
  const at = words.indexOf('--output');
  const others = words.filter((_, index) => at === -1 || index < at || index > at + 1);
  if (others.length === 0 || !others.every((word) => word === '--version' || word === '-V')) return undefined;
  if (at === -1) return { versionAs: VERSION_FORMATS[0] };
  const given = words[at + 1];
  const versionAs = VERSION_FORMATS.find((known) => known === given);
  if (versionAs !== undefined) return { versionAs };
  const found = given === undefined ? 'nothing' : `'${given}'`;
  return `--output of --version: expected one of ${VERSION_FORMATS.join(', ')}, found ${found}`;
}

const VERSION_FORMATS = ['human-readable', 'json', 'yaml'] as const;

function createProgram(
  command: string | undefined,
  writers: Writers,
  found: (invocation: Invocation) => void,
): Command {
  const program = new Command('openjd')
    .description('Checks and runs Open Job Description templates.')
    .usage('COMMAND [ARGUMENTS]')
    .option('-V, --version', 'Print the version. Knows --output json and yaml, too.')
    .helpOption('-h, --help', 'Print this help.')
    .helpCommand('help [command]', 'print the help of a command')
    .addHelpText('after', '\nMore: openjd COMMAND --help')
    .configureHelp(HELP)
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
  command.allowExcessArguments();
  if (spec.argument !== undefined) {
    // Optional here, checked below: `run --help` needs none.
    const { name, many, description } = spec.argument;
    command.argument(many ? `[${name}...]` : `[${name}]`, description);
    command.usage(`${argumentWords(spec)} [OPTIONS]`);
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
    const [most, words] = expectedArguments(spec);
    if (command.args.length > most) {
      command.error(`error: expected ${words}, found ${command.args.map((word) => `'${word}'`).join(' ')}`);
    }
    if ([...templates, ...(options.environment ?? [])].filter((name) => name === '-').length > 1) {
      command.error('error: standard input (-) can be read only once');
    }
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

function expectedArguments({ argument }: CommandSpec): readonly [number, string] {
  if (argument === undefined) return [0, 'no template'];
  return argument.many ? [Number.POSITIVE_INFINITY, ''] : [1, 'one template'];
}

/** `TEMPLATE...`, as it stands in help texts. */
function argumentWords({ argument }: CommandSpec): string {
  return argument === undefined ? '' : `${argument.name.toUpperCase().replace(/S$/, '')}${argument.many ? '...' : ''}`;
}

const HELP: HelpConfiguration = {
  subcommandTerm: (command) => {
    const spec = COMMANDS.find(({ name }) => name === command.name());
    return spec === undefined ? 'help COMMAND' : `${spec.name} ${argumentWords(spec)}`.trimEnd();
  },
  argumentTerm: (argument) => argument.name().toUpperCase().replace(/S$/, ''),
  optionDescription: ({ description, argChoices, defaultValue }) => {
    if (argChoices === undefined)
      return `${description}${defaultValue === undefined ? '' : ` Default: ${defaultValue}.`}`;
    const choices = argChoices.map((choice) => (choice === defaultValue ? `${choice} (the default)` : choice));
    return `${description} One of: ${choices.join(', ')}.`;
  },
  minWidthToWrap: 10,
  formatItem: (term, termWidth, description, helper) => {
    const width = helper.helpWidth ?? 80;
    if (description === '' || width - termWidth >= LEAST_DESCRIPTION_WIDTH)
      return Help.prototype.formatItem.call(helper, term, termWidth, description, helper);
    // Beside the terms there would be a word to a line.
    const lines = helper.boxWrap(description, width - 6).split('\n');
    return [`  ${term}`, ...lines.map((line) => `      ${line}`)].join('\n');
  },
};

const LEAST_DESCRIPTION_WIDTH = 30;

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
