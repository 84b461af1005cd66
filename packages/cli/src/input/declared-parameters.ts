import { readData } from '@ojd/model';
import { isMap } from './data-argument.ts';
import type { TemplateInput } from './template-input.ts';

/** What a template says about itself, read leniently: also from a template that has errors elsewhere. */
export interface DeclaredTemplate {
  /** The file, as it was named. */
  readonly file: string;
  readonly name?: string;
  readonly description?: string;
  /** The entries of `parameterDefinitions` that are maps with a name, as written. */
  readonly parameters: readonly Readonly<Record<string, unknown>>[];
}

/** The name, description and parameters that a template declares; none of them if it is no document at all. */
export function declaredTemplate(input: TemplateInput): DeclaredTemplate {
  const file = input.displayName;
  const outcome = readData(input.bytes, input.format === undefined ? {} : { format: input.format });
  if (!outcome.ok || !isMap(outcome.value)) return { file, parameters: [] };
  const { name, description, parameterDefinitions } = outcome.value;
  return {
    file,
    ...(typeof name === 'string' ? { name } : {}),
    ...(typeof description === 'string' ? { description } : {}),
    parameters: Array.isArray(parameterDefinitions)
      ? parameterDefinitions.filter(isMap).filter((parameter) => typeof parameter['name'] === 'string')
      : [],
  };
}
