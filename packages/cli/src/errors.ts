import process from 'node:process';
import type { DeclaredTemplate } from './input/declared-parameters.ts';

/** Exit codes of the command. */
export const EXIT = { ok: 0, failure: 1, usage: 2 } as const;

/** The signals that ask a run to end, with its exit code then: 128 and the signal's number, as shells have it. */
export const EXIT_AFTER_SIGNAL = {
  SIGINT: 130,
  SIGTERM: 143,
  /** The terminal was closed. */
  SIGHUP: 129,
  /** Ctrl-Break on Windows. */
  SIGBREAK: 149,
} as const;

/** A signal that asks a run to end. */
export type InterruptSignal = keyof typeof EXIT_AFTER_SIGNAL;

/** Whether a name is that of a signal which asks a run to end. */
export function isInterruptSignal(name: string): name is InterruptSignal {
  return name in EXIT_AFTER_SIGNAL;
}

/**
 * A problem that the person at the command line can act on: shown as one message, never as a stack trace.
 * `exitCode` is 1 for input that can't be used and 2 for a command line that can't be understood.
 */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly exitCode: number;
  /** The templates whose parameters people are shown after the message, because it is about them. */
  declared: readonly DeclaredTemplate[] = [];

  constructor(message: string, options: { exitCode?: number; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.exitCode = options.exitCode ?? EXIT.failure;
  }
}

/** What to do where the folder for temporary files can't be used. */
export const TEMP_HINT: string = `Set ${process.platform === 'win32' ? 'TEMP' : 'TMPDIR'} to a folder that this user can write to.`;

/** A message about several problems: a headline, and one line for each. */
export function problemList(headline: string, problems: readonly string[]): string {
  return [headline, ...problems.map((problem) => ` - ${problem}`)].join('\n');
}

/** The message of anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
