import { expect, test } from 'vitest';
import type { RuleSet } from '../../src/templates/decode.ts';
import { mutants } from './mutations.ts';
import { problemsOf } from './problems-of.ts';
import { RULE_CASES, type RuleCase } from './rule-cases.ts';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from './samples.ts';
import { STRUCTURE_CASES } from './structure-cases.ts';

const SAMPLES: RuleCase[] = [JOB_SAMPLE, ENVIRONMENT_SAMPLE].map((template) => ({
  claim: 'sample',
  template,
  problems: [],
}));
const EXACT = [...SAMPLES, ...RULE_CASES];

/** Whether some case comes out differently: then a test fails without the rule. */
function isNoticed(rules: RuleSet): boolean {
  const exact = EXACT.some(({ template, problems }) => {
    const expected = problems.map((problem) => problem.replace(/\.$/, '')).toSorted();
    return problemsOf(template, rules).join('\n') !== expected.join('\n');
  });
  return (
    exact ||
    STRUCTURE_CASES.some(
      ({ template, problems }) => !problems.every((problem) => problemsOf(template, rules).includes(problem)),
    )
  );
}

test('with all rules every case comes out as it says', () => {
  expect(
    STRUCTURE_CASES.filter(
      ({ template, problems }) => !problems.every((problem) => problemsOf(template).includes(problem)),
    ).map(({ claim, template }) => [claim, problemsOf(template)]),
  ).toEqual([]);
});

test('without any one rule some case comes out differently', { timeout: 120_000 }, () => {
  const all = mutants();
  const survivors = all.filter((mutant) => !isNoticed(mutant.rules())).map(({ id }) => id);
  expect(all.length).toBeGreaterThan(400);
  expect(survivors).toEqual([]);
});
