import { expect, test } from 'vitest';
import { problemsOf } from './problems-of.ts';
import { RULE_CASES } from './rule-cases.ts';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from './samples.ts';

test.each([
  ['job', JOB_SAMPLE],
  ['environment', ENVIRONMENT_SAMPLE],
])('a %s template with every field is accepted', (_, sample) => {
  expect(problemsOf(sample)).toEqual([]);
});

test.each(RULE_CASES.map(({ claim, ...rest }) => [claim, rest] as const))('%s', (_, { template, problems }) => {
  expect(problemsOf(template)).toEqual(problems.map((problem) => problem.replace(/\.$/, '')).toSorted());
});
