// What options and results are made of can be named without a dependency on the package it comes from.
export type { PathFormat, PathMappingRule, SourcePathFormat } from '@ojd/expr';

export { Session } from './session/session.ts';
export type {
  ActionOptions,
  EnterEnvironmentOptions,
  ExitEnvironmentOptions,
  RunTaskOptions,
  ShutdownOptions,
  SubprocessOptions,
} from './session/session.ts';
export type { EnterableEnvironment } from './session/environment-stack.ts';
export { SessionError, type SessionErrorCode } from './errors/session-error.ts';
export type { SessionOptions, SessionPorts } from './session/session-options.ts';
export type { Leftover, SessionReport, SurvivingProcess, UnexitedEnvironment } from './results/session-report.ts';
export type { SessionState } from './results/session-state.ts';

export { ActionError } from './actions/action-error.ts';
export { ActionHandle, EnvironmentActionHandle } from './actions/action-handle.ts';
export type { CancelOptions } from './actions/cancel-options.ts';
export type {
  ActionFinalState,
  ActionKind,
  ActionReason,
  ActionResult,
  ActionState,
  ActionStatus,
  ActionUsage,
  CancelOrigin,
  CancelReceipt,
  EscapedProcessReport,
  SentSignal,
} from './results/action-result.ts';

export type { OutOfMemoryKills } from './actions/out-of-memory.ts';
export type { UsageSample } from './actions/usage-sample.ts';

export type {
  ActionCancelingEvent,
  ActionDroppedEvent,
  ActionEndedEvent,
  ActionEnvEvent,
  ActionEvent,
  ActionEventHeader,
  ActionFailMessageEvent,
  ActionLogEvent,
  ActionProgressEvent,
  ActionSpawnedEvent,
  ActionStartedEvent,
  ActionStatusMessageEvent,
  RecordedActionEvent,
} from './events/action-event.ts';
export type { ProgressUpdate } from './events/coalesced-progress.ts';
export type { HistoryLimits } from './events/event-log.ts';
export type {
  SessionDroppedEvent,
  SessionEndedEvent,
  SessionEvent,
  SessionEventHeader,
  SessionLogEvent,
  SessionStateEvent,
} from './events/session-event.ts';

export type { LogContent, LogLevel } from './events/log-content.ts';
export { logFile, type LogFileOptions } from './logs/log-file.ts';
export type { LosslessSink, OutputLines } from './logs/lossless-sink.ts';
export { pinoLogger, type PinoLike } from './logs/pino-logger.ts';
export type { SessionLogger, SessionLogRecord } from './logs/session-logger.ts';

export type { FileAccess, SessionUserPort } from './ports/session-user.ts';
export { systemClock, type Clock, type ClockTimer } from './ports/clock.ts';
export type { EscapePort, EscapeSearch } from './ports/escapes.ts';
export { platformRules, type Platform } from './ports/platform.ts';
export {
  SpawnError,
  type ProcessExit,
  type ProcessSignal,
  type ProcessUsage,
  type ReadableOutput,
  type SignalTarget,
  type SpawnedProcess,
  type SpawnErrorSubject,
  type SpawnPort,
  type SpawnRequest,
} from './ports/spawn.ts';
export { chooseSpawnPort, type SpawnPortName } from './processes/choose-spawn.ts';
export { checkHost, type CheckHostOptions } from './doctor/check-host.ts';
export type { HostCheck } from './doctor/host-check.ts';
export type { OpenedUser, OpenUser, SessionUser } from './users/open-user.ts';
export { PosixSessionUser } from './users/posix-session-user.ts';
export { WindowsSessionUser, type WindowsSessionUserOptions } from './users/windows-session-user.ts';
export type { SessionFolders } from './files/working-directory.ts';
export type { HostVariables } from './variables/session-variables.ts';
