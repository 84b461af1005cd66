import { type Invocation, parseCommandLine, usageText } from './command-line/parse.ts';
import { CliError, EXIT } from './errors.ts';
import type { CommandName } from './command-line/options.ts';
import { errorResult } from './render/error-result.ts';
import { type CommandResult, printResult } from './render/result.ts';
import { processStreams, type Streams } from './terminal/streams.ts';
import { terminalOf } from './terminal/terminal.ts';
import { packageVersion } from './version.ts';

type Command = (invocation: Invocation, streams: Streams) => Promise<CommandResult>;

/** What each command needs is loaded only when it is asked for: `check` must not wait for the Session's packages. */
const COMMANDS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  check: async () => (await import('./commands/check.ts')).check,
  summary: async () => (await import('./commands/summary.ts')).summary,
  run: async () => (await import('./commands/run.ts')).run,
  explain: async () => (await import('./commands/explain.ts')).explain,
  schema: async () => (await import('./commands/schema.ts')).schema,
};

/**
 * Runs the command line and returns its exit code: 0 success, 1 failure, 2 a command line that can't be understood,
 * 130 and 143 after SIGINT and SIGTERM.
 *
 * @param argv - the arguments after the program's name
 * @param streams - where to read and write; the process's own by default
 */
export async function main(argv: readonly string[], streams: Streams = processStreams()): Promise<number> {
  const parsed = parseCommandLine(argv, packageVersion(), {
    out: (text) => streams.stdout.write(text),
    err: (text) => streams.stderr.write(text),
    width: terminalOf(streams.stdout, streams.env).width,
  });
  if ('exitCode' in parsed) return parsed.exitCode;
  const { command, options } = parsed.invocation;
  try {
    return await printResult(await carryOut(parsed.invocation, streams), options.output, streams);
  } catch (error) {
    if (error instanceof CliError && error.exitCode === EXIT.usage) {
      streams.stderr.write(usageText(command, error.message));
      return EXIT.usage;
    }
    return printResult(errorResult(error, options.verbose === true), options.output, streams);
  }
}

async function carryOut(invocation: Invocation, streams: Streams): Promise<CommandResult> {
  const command = await COMMANDS[invocation.command]();
  return command(invocation, streams);
}
