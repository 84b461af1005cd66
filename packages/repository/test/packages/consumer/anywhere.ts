import { FormatString, IntRangeExpr, SymbolTable, intValue } from '@ojd/expr';
import {
  safeCreateJob,
  safeDecodeJobTemplate,
  safePreprocessJobParameters,
  StepParameterSpaceIterator,
  type ModelDiagnostic,
} from '@ojd/model';

/** How many tasks a template has, or what is wrong with it. */
export function countTasks(text: string): bigint | readonly ModelDiagnostic[] {
  const template = safeDecodeJobTemplate(text);
  if (!template.ok) return template.diagnostics;
  const parameters = safePreprocessJobParameters(template.value, {});
  if (!parameters.ok) return parameters.diagnostics;
  const job = safeCreateJob(template.value, parameters.value);
  if (!job.ok) return job.diagnostics;
  return job.value.steps.reduce((sum, step) => sum + new StepParameterSpaceIterator(step.parameterSpace).size, 0n);
}

export const frames: bigint = IntRangeExpr.parse('1-100:3').length;

export const name: string = FormatString.parse('frame {{Param.Frame}}').resolve({
  symbols: new SymbolTable().set('Param.Frame', intValue(12)),
  pathFormat: 'POSIX',
});
