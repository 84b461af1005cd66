// What somebody may have meant is looked for when something is wrong, and only then: it costs more than most rules.
import { closestName } from '@ojd/expr';
import { safeDecodeTemplate } from '@ojd/model';
import { beforeEach, expect, test, vi } from 'vitest';
import { JOB_SAMPLE, MINIMAL_ENVIRONMENT, MINIMAL_JOB } from '../rules/samples.ts';

vi.mock('@ojd/expr', { spy: true });

beforeEach(() => {
  vi.mocked(closestName).mockClear();
});

test.each([
  ['a job template that says as little as possible', MINIMAL_JOB],
  ['an environment template that says as little as possible', MINIMAL_ENVIRONMENT],
  ['a job template in which every field stands', JOB_SAMPLE],
])('no name is guessed in %s', (_, template) => {
  expect(safeDecodeTemplate(template).ok).toBe(true);
  // Of `extensions` the check of the header asks, once, before anybody knows which keys are unknown.
  expect(vi.mocked(closestName).mock.calls.filter(([name]) => name !== 'extensions')).toEqual([]);
});

test('a name is guessed for a key that is not known', () => {
  expect(safeDecodeTemplate({ ...MINIMAL_JOB, jobEnvironment: [] }).ok).toBe(false);
  expect(vi.mocked(closestName).mock.calls.map(([name]) => name)).toContain('jobEnvironment');
});
