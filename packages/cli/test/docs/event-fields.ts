// What docs/events.md says of each field. The types hold it to those of the stream: a field, an optional mark or a value that is missing here,
// or that is no more, does not compile.
import type {
  ActionEventHeader,
  ActionReason,
  ActionResult,
  ActionUsage,
  CancelReceipt,
  EscapedProcessReport,
  Leftover,
  RecordedActionEvent,
  SentSignal,
  SessionDroppedEvent,
  SessionEvent,
  SessionEventHeader,
  SessionReport,
  SurvivingProcess,
  UnexitedEnvironment,
} from '@ojd/sessions';
import type { RunEndedEvent, StreamStartedEvent } from '../../src/render/event-stream.ts';
import type { EnvironmentReport, RunFailure, RunReport, StepReport } from '../../src/run/index.ts';

/** What is said of one field. */
export interface Field {
  readonly says: string;
  readonly optional?: true;
  readonly values?: Readonly<Record<string, string>>;
  readonly shape?: string;
  readonly listOf?: string;
}

export interface Entry {
  readonly when: string;
  readonly fields: Readonly<Record<string, Field>>;
}

/** The maps inside events, by the names of their sections. */
interface Shapes {
  RunReport: RunReport;
  StepReport: StepReport;
  EnvironmentReport: EnvironmentReport;
  RunFailure: RunFailure;
  SessionReport: SessionReport;
  UnexitedEnvironment: UnexitedEnvironment;
  Leftover: Leftover;
  SurvivingProcess: SurvivingProcess;
  ActionResult: ActionResult;
  ActionReason: ActionReason;
  ActionUsage: ActionUsage;
  CancelReceipt: CancelReceipt;
  SentSignal: SentSignal;
  EscapedProcessReport: EscapedProcessReport;
}

type NameOf<T> = {
  [K in keyof Shapes]: [T, Shapes[K]] extends [Shapes[K], T] ? K : never;
}[keyof Shapes];

type Optional<E, F extends keyof E> = object extends Pick<E, F> ? { readonly optional: true } : unknown;

/** A closed set of texts: each of them is told. */
type Values<T> = [T] extends [string]
  ? string extends T
    ? unknown
    : { readonly values: Readonly<Record<T, string>> }
  : unknown;

type Shape<T> = [T] extends [readonly (infer Item)[]]
  ? [Item] extends [object]
    ? { readonly listOf: NameOf<Item> }
    : unknown
  : [T] extends [Readonly<Record<string, string>>]
    ? unknown
    : [T] extends [object]
      ? { readonly shape: NameOf<T> }
      : unknown;

type Fields<E> = {
  readonly [F in keyof E]-?: { readonly says: string } & Optional<E, F> &
    Values<NonNullable<E[F]>> &
    Shape<NonNullable<E[F]>>;
};

type EventsOf<Union extends { readonly type: string }, Header> = {
  readonly [T in Union['type']]: {
    readonly when: string;
    readonly fields: Fields<Omit<Extract<Union, { readonly type: T }>, keyof Header | 'type'>>;
  };
};

const RUN_STATES = { success: 'everything ran', failed: 'something failed', interrupted: 'by a signal' };

const FINAL_STATES = {
  success: '',
  failed: '',
  canceled: 'somebody asked it to end',
  timeout: 'its time limit passed',
};

const ACTION_KINDS = {
  'enter-environment': '',
  'run-task': '',
  'exit-environment': '',
  'run-subprocess': 'only in Sessions of the library',
};

const CANCEL_ORIGINS = {
  caller: '`action.cancel()` or `session.cancel()`: Ctrl-C and the signals of a run',
  signal: "the action's AbortSignal",
  'session-signal': "the Session's AbortSignal",
  close: 'the Session was closed',
  timeout: "the action's own time limit",
  'bad-message': 'a malformed `openjd_env` or the like',
};

const METHODS = { TERMINATE: '', NOTIFY_THEN_TERMINATE: '' };

