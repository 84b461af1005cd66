// docs/events.md, from the fields of its types.
import { EVENT_STREAM_VERSION } from '../../src/render/event-stream.ts';
import {
  ACTION_EVENTS,
  type Entry,
  type Field,
  REASONS,
  SESSION_EVENTS,
  SHAPES,
  STREAM_EVENTS,
} from './event-fields.ts';

const HEAD = `# The event stream of a run

\`openjd run TEMPLATE --events FILE\` writes every event of the run as NDJSON: one JSON object on each line, UTF-8, written while the run goes on. \`--events -\`
writes to standard output; the log and the result then go to standard error. A redacted value is in none of them.

A run that does not start (a template with errors, wrong parameters) writes no event. When FILE can't be written any more, the run goes on, the rest of the events is lost, and the result says so
(\`events_problem\` in [its JSON](cli.md#output)).

## Version

The first line names the version of the stream, \`MAJOR.MINOR\`. A minor version adds types of events, fields and values; a major one may change or remove some. Readers should ignore
types and fields they don't know. This is version **${EVENT_STREAM_VERSION}**.

## Lines

Every event has \`type\` and \`timestampMs\`. Names that end in \`Ms\` are milliseconds, those in \`AtMs\` and \`timestampMs\` since the Unix epoch. A field is always there unless it is called optional; an
optional one is absent, never \`null\`.

The first and the last line of a run, and an action in between:

\`\`\`json
{"type":"stream-started","version":"1.0","timestampMs":1767225600000,"jobName":"Demo"}
{"type":"started","sessionId":"CLI-session","actionId":"...","seq":1,"timestampMs":1767225600012,"kind":"run-task","name":"Step1","taskParameters":{"Frame":"1"}}
{"type":"run-ended","timestampMs":1767225601000,"report":{"state":"success","jobName":"Demo","steps":[{"name":"Step1","state":"success","tasksSucceeded":1,"tasksPlanned":1,"durationMs":12}],"environments":[{"name":"Outer","exit":"success"}],"failures":[],"tasksSucceeded":1,"startedAtMs":1767225600000,"durationMs":1000}}
\`\`\``;

const OF_THE_RUN = `## Of the run

These two are the command line's own; the others are those of [\`SessionEvent\`](sessions.md) of \`@ojd/sessions\`.`;

const OF_AN_ACTION = `## Of an action

All of these also have

- \`sessionId\`
- \`actionId\`: which action, in this Session
- \`seq\`: counts the events of the action from 1, without gaps`;

const OF_THE_SESSION = `## Of the Session

All of these also have

- \`sessionId\`
- \`seq\`: counts the Session's own events from 1, apart from those of the actions`;

export function eventsPage(): string {
  return `${[
    HEAD,
    OF_THE_RUN,
    ...eventSections(STREAM_EVENTS),
    OF_AN_ACTION,
    ...eventSections(ACTION_EVENTS),
    OF_THE_SESSION,
    ...eventSections(SESSION_EVENTS),
    '## Maps in events',
    ...Object.entries<Readonly<Record<string, Field>>>(SHAPES).map(
      ([name, fields]) => `### ${name}\n\n${fieldLines(fields).join('\n')}`,
    ),
    `### ActionReason\n\n\`kind\` says which other fields there are:\n\n${reasonLines().join('\n')}`,
  ].join('\n\n')}\n`;
}

function eventSections(events: Readonly<Record<string, Entry>>): readonly string[] {
  return Object.entries(events).map(
    ([type, { when, fields }]) => `### \`${type}\`\n\n${when}\n\n${fieldLines(fields).join('\n')}`,
  );
}

function reasonLines(): readonly string[] {
  return Object.entries<Entry>(REASONS).map(([kind, { when, fields }]) =>
    [`- \`${kind}\`: ${when}`, ...fieldLines(fields)].join('\n  '),
  );
}

function fieldLines(fields: Readonly<Record<string, Field>>): readonly string[] {
  return Object.entries(fields).map(([name, { says, optional, values, shape, listOf }]) => {
    const parts = [
      ...(says === '' ? [] : [says]),
      ...(shape === undefined ? [] : [linkTo(shape)]),
      ...(listOf === undefined ? [] : [`a list of ${linkTo(listOf)}`]),
      ...(values === undefined ? [] : [valueWords(values)]),
    ];
    return `- \`${name}\`${optional === true ? ' (optional)' : ''}${parts.length === 0 ? '' : `: ${parts.join('; ')}`}`;
  });
}

function linkTo(shape: string): string {
  return `[${shape}](#${shape.toLowerCase()})`;
}

function valueWords(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([value, meaning]) => `\`${value}\`${meaning === '' ? '' : ` (${meaning})`}`)
    .join(', ');
}
