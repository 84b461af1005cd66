import { expect, test } from 'vitest';
import { safeDecodeJobTemplate, toSarif } from '@ojd/model';

const source = 'specificationVersion: jobtemplate-2023-09\nname: Demo\nsteps: 1\nextra: 2\n';

test('each diagnostic is a result with its rule, level, region and path', () => {
  const outcome = safeDecodeJobTemplate(source);
  if (outcome.ok) throw new Error('the template must be refused');
  const log = toSarif([
    { file: 'my job.yaml', diagnostics: outcome.diagnostics },
    { file: 'good.yaml', diagnostics: [] },
  ]);
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  const [run] = log.runs;
  expect(run?.results).toHaveLength(outcome.diagnostics.length);
  const regions = run?.results.map(({ ruleId, level, locations: [location] }) => ({
    ruleId,
    level,
    uri: location?.physicalLocation.artifactLocation.uri,
    line: location?.physicalLocation.region?.startLine,
    path: location?.logicalLocations?.[0]?.fullyQualifiedName,
  }));
  expect(regions).toContainEqual({
    ruleId: 'wrong-type',
    level: 'error',
    uri: 'my%20job.yaml',
    line: 3,
    path: 'steps',
  });
  expect(regions).toContainEqual({
    ruleId: 'unknown-key',
    level: 'error',
    uri: 'my%20job.yaml',
    line: 4,
    path: 'extra',
  });
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(
    [...new Set(outcome.diagnostics.map(({ code }) => code))].toSorted(),
  );
});

test('a diagnostic without a place in a text has no region', () => {
  const outcome = safeDecodeJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name: 'Demo', steps: 1 });
  if (outcome.ok) throw new Error('the template must be refused');
  const [result] = toSarif([{ file: 'x', diagnostics: outcome.diagnostics }]).runs[0]?.results ?? [];
  expect(result?.locations[0]?.physicalLocation).toEqual({ artifactLocation: { uri: 'x' } });
});

test.each([
  ['jobs/my job #1?.yaml', 'jobs/my%20job%20%231%3F.yaml'],
  ['a:b.yaml', 'a%3Ab.yaml'],
  ['/farm/100 %.yaml', 'file:///farm/100%20%25.yaml'],
  [String.raw`C:\farm\job.yaml`, 'file:///C:/farm/job.yaml'],
  [String.raw`\\host\share\job.yaml`, 'file://host/share/job.yaml'],
  ['https://example.com/job.yaml', 'https://example.com/job.yaml'],
])('the path %s is the URI %s', (file, uri) => {
  const [run] = toSarif([{ file, diagnostics: [], failure: 'No.' }]).runs;
  const [invocation] = run?.invocations ?? [];
  expect(invocation?.toolExecutionNotifications?.[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  expect(URL.canParse(uri, 'file:///here/')).toBe(true);
});

test('a file that could not be checked makes a run that was not successful', () => {
  const [run] = toSarif([
    { file: 'good.yaml', diagnostics: [] },
    { file: 'bad.yaml', diagnostics: [], failure: 'Cannot read it.' },
  ]).runs;
  expect(run?.results).toEqual([]);
  expect(run?.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: { text: 'Cannot read it.' },
          locations: [{ physicalLocation: { artifactLocation: { uri: 'bad.yaml' } } }],
        },
      ],
    },
  ]);
  expect(toSarif([{ file: 'good.yaml', diagnostics: [] }]).runs[0]?.invocations).toEqual([
    { executionSuccessful: true },
  ]);
});