const CONTENTS = {
  banner: 'a headline between the parts of the log',
  'file-path': 'names files or folders of the host',
  'file-contents': 'shows what is in a file that the Session wrote',
  'command-output': "a line that the action's process printed",
  exception: 'why something failed',
  'process-control': 'starting, signalling and ending processes',
  'parameter-info': 'shows values of parameters or variables',
  'host-info': 'facts about the machine',
};

const LEVELS = { debug: 'in the log of a run with `--verbose` alone', info: '', warning: '', error: '' };

const LINE = {
  content: { says: 'what the line holds', values: CONTENTS },
  level: { says: 'how much it matters', values: LEVELS },
  text: { says: 'the line, without its end; redacted' },
} as const;

export const STREAM_EVENTS: EventsOf<RunEndedEvent | StreamStartedEvent, { readonly timestampMs: number }> = {
  'stream-started': {
    when: 'The first line.',
    fields: {
      version: { says: 'the version of the stream, `MAJOR.MINOR`', values: { '1.0': '' } },
      jobName: { says: 'the name of the job, resolved' },
    },
  },
  'run-ended': {
    when: 'The last line. A stream without it was cut off.',
    fields: { report: { says: 'what became of the run', shape: 'RunReport' } },
  },
};

export const ACTION_EVENTS: EventsOf<RecordedActionEvent, ActionEventHeader> = {
  started: {
    when: 'The first event of every action, also of one that has nothing to run.',
    fields: {
      kind: { says: 'what the action does', values: ACTION_KINDS },
      name: { optional: true, says: 'the name of the Environment or the Step, or the command of a subprocess' },
      environmentId: { optional: true, says: 'for the actions of an Environment: which one, in this Session' },
      taskParameters: {
        optional: true,
        says: 'for a Task: a map from the name of each task parameter to its value as text',
      },
    },
  },
  spawned: {
    when: 'Its process exists. Absent where nothing was started.',
    fields: { pid: { says: 'the number of the process' } },
  },
  log: { when: "A line of the action's log.", fields: LINE },
  progress: { when: '`openjd_progress`.', fields: { progress: { says: '0 to 100' } } },
  status: { when: '`openjd_status`.', fields: { message: { says: 'the text; redacted' } } },
  fail: {
    when: '`openjd_fail`: why the action thinks that it will fail. Its exit code decides whether it did.',
    fields: { message: { says: 'the text; redacted' } },
  },
  env: {
    when: 'A variable of the Session changed: `openjd_env`, `openjd_redacted_env`, `openjd_unset_env`.',
    fields: {
      change: { says: 'what became of it', values: { set: '', unset: '' } },
      name: { says: 'the name of the variable' },
      value: { optional: true, says: 'its value; absent where it was unset or is redacted' },
      redacted: { optional: true, says: '`true` for `openjd_redacted_env`' },
      wrapHooksOnly: {
        optional: true,
        says: '`true` where a Task printed it: no process gets the variable, wrap hooks that run later are told of it',
      },
    },
  },
  canceling: {
    when: 'The action was asked to end. Comes again when the notify period is shortened.',
    fields: {
      by: { says: 'who asked', values: CANCEL_ORIGINS },
      reason: { optional: true, says: 'why: the name of the signal that interrupted the run, for instance' },
      method: { says: 'how it is carried out', values: METHODS },
      notifyEndsAtMs: { optional: true, says: 'when the processes will be killed, for `NOTIFY_THEN_TERMINATE`' },
    },
  },
  ended: {
    when: 'The last event of every action.',
    fields: { result: { says: 'how it went', shape: 'ActionResult' } },
  },
};

