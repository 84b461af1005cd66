import type { PathMappingRule } from '@ojd/expr';
import type { Job, JobParameterValues, Profile } from '@ojd/model';
import type { OutOfMemoryKills } from '../actions/out-of-memory.ts';
import type { HistoryLimits } from '../events/event-log.ts';
import type { LosslessSink } from '../logs/lossless-sink.ts';
import type { SessionLogger } from '../logs/session-logger.ts';
import type { Clock } from '../ports/clock.ts';
import type { EscapePort } from '../ports/escapes.ts';
import type { Platform } from '../ports/platform.ts';
import type { SpawnPort } from '../ports/spawn.ts';
import type { HostVariables } from '../variables/session-variables.ts';
import type { OpenUser, SessionUser } from '../users/open-user.ts';
import { PosixSessionUser } from '../users/posix-session-user.ts';
import { WindowsSessionUser } from '../users/windows-session-user.ts';
import { checkEnvVars, checkJob, checkJobParameters, checkPathMappingRules, checkSignal } from './check-calls.ts';
import { checkGiven, checkText, shown } from '../errors/check-given.ts';
import { SessionError } from '../errors/session-error.ts';

/**
 * What a session uses of the world; each can be replaced.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SessionPorts {
  readonly spawn: SpawnPort;
  readonly clock: Clock;
  readonly escapes: EscapePort;
  readonly platform: Platform;
  /** Where the host counts processes killed for want of memory. */
  readonly outOfMemoryKills: OutOfMemoryKills;
  /** The variables that processes inherit. Default: those of this process when the session is created. */
  readonly hostVariables: HostVariables;
  /** Makes the folders of a session that runs as another user, and whatever acts for that user. */
  readonly openUser: OpenUser;
}

/**
 * The options of `Session.create`.
 *
 * @see How Jobs Are Run: Sessions
 */
export interface SessionOptions {
  /** For logs and events. Default: a random UUID. */
  readonly sessionId?: string;
  /** The job whose environments and steps are to run: gives `jobParameters` and `profile`. */
  readonly job?: Job;
  /** The values of `preprocessJobParameters`. Default: those of `job`, else none. */
  readonly jobParameters?: JobParameterValues;
  /** Which extensions are on, for what belongs to no step or environment. Default: that of `job`. */
  readonly profile?: Profile;
  /** Default: none. */
  readonly pathMappingRules?: readonly PathMappingRule[];
  /** Over the host's variables, under those of actions and environments. Null takes one of the host's away. */
  readonly envVars?: Readonly<Record<string, string | null>>;
  /** An existing folder to make the working directory in. Default: `OpenJD` (where another user has that: `OpenJD-<uid>`) in the temporary directory, made on demand. */
  readonly sessionRoot?: string;
  /** Keep the working directory when the session ends. Default: false. */
  readonly retainWorkingDir?: boolean;
  /**
   * Runs the actions as this user of the operating system. They then begin with the variables of that user's login, none of the host's.
   * Default: the user of this program.
   */
  readonly user?: SessionUser;
  /** Where log lines go besides the events. Default: pino to stderr if `OJD_LOG_LEVEL` is set, else nowhere. */
  readonly logger?: SessionLogger;
  /** Receivers that must not miss an event, and may hold processes back for that. */
  readonly sinks?: readonly LosslessSink[];
  /** Cancels the action that runs, and every later one except exits: cleaning up is not what the caller gave up on. */
  readonly signal?: AbortSignal;
  /** How much of each action's log late readers can still see. Default: 10,000 events or 4 MiB. */
  readonly history?: Partial<HistoryLimits>;
  readonly ports?: Partial<SessionPorts>;
}

/** Throws a SessionError that names the option, what was expected and what was found. */
export function checkSessionOptions(options: SessionOptions): void {
  checkText('sessionId', options.sessionId);
  checkText('sessionRoot', options.sessionRoot);
  const { user } = options;
  if (user !== undefined && !(user instanceof PosixSessionUser) && !(user instanceof WindowsSessionUser)) {
    throw new SessionError(
      'invalid-option',
      // Not what it is: somebody may have given the options of a user, with its password.
      `user must be a PosixSessionUser or a WindowsSessionUser, made by new; got ${user === null ? 'null' : typeof user}.`,
    );
  }
  checkJob(options.job);
  checkJobParameters(options.jobParameters);
  checkEnvVars(options.envVars);
  checkSignal(options.signal);
  if (options.pathMappingRules !== undefined) checkPathMappingRules(options.pathMappingRules);
  if (options.sinks !== undefined && !Array.isArray(options.sinks))
    throw new SessionError('invalid-option', `sinks must be a list of sinks; got ${shown(options.sinks)}.`);
  for (const [index, sink] of (options.sinks ?? []).entries())
    checkMethods(`sinks[${index}]`, sink, ['write', 'whenRoom', 'close']);
  if (options.logger !== undefined) checkMethods('logger', options.logger, ['log']);
  for (const [name, value] of Object.entries(options.history ?? {})) {
    if (!(typeof value === 'number' && value >= 1))
      throw new SessionError('invalid-option', `history.${name} must be a number of at least 1; got ${shown(value)}.`);
  }
}

/** A receiver that lacks one would lose everything it is told. */
function checkMethods(name: string, value: unknown, methods: readonly string[]): void {
  checkGiven(name, `an object with ${methods.join(', ')}`, value);
  const missing = methods.find((method) => typeof Reflect.get(value, method) !== 'function');
  if (missing !== undefined)
    throw new SessionError('invalid-option', `${name} must have the method ${missing}, and has none.`);
}
