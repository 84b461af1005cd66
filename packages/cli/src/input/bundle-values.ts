import { type JobTemplate, type ModelDiagnostic, safePreprocessJobParameters } from '@ojd/model';
import { pathOptions, type TemplateInput } from './template-input.ts';

/**
 * What is wrong with the values of a job bundle by the definitions of its template. A value that is missing is no problem yet: `-p` may
 * give it. Nor is one too many: an environment template may define it, which is not named where a bundle is checked.
 */
export function bundleValuesProblems(
  template: JobTemplate,
  input: TemplateInput,
  cwd: string,
): readonly ModelDiagnostic[] {
  const outcome = safePreprocessJobParameters(template, input.parameterValues, pathOptions(input, cwd));
  if (outcome.ok) return [];
  return outcome.diagnostics
    .filter(({ code }) => code !== 'parameter-missing')
    .map((problem) => (problem.code === 'parameter-unknown' ? unknownAsWarning(problem) : problem));
}

function unknownAsWarning(problem: ModelDiagnostic): ModelDiagnostic {
  const hint = [problem.hint, 'If an environment template defines it, give that to `run` with --environment.'];
  return { ...problem, severity: 'warning', hint: hint.filter((text) => text !== undefined).join(' ') };
}
