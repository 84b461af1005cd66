import type { SessionEvent } from '@ojd/sessions';
import type { OptionValues } from '../command-line/options.ts';
import { pathFromArgument } from '../input/read-file.ts';
import { EVENT_STREAM_VERSION, eventLine } from '../render/event-stream.ts';
import { fileSink, type LineSink, streamSink } from '../render/line-sink.ts';
import { logLinesOf, logLineText } from '../render/log-lines.ts';
import { LogSpool } from '../render/log-spool.ts';
import { RunProgress } from '../render/run-progress.ts';
import type { RunRecords } from '../render/run-result.ts';
import { timestampWriter } from '../render/timestamps.ts';
import type { RunPlan } from '../run/index.ts';
import { StatusLine } from '../terminal/status-line.ts';
import type { Streams } from '../terminal/streams.ts';
import { PLAIN_TERMINAL, style, terminalOf } from '../terminal/terminal.ts';

/** Where the log and the events of a run go. */
export interface RunOutputs {
  /** What became of the files: to be asked after `close`, which may be what fails. */
  records(): RunRecords;
  readonly events?: LineSink;
  readonly spool?: LogSpool;
  event(event: SessionEvent): void;
  close(): void;
}

/** Opens all that `--log-file`, `--events` and `--output` ask for. @throws CliError for a file that can't be written */
export function openOutputs(options: OptionValues, plan: RunPlan, streams: Streams): RunOutputs {
  const startedAtMs = Date.now();
  const timestamp = timestampWriter(options.timestampFormat, startedAtMs);
  const isMachine = options.output !== 'human-readable';
  // Standard output belongs to JSON, YAML or the events when one of these was asked for.
  const toStderr = isMachine || options.events === '-';
  const stream = toStderr ? streams.stderr : streams.stdout;
  const terminal = terminalOf(stream, streams.env);
  const hasScreen = terminal.animated && !(options.events === '-' && streams.stdout.isTTY);
  const screen = hasScreen ? new StatusLine(stream, (text) => style(terminal, 'cyan', text)) : undefined;
  const progress = screen === undefined ? undefined : new RunProgress(plan);

  let logProblem: string | undefined;
  let eventsProblem: string | undefined;
  // Told at once: the run goes on for a long time perhaps.
  const complain = (message: string): void => {
    screen?.close();
    streams.stderr.write(`openjd: ${message}\n`);
  };
  const complainOfLog = (message: string): void => {
    logProblem = message;
    complain(message);
  };
  const events = openEvents(options.events, streams, (message) => {
    eventsProblem = message;
    complain(message);
  });
  events?.line(
    eventLine({
      type: 'stream-started',
      version: EVENT_STREAM_VERSION,
      timestampMs: startedAtMs,
      jobName: plan.job.name,
    }),
  );
  const logPath = options.logFile === undefined ? undefined : pathFromArgument(options.logFile, streams.cwd);
  const log = logPath === undefined ? streamSink(screen ?? stream) : fileSink(logPath, 'the log', complainOfLog);
  const logTerminal = logPath === undefined ? terminal : PLAIN_TERMINAL;
  const spool = isMachine ? new LogSpool(complainOfLog) : undefined;
  return {
    records: () => ({ log: logPath ?? (toStderr ? 'standard error' : 'above'), logProblem, eventsProblem }),
    ...(events === undefined ? {} : { events }),
    ...(spool === undefined ? {} : { spool }),
    event(event) {
      events?.line(eventLine(event));
      for (const line of logLinesOf(event, options.verbose === true)) {
        const time = timestamp(line.timestampMs);
        log.line(logLineText(time, line, logTerminal));
        spool?.add({ timestamp: time, message: line.text });
      }
      const words = progress?.after(event);
      if (words !== undefined) screen?.say(words);
    },
    close() {
      log.close();
      screen?.close();
      events?.close();
      spool?.close();
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
