import { decodeJobTemplate } from '../templates/decode.ts';
import type { TypedJobTemplate } from '../parameters/inputs.ts';
import type { InputsOfLiteral, TypesOfLiteral } from './parameter-inputs.ts';
import type { CheckedReferences } from './references.ts';
import type { JobTemplateDocument } from './template-document.ts';

/**
 * A job template written in TypeScript. It is decoded and checked like any other; besides, the compiler knows its
 * parameters: their names and the types of their values in `preprocessJobParameters`, and every `{{Param.Name}}`,
 * `{{Task.Param.Name}}`, `{{Task.File.Name}}` and `{{Env.File.Name}}` that is nothing but this name. Expressions are checked at run time.
 *
 * What the compiler does not know is left to run time too: names that are computed, and definitions that may be absent,
 * whose values are optional. A generic function gives its parts the types of the documents (`step: StepDocument`, and not
 * `<S extends StepDocument>(step: S)`): of a type that is not known yet nothing can be checked.
 *
 * @throws ModelError with everything that is wrong with the template
 * @example
 * ```ts
 * import { createJob, defineJobTemplate, preprocessJobParameters } from '@ojd/model';
 *
 * const template = defineJobTemplate({
 *   specificationVersion: 'jobtemplate-2023-09',
 *   name: 'Render {{Param.Scene}}',
 *   parameterDefinitions: [
 *     { name: 'Scene', type: 'STRING' },
 *     { name: 'Quality', type: 'STRING', allowedValues: ['draft', 'final'], default: 'draft' },
 *   ],
 *   steps: [{ name: 'Render', script: { actions: { onRun: { command: 'render', args: ['{{Param.Quality}}'] } } } }],
 * });
 * const values = preprocessJobParameters(template, { Scene: 'A', Quality: 'final' });
 * createJob(template, values).name; // => 'Render A'
 * ```
 * @see Template Schemas 1.1
 */
export function defineJobTemplate<const T extends JobTemplateDocument>(
  template: T & NoInfer<CheckedReferences<T>>,
): TypedJobTemplate<InputsOfLiteral<T>, TypesOfLiteral<T>> {
  return decodeJobTemplate(template);
}
