import { Expression, ExprError, type ExprProblem, jsonText, SymbolTable, typeOf, typeText } from '@ojd/expr';

export const noSymbols = { symbols: new SymbolTable(), pathFormat: 'POSIX' } as const;

/** The value of an expression without variables: its type and its text as JSON. */
export function result(source: string): string {
  const value = Expression.parse(source).evaluate(noSymbols);
  return `${typeText(typeOf(value))} ${jsonText(value)}`;
}

/** The first problem of an expression, found while it is read or evaluated. */
export function problem(source: string, context: Parameters<Expression['evaluate']>[0] = noSymbols): ExprProblem {
  try {
    Expression.parse(source).evaluate(context);
  } catch (error) {
    const [first] = error instanceof ExprError ? error.problems : [];
    if (first !== undefined) return first;
    throw error;
  }
  throw new Error(`Expected a problem in ${source}`);
}