export const SESSION_EVENTS: EventsOf<Exclude<SessionEvent, RecordedActionEvent>, SessionEventHeader> = {
  'session-state': {
    when: 'The state of the Session changed.',
    fields: {
      state: {
        says: 'the new one',
        values: {
          ready: 'the next action may start',
          running: 'an action is under way',
          canceling: 'it was asked to end and has not yet',
          readyEnding: 'an action did not succeed, or an Environment was exited for good: only exits follow',
          ended: 'closed',
        },
      },
    },
  },
  'session-log': { when: 'A line that belongs to no action.', fields: LINE },
  'session-ended': {
    when: 'The last event of the Session.',
    fields: { report: { says: 'what its end did, and what it could not do', shape: 'SessionReport' } },
  },
  'session-dropped': {
    when: 'Never in the stream of a run, which begins with the Session: a program that subscribes late with the history of [a Session](sessions.md) gets it in place of what is no longer kept. It has no `seq`.',
    fields: { count: { says: 'how many events are missing' } } satisfies Fields<
      Omit<SessionDroppedEvent, keyof SessionEventHeader | 'type'>
    >,
  },
};

/** By `kind`. */
export const REASONS: {
  readonly [K in ActionReason['kind']]: {
    readonly when: string;
    readonly fields: Fields<Omit<Extract<ActionReason, { readonly kind: K }>, 'kind'>>;
  };
} = {
  'nothing-to-run': { when: 'the template has no such action: success', fields: {} },
  'exit-code': { when: 'the process ended by itself', fields: { exitCode: { says: '0 is success' } } },
  signal: {
    when: 'a signal ended it that the Session did not send',
    fields: {
      signal: { says: 'its name' },
      likelyOutOfMemory: {
        optional: true,
        says: '`true` where the kernel counted a kill for lack of memory meanwhile',
      },
    },
  },
  timeout: { when: 'the time limit passed', fields: { timeLimitMs: { says: 'the limit' } } },
  canceled: {
    when: 'it was asked to end',
    fields: {
      by: { says: 'as of `canceling`', values: CANCEL_ORIGINS },
      reason: { optional: true, says: 'why' },
    },
  },
  'could-not-start': {
    when: 'the system refused to start the command',
    fields: { code: { says: "the system's word for it: `ENOENT`" }, message: { says: 'a sentence' } },
  },
  lost: {
    when: 'the helper that acts for another user is gone',
    fields: { message: { says: 'a sentence' } },
  },
  setup: {
    when: 'the Session could not prepare it: a format string, an embedded file',
    fields: { message: { says: 'a sentence' } },
  },
  'bad-message': {
    when: 'the process printed an `openjd_env` line or the like that can not be understood',
    fields: { message: { says: 'a sentence' } },
  },
};

