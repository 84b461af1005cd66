import { pathText } from '@ojd/model';
import { decodeWith, RULES, type RuleSet } from '../../src/templates/decode.ts';

/** What a decode reports by a set of rules, as `code path`, sorted. */
export function problemsOf(template: object, rules: RuleSet = RULES): string[] {
  const outcome = decodeWith(rules, template, ['job', 'environment'], {});
  return (outcome.ok ? outcome.warnings : outcome.diagnostics)
    .map(({ code, path }) => `${code} ${pathText(path)}`)
    .toSorted();
}
