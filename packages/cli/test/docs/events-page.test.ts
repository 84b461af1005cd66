import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { cli, environment, jobTemplate, sh, step, TestFolder } from '../commands/cli.ts';
import {
  ACTION_EVENTS,
  type Entry,
  type Field,
  REASONS,
  SESSION_EVENTS,
  SHAPES,
  STREAM_EVENTS,
} from './event-fields.ts';
import { eventsPage } from './events-page.ts';

const folder = new TestFolder();
afterAll(() => folder[Symbol.dispose]());

// `npx vitest run --project cli -u` writes the page. Its fields are held to the types of the stream by the compiler.
test('docs/events.md says what the types say', async () => {
  await expect(eventsPage()).toMatchFileSnapshot('../../../../docs/events.md');
});

type Fields = Readonly<Record<string, Field>>;

const ALWAYS = { says: '' };
const ACTION_HEADER: Fields = { sessionId: ALWAYS, actionId: ALWAYS, seq: ALWAYS };
const SESSION_HEADER: Fields = { sessionId: ALWAYS, seq: ALWAYS };

const EVENTS = new Map<string, Fields>(
  [
    { events: STREAM_EVENTS, header: {} },
    { events: ACTION_EVENTS, header: ACTION_HEADER },
    { events: SESSION_EVENTS, header: SESSION_HEADER },
  ].flatMap(({ events, header }) =>
    Object.entries<Entry>(events).map(([type, { fields }]) => [type, { ...header, ...fields }] as const),
  ),
);

/** What of a map is not as the page has it. */
function unlike(fields: Fields, found: Readonly<Record<string, unknown>>, at: string): readonly string[] {
  const unknown = Object.keys(found).filter((name) => !(name in fields));
  const missing = Object.keys(fields).filter((name) => fields[name]?.optional !== true && !(name in found));
  return [
    ...unknown.map((name) => `${at}.${name} is not in the page`),
    ...missing.map((name) => `${at}.${name} is always there, says the page`),
    ...Object.entries(found).flatMap(([name, value]) => unlikeField(fields[name] ?? ALWAYS, value, `${at}.${name}`)),
  ];
}

function unlikeField({ values, shape, listOf }: Field, value: unknown, at: string): readonly string[] {
  if (values !== undefined && !(String(value) in values)) return [`${at} is ${String(value)}`];
  if (listOf !== undefined)
    return (value as readonly Found[]).flatMap((item, index) =>
      unlike(fieldsOf(listOf, item), item, `${at}[${index}]`),
    );
  return shape === undefined ? [] : unlike(fieldsOf(shape, value as Found), value as Found, at);
}

type Found = Readonly<Record<string, unknown>>;

function fieldsOf(shape: string, value: Found): Fields {
  if (shape !== 'ActionReason') return (SHAPES as Readonly<Record<string, Fields>>)[shape] ?? {};
  return {
    kind: ALWAYS,
    ...(REASONS as Readonly<Record<string, { readonly fields: Fields }>>)[String(value['kind'])]?.fields,
  };
}

test('every line of a run that fails in several ways is as docs/events.md has it', async () => {
  const timesOut = { ...sh('sleep 20'), timeout: 1, cancelation: { mode: 'TERMINATE' } };
  const job = folder.write(
    'job.json',
    jobTemplate({
      extensions: ['REDACTED_ENV_VARS'],
      jobEnvironments: [
        environment(
          'Talkative',
          'echo openjd_env: A=1; echo openjd_redacted_env: B=2; echo openjd_unset_env: A',
          'exit 3',
        ),
        { name: 'Silent', variables: { V: '1' } },
      ],
      steps: [
        step('First', 'echo openjd_progress: 5; echo openjd_status: at work; echo "openjd_fail: not really"', {
          parameterSpace: { taskParameterDefinitions: [{ name: 'Frame', type: 'INT', range: '1-2' }] },
        }),
        { name: 'Late', dependencies: [{ dependsOn: 'First' }], script: { actions: { onRun: timesOut } } },
        step('Never', 'true', { dependencies: [{ dependsOn: 'Late' }] }),
      ],
    }),
  );
  const events = `${folder.path}/events.ndjson`;
  expect((await cli(['run', job, '--events', events])).exitCode).toBe(1);
  const lines = readFileSync(events, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Found);
  const problems = lines.flatMap(({ type, timestampMs, ...rest }, index) => {
    expect(timestampMs).toBeTypeOf('number');
    const fields = EVENTS.get(String(type));
    return fields === undefined
      ? [`${String(type)} is not in the page`]
      : unlike(fields, rest, `${index} ${String(type)}`);
  });
  expect(problems).toEqual([]);
  // All but what only a late subscriber is told.
  expect(new Set(lines.map(({ type }) => type))).toEqual(
    new Set([...EVENTS.keys()].filter((type) => type !== 'session-dropped')),
  );
});
