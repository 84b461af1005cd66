// What a web page would bundle: everything that the two packages export, decoding put to work.
import * as expr from '@ojd/expr';
import * as model from '@ojd/model';

export { expr, model };

/** Decodes a template and answers in plain text, so that nothing but text crosses the border of the context. */
export function decode(text: string): string {
  const outcome = model.safeDecodeJobTemplate(text);
  if (outcome.ok) return `${outcome.value.kind} ${outcome.value.name.source}: ${outcome.value.steps.length} step`;
  return model.renderPlain(outcome.diagnostics, { file: 'job.yaml' });
}
