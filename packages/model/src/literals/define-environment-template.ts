import { decodeEnvironmentTemplate } from '../templates/decode.ts';
import type { EnvironmentTemplate } from '../templates/types.ts';
import type { CheckedReferences } from './references.ts';
import type { EnvironmentTemplateDocument } from './template-document.ts';

/**
 * An environment template written in TypeScript. It is decoded and checked like any other; besides, the compiler checks
 * every `{{Param.Name}}` and `{{Env.File.Name}}` that is nothing but this name, and the types of the parameters.
 *
 * @throws ModelError with everything that is wrong with the template
 * @example
 * ```ts
 * import { createEnvironment, defineEnvironmentTemplate } from '@ojd/model';
 *
 * const template = defineEnvironmentTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   parameterDefinitions: [{ name: 'Port', type: 'INT', default: 5053 }],
 *   environment: { name: 'Licenses', variables: { LICENSE_SERVER: '{{Param.Port}}@licenses' } },
 * });
 * const environment = createEnvironment(template, { Port: { type: 'INT', value: '5053' } });
 * String(environment.variables?.['LICENSE_SERVER']); // => '{{Param.Port}}@licenses'
 * ```
 * @see Template Schemas 1.2
 */
export function defineEnvironmentTemplate<const T extends EnvironmentTemplateDocument>(
  template: T & NoInfer<CheckedReferences<T>>,
): EnvironmentTemplate {
  return decodeEnvironmentTemplate(template);
}
