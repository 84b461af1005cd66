import type { Terminal } from '../terminal/terminal.ts';
import type { Streams } from '../terminal/streams.ts';
import { plainText, terminalOf } from '../terminal/terminal.ts';
import { streamSink } from './line-sink.ts';
import type { LogSpool } from './log-spool.ts';
import { type JsonValue, jsonText, withoutEmptyFields } from './json-text.ts';

/** What a command has to say in the end. Printed as text, JSON or YAML; an error is a result too. */
export interface CommandResult {
  readonly status: 'success' | 'error';
  readonly message: string;
  readonly exitCode: number;
  /** The fields after `status` and `message` in JSON and YAML. */
  readonly fields?: Readonly<Record<string, JsonValue | undefined>>;
  /** The text for people, without its last line end; the message if absent. */
  readonly text?: (terminal: Terminal) => string;
  /** Standard output belongs to something else: the text goes to standard error. */
  readonly onStderr?: boolean;
  /** The log for the last field, `logs`, of JSON and YAML: read from where it is kept, entry by entry. */
  readonly logs?: LogSpool;
  /** Printed as it is whatever `--output` says: SARIF. */
  readonly raw?: string;
}

export type OutputFormat = 'human-readable' | 'json' | 'yaml' | 'sarif';

/** Prints a result, on standard output unless that is taken, and returns its exit code. */
export async function printResult(result: CommandResult, format: OutputFormat, streams: Streams): Promise<number> {
  const text = await resultText(result, format, streams);
  if (result.logs === undefined) {
    (result.onStderr === true ? streams.stderr : streams.stdout).write(`${text}\n`);
  } else {
    await printWithLogs(text, result.logs, format === 'yaml' ? 'yaml' : 'json', streams);
  }
  return result.exitCode;
}

/** Appends `logs` to the text of a result without ever holding all of it. */
async function printWithLogs(text: string, logs: LogSpool, format: 'json' | 'yaml', streams: Streams): Promise<void> {
  try {
    const sink = streamSink(streams.stdout);
    const inJson = format === 'json';
    sink.line(inJson ? `${text.slice(0, -'\n}'.length)},\n    "logs": [` : `${text}\nlogs:`);
    let before: string | undefined;
    for await (const { timestamp, message } of logs.entries()) {
      if (before !== undefined) sink.line(inJson ? `${before},` : before);
      const fields = [`"timestamp": ${JSON.stringify(timestamp)}`, `"message": ${JSON.stringify(message)}`];
      // A JSON string is a YAML string.
      before = inJson
        ? `        {\n            ${fields.join(',\n            ')}\n        }`
        : `- ${fields.map((field) => field.replaceAll(/^"(\w+)"/g, '$1')).join('\n  ')}`;
    }
    if (before !== undefined) sink.line(before);
    if (inJson) sink.line('    ]\n}');
    sink.close();
  } finally {
    logs.remove();
  }
}

async function resultText(result: CommandResult, format: OutputFormat, streams: Streams): Promise<string> {
  if (result.raw !== undefined) return result.raw;
  if (format === 'human-readable' || format === 'sarif') {
    const terminal = terminalOf(result.onStderr === true ? streams.stderr : streams.stdout, streams.env);
    return plainText(terminal, result.text?.(terminal) ?? result.message);
  }
  const value = withoutEmptyFields({ status: result.status, message: result.message, ...result.fields });
  if (format === 'json') return jsonText(value);
  const { yamlText } = await import('./yaml-text.ts');
  return yamlText(value);
}
