import { IntRangeExpr, SymbolTable, floatValue, intValue, rangeValue, stringValue } from '@ojd/expr';
import type { ExprValue, Syntax } from '@ojd/expr';
import { mappedPath } from '../parameters/parameter-symbols.ts';
import type { HostScope } from '../parameters/parameter-symbols.ts';
import type { TaskParameterSet, TaskParameterValue } from './types.ts';

/**
 * The host, and the language of the template: only expressions see a chunk as a range, all others as its text.
 *
 * @see Template Schemas 7.3.1
 */
export interface TaskScope extends HostScope {
  /** Default `base`. */
  readonly syntax?: Syntax;
}

/**
 * `Task.Param.*` and `Task.RawParam.*` for one Task.
 *
 * @example
 * ```ts
 * import { taskSymbols } from '@ojd/model';
 *
 * const symbols = taskSymbols({ Frame: { type: 'INT', value: '7' } }, { pathFormat: 'POSIX', pathMappingRules: [] });
 * symbols.get('Task.Param.Frame'); // => { kind: 'int', value: 7 }
 * ```
 * @see Template Schemas 7.3.1
 */
export function taskSymbols(set: TaskParameterSet, scope: TaskScope): SymbolTable {
  const symbols = new SymbolTable();
  for (const [name, parameter] of Object.entries(set)) {
    const raw = rawValue(parameter, scope.syntax ?? 'base');
    symbols.set(`Task.RawParam.${name}`, raw);
    symbols.set(`Task.Param.${name}`, parameter.type === 'PATH' ? mappedPath(parameter.value, scope) : raw);
  }
  return symbols;
}

function rawValue({ type, value }: TaskParameterValue, syntax: Syntax): ExprValue {
  switch (type) {
    case 'INT':
      return intValue(BigInt(value));
    case 'FLOAT':
      return floatValue(Number(value), value);
    case 'CHUNK[INT]':
      // A contiguous chunk is always `a-b` (Template Schemas 3.4.1.5), also where the canonical form would be `a`.
      return syntax === 'expr'
        ? rangeValue(IntRangeExpr.parse(value, { maxParts: Infinity }), value)
        : stringValue(value);
    case 'STRING':
    case 'PATH':
      return stringValue(value);
  }
}
