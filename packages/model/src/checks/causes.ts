// What makes several problems one mistake. The first is reported, and names the places of the others.
import type { DiagnosticPath } from '@ojd/expr';
import type { ExtensionName } from '../profile/profile.ts';

/** All uses of an extension that is not declared. */
export const undeclared = (extension: ExtensionName): string => `${extension} is not declared`;

/**
 * All uses of a name that nothing defines. Job parameters are the same in the whole document; tasks, files and `let` are
 * those of one step or environment. `RawParam.X` and `Param.X` miss the same definition.
 */
export function unknownName(name: string, path: DiagnosticPath): string {
  const definition = name.replace('RawParam.', 'Param.');
  if (definition.startsWith('Param.')) return `no ${definition}`;
  const environment = definition.startsWith('Env.') && path[2] === 'stepEnvironments';
  return `no ${definition} in ${path.slice(0, environment ? 4 : 2).join('.')}`;
}
