import type { SessionEvent } from '@ojd/sessions';
import type { Invocation } from '../command-line/parse.ts';
import type { OptionValues } from '../command-line/options.ts';
import { CliError } from '../errors.ts';
import { decodeTemplateInput } from '../input/decode-input.ts';
import { readExtensions } from '../input/extensions.ts';
import { makeJob } from '../input/load-job.ts';
import { readPathMappingRules } from '../input/path-mapping.ts';
import { pathFromArgument } from '../input/read-file.ts';
import { readTemplateInput } from '../input/template-input.ts';
import { readTaskParameters, readTasks, type TaskArguments } from '../input/task-parameters.ts';
import { EVENT_STREAM_VERSION, eventLine } from '../render/event-stream.ts';
import { fileSink, type LineSink, streamSink } from '../render/line-sink.ts';
import { logLinesOf } from '../render/log-lines.ts';
import { LogSpool } from '../render/log-spool.ts';
import type { CommandResult } from '../render/result.ts';
import { runResult } from '../render/run-result.ts';
import { timestampWriter } from '../render/timestamps.ts';
import { LocalRun, planRun, type RunSelection } from '../run/index.ts';
import type { Streams } from '../terminal/streams.ts';
import { planProblems } from './plan-problems.ts';
import { withParametersHelp } from './run-help.ts';
import { sessionUser } from './session-user.ts';

/** `openjd run`: runs a job in one Session on this machine. */
export async function run(invocation: Invocation, streams: Streams): Promise<CommandResult> {
  const { options, template: argument } = invocation;
  checkOptions(options);
  const user = sessionUser(options);
  const pathMappingRules = await readPathMappingRules(options.pathMappingRules, streams.cwd);
  const input = await readTemplateInput(argument, streams);
  const template = decodeTemplateInput(input, readExtensions(options.extensions));
  const { plan, loaded } = await withParametersHelp(argument, input, async () => {
    const selection = await selectionOf(options, streams.cwd);
    const job = await makeJob({ input, template }, options, streams);
    return { loaded: job, plan: planProblems(() => planRun(job.job, selection, job.environments)) };
  });

  const outputs = openOutputs(options, streams, plan.job.name);
  try {
    const localRun = new LocalRun(plan, {
      jobParameters: loaded.parameters,
      pathMappingRules,
      ...(user === undefined ? {} : { user }),
      retainWorkingDir: options.preserve === true,
      onEvent: (event) => outputs.event(event),
    });
    const stopListening = streams.onInterrupt((signal) => localRun.interrupt(signal));
    const report = await localRun.run().finally(stopListening);
    outputs.events?.line(eventLine({ type: 'run-ended', timestampMs: Date.now(), report }));
    return {
      ...runResult(report, outputs.place),
      onStderr: options.events === '-',
      ...(outputs.spool === undefined ? {} : { logs: outputs.spool }),
    };
  } finally {
    outputs.close();
  }
}

function checkOptions({ maximumTasks, events, output, logFile }: OptionValues): void {
  if (maximumTasks !== undefined && !/^-?\d+$/.test(maximumTasks)) {
    throw new CliError(`--maximum-tasks: expected a whole number, found '${maximumTasks}'.`, { exitCode: 2 });
  }
  if (events === '-' && output !== 'human-readable') {
    throw new CliError(`--events - and --output ${output} both want standard output: name a file for one of them.`, {
      exitCode: 2,
    });
  }
  if (logFile !== undefined && logFile === events) {
    throw new CliError(`--log-file and --events can't write to the same file '${logFile}'.`, { exitCode: 2 });
  }
}

async function selectionOf(options: OptionValues, cwd: string): Promise<RunSelection> {
  let tasks: readonly TaskArguments[] | undefined;
  if (options.taskParam.length > 0) tasks = [readTaskParameters(options.taskParam)];
  else if (options.tasks !== undefined) tasks = await readTasks(options.tasks, cwd);
  return {
    ...(options.step === undefined ? {} : { stepName: options.step }),
    ...(tasks === undefined ? {} : { tasks }),
    ...(options.maximumTasks === undefined ? {} : { maximumTasks: Number(options.maximumTasks) }),
    runDependencies: options.runDependencies === true,
  };
}

/** Where the log and the events of a run go. */
interface Outputs {
  /** Where a person finds the log. */
  readonly place: string;
  readonly events?: LineSink;
  readonly spool?: LogSpool;
  event(event: SessionEvent): void;
  close(): void;
}

function openOutputs(options: OptionValues, streams: Streams, jobName: string): Outputs {
  const startedAtMs = Date.now();
  const timestamp = timestampWriter(options.timestampFormat, startedAtMs);
  const isMachine = options.output !== 'human-readable';
  // Told at once: the run goes on for a long time perhaps.
  const complain = (message: string): void => streams.stderr.write(`openjd: ${message}\n`);
  const events = openEvents(options.events, streams, complain);
  events?.line(eventLine({ type: 'stream-started', version: EVENT_STREAM_VERSION, timestampMs: startedAtMs, jobName }));
  // Standard output belongs to JSON, YAML or the events when one of these was asked for.
  const toStderr = isMachine || options.events === '-';
  const logPath = options.logFile === undefined ? undefined : pathFromArgument(options.logFile, streams.cwd);
  const log =
    logPath === undefined
      ? streamSink(toStderr ? streams.stderr : streams.stdout)
      : fileSink(logPath, 'the log', complain);
  const spool = isMachine ? new LogSpool(complain) : undefined;
  return {
    place: logPath ?? (toStderr ? 'standard error' : 'above'),
    ...(events === undefined ? {} : { events }),
    ...(spool === undefined ? {} : { spool }),
    event(event) {
      events?.line(eventLine(event));
      for (const { timestampMs, text } of logLinesOf(event, options.verbose === true)) {
        const time = timestamp(timestampMs);
        log.line(`${time}\t${text}`);
        spool?.add({ timestamp: time, message: text });
      }
    },
    close() {
      log.close();
      events?.close();
    },
  };
}

function openEvents(
  argument: string | undefined,
  streams: Streams,
  complain: (message: string) => void,
): LineSink | undefined {
  if (argument === undefined) return undefined;
  return argument === '-'
    ? streamSink(streams.stdout)
    : fileSink(pathFromArgument(argument, streams.cwd), 'the events', complain);
}
