import { renderPlain, safeDecodeTemplate } from '@ojd/model';
import type { Vector, VectorOutcome, VectorRunner } from '../vector.ts';
import { expectedCode } from './expected-codes.ts';

/** `job_templates` and `env_templates`: each file is a template that is accepted or refused. */
export const templateVectors: VectorRunner = {
  folders: ['job_templates', 'env_templates'],
  run: runTemplateVector,
};

export function runTemplateVector({ name, invalid, text }: Vector): VectorOutcome {
  const outcome = safeDecodeTemplate(text);
  if (!invalid) {
    return outcome.ok ? { state: 'passed' } : failed(`refused: ${renderPlain(outcome.diagnostics)}`);
  }
  if (outcome.ok) return failed('accepted, and must be refused');
  const expected = expectedCode(name);
  if (expected === undefined) return failed(`the table of expected codes has no row for the name ${name}`);
  // Every problem is about what the name says: a vector has one defect.
  const stray = outcome.diagnostics.filter(({ code }) => code !== expected);
  return stray.length === 0
    ? { state: 'passed' }
    : failed(`expected ${expected}, refused for another reason: ${renderPlain(stray)}`);
}

function failed(reason: string): VectorOutcome {
  return { state: 'failed', reason };
}
