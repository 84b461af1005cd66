import type { NameNode } from '../parse/ast.ts';
import type { PathFormat } from '../paths/path-format.ts';
import { canonicalPath } from '../paths/pure-path.ts';
import { type ExprValue, listValue, pathValue } from '../values/expr-value.ts';
import type { EvaluationContext } from './context.ts';
import { refuseVariable } from './refuse-name.ts';
import { findLocal, type Scope } from './scope.ts';

/** The variable that a dotted name begins with, and the properties that follow it. */
export function lookUp(
  node: NameNode,
  context: EvaluationContext,
  scope: Scope | undefined,
): { value: ExprValue; properties: readonly string[] } {
  const { prefixes, text } = node;
  for (let parts = prefixes.length; parts > 0; parts--) {
    const name = prefixes[parts - 1] ?? '';
    const value = (parts === 1 ? findLocal(scope, name) : undefined) ?? context.symbols.get(name);
    if (value === undefined) continue;
    const rest = text.slice(name.length + 1);
    return { value: asLocalPath(value, context.pathFormat), properties: rest === '' ? [] : rest.split('.') };
  }
  return refuseVariable(node, context, scope);
}

/** A path that was made under the rules of another system is read again under those of this one. */
function asLocalPath(value: ExprValue, format: PathFormat): ExprValue {
  if (value.kind === 'path') {
    return value.format === format ? value : pathValue(canonicalPath(format, value.value), format);
  }
  if (value.kind !== 'list' || value.items.every((item) => item.kind !== 'list' && item.kind !== 'path')) return value;
  const items = value.items.map((item) => asLocalPath(item, format));
  return items.every((item, i) => item === value.items[i]) ? value : listValue(items, value.element);
}
