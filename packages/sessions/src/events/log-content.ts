/**
 * What a log line holds, so that a consumer can decide who may see it (a farm's operators see `host-info`, an artist need not).
 * The kinds are those of the reference implementation.
 */
export type LogContent =
  /** A headline between the parts of a session's log. */
  | 'banner'
  /** Names files or folders of the host. */
  | 'file-path'
  /** Shows what is in a file that the session wrote. */
  | 'file-contents'
  /** A line that the action's process printed. */
  | 'command-output'
  /** Why something failed. */
  | 'exception'
  /** Starting, signalling and ending processes. */
  | 'process-control'
  /** Shows parameter or variable values. */
  | 'parameter-info'
  /** Facts about the machine. */
  | 'host-info';

/** How much a line matters. */
export type LogLevel = 'debug' | 'info' | 'warning' | 'error';
