import { preprocessJobParameters, safePreprocessJobParameters } from '../../src/index.ts';
import type { JobParameterInput, PreprocessOptions } from '../../src/index.ts';
import { jobWith } from './templates.ts';

export type Values = Readonly<Record<string, JobParameterInput>>;

/** The value that a parameter called P gets, in plain form. */
export function read(definition: object, given?: JobParameterInput, options?: PreprocessOptions): unknown {
  const template = jobWith([{ name: 'P', ...definition }], ['EXPR']);
  return preprocessJobParameters(template, given === undefined ? {} : { P: given }, options)['P']?.value;
}

/** What is wrong with a value for a parameter called P: the codes and messages. */
export function refusals(definition: object, given?: JobParameterInput, options?: PreprocessOptions): string[] {
  const template = jobWith([{ name: 'P', ...definition }], ['EXPR']);
  const outcome = safePreprocessJobParameters(template, given === undefined ? {} : { P: given }, options);
  return outcome.ok ? [] : outcome.diagnostics.map(({ code, message }) => `${code}: ${message}`);
}
