import { expect, test } from 'vitest';
import type { RuleSet } from '../../src/templates/decode.ts';
import { type Mutant, mutants, recordingRules } from './mutations.ts';
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

const exactly = ({ template, problems }: RuleCase, rules: RuleSet): boolean => {
  const expected = problems.map((problem) => problem.replace(/\.$/, '')).toSorted();
  return problemsOf(template, rules).join('\n') === expected.join('\n');
};
const atLeast = ({ template, problems }: RuleCase, rules?: RuleSet): boolean => {
  const found = problemsOf(template, rules);
  return problems.every((problem) => found.includes(problem));
};

/** The cases in which each shape check reports something. */
const CASES_OF_CHECK = new Map<string, RuleCase[]>();
for (const ruleCase of RULE_CASES) {
  const record = (check: string) => CASES_OF_CHECK.set(check, [...(CASES_OF_CHECK.get(check) ?? []), ruleCase]);
  problemsOf(ruleCase.template, recordingRules(record));
}

/** Whether some case comes out differently: then a test fails without the rule. The likely cases are asked first. */
function isNoticed({ id, rules, structural, word }: Mutant): boolean {
  const own = CASES_OF_CHECK.get(id);
  if (own?.some((ruleCase) => !exactly(ruleCase, rules)) === true) return true;
  const likely = (ruleCase: RuleCase): boolean => ruleCase.problems.some((problem) => problem.includes(word));
  const structuralFirst =
    structural && STRUCTURE_CASES.some((ruleCase) => ruleCase.claim.includes(word) && !atLeast(ruleCase, rules));
  if (structuralFirst) return true;
  if (EXACT.some((ruleCase) => likely(ruleCase) && !exactly(ruleCase, rules))) return true;
  if (STRUCTURE_CASES.some((ruleCase) => ruleCase.claim.includes(word) && !atLeast(ruleCase, rules))) return true;
  return EXACT.some((ruleCase) => !likely(ruleCase) && !exactly(ruleCase, rules));
}

/** A template that should have been refused may also be one that cannot be built. */
function fails(notice: () => boolean): boolean {
  try {
    return notice();
  } catch {
    return true;
  }
}

test('with all rules every structural case comes out as it says', () => {
  const wrong = STRUCTURE_CASES.filter((ruleCase) => !atLeast(ruleCase));
  expect(wrong.map(({ claim, template }) => [claim, problemsOf(template)])).toEqual([]);
});

test('without any one rule some case comes out differently', { timeout: 120_000 }, () => {
  const all = mutants();
  const survivors = all.filter((mutant) => !fails(() => isNoticed(mutant))).map(({ id }) => id);
  expect(all.length).toBeGreaterThan(400);
  expect(survivors).toEqual([]);
});
