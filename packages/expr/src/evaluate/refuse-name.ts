import { closestName } from '../diagnostics/closest-name.ts';
import type { Span } from '../diagnostics/problem.ts';
import { variableHint } from '../diagnostics/variable-hint.ts';
import { FUNCTION_NAMES, PROPERTY_NAMES } from '../functions/library.ts';
import type { NameNode } from '../parse/ast.ts';
import type { EvaluationContext } from './context.ts';
import { refuse } from './refusal.ts';
import type { Scope } from './scope.ts';

/** Says that there is no such variable here, why, and which one was meant. */
export function refuseVariable(node: NameNode, { symbols }: EvaluationContext, scope: Scope | undefined): never {
  const { text, span } = node;
  const reason = symbols.reasonAgainst(text);
  if (reason !== undefined) refuse('expr-symbol-not-available', reason, span);
  const message = `Expected a variable that exists here, found '${text}'`;
  if (FUNCTION_NAMES.includes(text)) refuse('expr-unknown-symbol', message, span, `call the function: ${text}(...)`);
  const names = new Set(symbols.names());
  for (let inner = scope; inner !== undefined; inner = inner.outer) names.add(inner.name);
  refuse('expr-unknown-symbol', message, span, variableHint(text, names));
}

/** Says that values of a type have no such property. */
export function refuseProperty(name: string, type: string, span: Span): never {
  const isProperty = PROPERTY_NAMES.includes(name);
  const message = isProperty
    ? `Expected a path before '.${name}', found ${type}`
    : `Expected a property of ${type}, found '.${name}'`;
  refuse('expr-unknown-property', message, span, propertyHint(name, isProperty));
}

function propertyHint(name: string, isProperty: boolean): string {
  if (isProperty) return 'write path(...) to make a path of a text';
  if (FUNCTION_NAMES.includes(name)) return `call the function: .${name}(...)`;
  const close = closestName(name, PROPERTY_NAMES);
  return close === undefined
    ? `the properties of a path are ${PROPERTY_NAMES.join(', ')}`
    : `did you mean '.${close}'?`;
}

/** Says that there is no such function, and which one was meant. */
export function refuseFunction(name: string, span: Span, isMethod: boolean): never {
  const message = `Expected a function of the language, found ${name}()`;
  if (isMethod && PROPERTY_NAMES.includes(name)) {
    refuse('expr-unknown-function', message, span, `it is a property: .${name}`);
  }
  const close = closestName(name, FUNCTION_NAMES);
  refuse('expr-unknown-function', message, span, close === undefined ? undefined : `did you mean ${close}()?`);
}
