import { type Invocation, parseCommandLine } from './command-line/parse.ts';
import { usageText } from './command-line/usage-error.ts';
import { CliError, EXIT } from './errors.ts';
import type { CommandName } from './command-line/options.ts';
import { check } from './commands/check.ts';
import { runHelp } from './commands/run-help.ts';
import { schema } from './commands/schema.ts';
import { errorResult } from './render/error-result.ts';
import { type CommandResult, printResult } from './render/result.ts';
import { processStreams, type Streams } from './terminal/streams.ts';
import { terminalOf } from './terminal/terminal.ts';
import { packageVersion } from './version.ts';

type Command = (invocation: Invocation, streams: Streams) => Promise<CommandResult>;

/** What makes and runs jobs takes as long to load as all the rest: it waits until it is asked for. */
const COMMANDS: Readonly<Record<CommandName, Command>> = {
  check,
  schema,
  summary: async (...given) => (await import('./job-commands.ts')).summary(...given),
  run: async (invocation, streams) =>
    invocation.help ? runHelp(invocation, streams) : (await import('./job-commands.ts')).run(invocation, streams),
  doctor: async (invocation) => (await import('./job-commands.ts')).doctor(invocation),
  explain: async (...given) => (await import('./job-commands.ts')).explain(...given),
};

/**
 * Runs the command line and returns its exit code: 0 success, 1 failure, 2 a command line that can't be understood,
 * 130 and 143 after SIGINT and SIGTERM.
 *
 * @param argv - the arguments after the program's name
 * @param streams - where to read and write; the process's own by default
 *
 * @example
 * ```ts
 * import { main, type TextSink } from '@ojd/cli';
 *
 * let printed = '';
 * const sink: TextSink = { write: (text) => (printed += text), isTTY: false, columns: undefined };
 * const streams = { stdout: sink, stderr: sink, stdin: process.stdin, env: {}, cwd: '.', onInterrupt: () => () => {} };
 * await main(['check', 'no-such.yaml'], streams); // => 1
 * printed; // => "ERROR: Cannot read the template 'no-such.yaml': there is no such file.\n"
 * ```
 */
export async function main(argv: readonly string[], streams: Streams = processStreams()): Promise<number> {
  const parsed = parseCommandLine(argv, {
    out: (text) => streams.stdout.write(text),
    err: (text) => streams.stderr.write(text),
    width: terminalOf(streams.stdout, streams.env).width,
  });
  if ('exitCode' in parsed) return parsed.exitCode;
  if ('versionAs' in parsed) return printResult(versionResult(packageVersion()), parsed.versionAs, streams);
  const { command, help, options } = parsed.invocation;
  // Standard output is the event stream's alone then, also when nothing could be run.
  const onStderr = options.events === '-' && !help;
  const print = (result: CommandResult): Promise<number> =>
    printResult(onStderr ? { ...result, onStderr } : result, options.output, streams);
  try {
    return await print(await carryOut(parsed.invocation, streams));
  } catch (error) {
    if (error instanceof CliError && error.exitCode === EXIT.usage) {
      streams.stderr.write(usageText(command, error.message));
      return EXIT.usage;
    }
    return print(errorResult(error, options.verbose === true));
  }
}

function versionResult(version: string): CommandResult {
  return { status: 'success', exitCode: EXIT.ok, message: `openjd ${version}`, fields: { version } };
}

async function carryOut(invocation: Invocation, streams: Streams): Promise<CommandResult> {
  return COMMANDS[invocation.command](invocation, streams);
}