export const SHAPES: { readonly [K in Exclude<keyof Shapes, 'ActionReason'>]: Fields<Shapes[K]> } = {
  RunReport: {
    state: { says: 'how the run ended', values: RUN_STATES },
    jobName: { says: 'the name of the job, resolved' },
    selectedStepName: { optional: true, says: 'the Step of `--step`, or the only one of the job' },
    steps: { says: 'in the order they ran, then those that did not', listOf: 'StepReport' },
    environments: { says: 'in the order they were exited', listOf: 'EnvironmentReport' },
    failures: { says: 'in the order they happened; the first one ended the run', listOf: 'RunFailure' },
    tasksSucceeded: { says: 'Tasks (or chunks of them) of all Steps' },
    startedAtMs: { says: '' },
    durationMs: { says: '' },
    interruptedBy: { optional: true, says: 'the signal: `SIGINT`' },
    session: { optional: true, says: 'absent if the Session could not be made', shape: 'SessionReport' },
  },
  StepReport: {
    name: { says: '' },
    state: {
      says: 'how far it came',
      values: { success: '', failed: '', canceled: 'by a signal', 'not-run': 'the run ended before it' },
    },
    tasksSucceeded: { says: 'Tasks (or chunks of them)' },
    tasksPlanned: { optional: true, says: 'absent where the size of chunks follows the time that they take' },
    durationMs: { says: '' },
  },
  EnvironmentReport: {
    name: { says: '' },
    exit: { says: 'how its exit went; `canceled` if it was cut short', values: FINAL_STATES },
  },
  RunFailure: {
    kind: { optional: true, says: 'absent if no action was started', values: ACTION_KINDS },
    name: { optional: true, says: 'of the Environment or the Step' },
    task: { optional: true, says: 'for a Task: `Frame=3, Camera=left`' },
    message: { says: 'why: a sentence' },
    result: { optional: true, says: 'of the action', shape: 'ActionResult' },
  },
  SessionReport: {
    sessionId: { says: '' },
    ok: { says: '`true` if nothing in the report needs attention' },
    canceledAction: { optional: true, says: 'the action that still ran and had to be canceled', shape: 'ActionResult' },
    exits: { says: 'the exits that closing the Session ran', listOf: 'ActionResult' },
    notExited: { says: 'Environments that were entered or attempted and not exited', listOf: 'UnexitedEnvironment' },
    workingDirectory: { says: 'its path' },
    workingDirectoryState: {
      says: 'what became of it',
      values: { removed: '', retained: 'as `--preserve` asked', left: 'it could not be removed' },
    },
    leftovers: { says: 'what could not be removed', listOf: 'Leftover' },
    escaped: { says: 'processes that had left their action and were found at the end', listOf: 'EscapedProcessReport' },
    survivors: { says: 'processes that nothing ended', listOf: 'SurvivingProcess' },
    problems: { says: 'sentences: what else went wrong' },
  },
  UnexitedEnvironment: { environmentId: { says: '' }, name: { says: '' }, reason: { says: 'a sentence' } },
  Leftover: { path: { says: '' }, reason: { says: 'a sentence' } },
  SurvivingProcess: { pid: { says: '' }, actionId: { says: '' } },
  ActionResult: {
    sessionId: { says: '' },
    actionId: { says: '' },
    kind: { says: 'as of `started`', values: ACTION_KINDS },
    name: { optional: true, says: 'as of `started`' },
    environmentId: { optional: true, says: 'as of `started`' },
    state: { says: 'how it ended', values: FINAL_STATES },
    reason: { says: 'why it ended so', shape: 'ActionReason' },
    message: { says: 'the same in a sentence, with the message of `openjd_fail`' },
    exitCode: { optional: true, says: 'of the process, if it ended by itself' },
    signal: { optional: true, says: 'that ended the process' },
    pid: { optional: true, says: 'absent if nothing was started' },
    progress: { optional: true, says: 'the newest `openjd_progress`' },
    statusMessage: { optional: true, says: 'the newest `openjd_status`' },
    failMessage: { optional: true, says: 'the newest `openjd_fail`, or why a process that said nothing failed' },
    startedAtMs: { says: '' },
    endedAtMs: { says: '' },
    durationMs: { says: '' },
    usage: { says: 'what it used', shape: 'ActionUsage' },
    cancel: { optional: true, says: 'what a cancel or the time limit did', shape: 'CancelReceipt' },
  },
  ActionUsage: {
    wallMs: { optional: true, says: 'from the start of the process to its end' },
    userCpuMs: { optional: true, says: '' },
    systemCpuMs: { optional: true, says: '' },
    peakMemoryBytes: { optional: true, says: 'the largest resident set of the process or of a child it waited for' },
  },
  CancelReceipt: {
    by: { says: 'as of `canceling`', values: CANCEL_ORIGINS },
    reason: { optional: true, says: 'as of `canceling`' },
    requestedAtMs: { says: '' },
    method: { says: 'that was carried out', values: METHODS },
    degraded: { optional: true, says: 'why it is not the declared one, where it is not' },
    notifyPeriodMs: { optional: true, says: 'that held in the end' },
    signals: { says: 'in the order sent', listOf: 'SentSignal' },
    survivorPid: { optional: true, says: 'the process, if SIGKILL did not end it' },
    escaped: { says: 'processes that had left the group', listOf: 'EscapedProcessReport' },
  },
  SentSignal: {
    signal: { says: '', values: { SIGTERM: '', SIGKILL: '', CTRL_BREAK: 'Windows', TERMINATE_TREE: 'Windows' } },
    target: { says: '', values: { leader: 'the process alone', group: 'with all that it started' } },
    atMs: { says: '' },
    delivered: { says: '`false` if nobody was left to receive it' },
  },
  EscapedProcessReport: {
    pid: { says: '' },
    command: { optional: true, says: '' },
    ended: { says: 'whether it was gone afterwards' },
  },
};
