// `let` (Template Schemas 3.6): names for expressions, in order.
import { ANY, type DiagnosticPath, Expression, unresolvedValue } from '@ojd/expr';
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import type { Stage } from '../schema/rule.ts';
import { reportExprProblems, withScope } from './format-strings.ts';
import type { Scope } from './scope.ts';
import { definitionsUnder, isUnreadable, LET_NAMES } from './unreadable.ts';
import type { Walk } from './walk.ts';

const BINDING = /^([ \t]*)([^=\s]+)([ \t]*=)(?!=)([^]*)$/;
const NAME = /^[a-z_][A-Za-z0-9_]*$/;
const MAX_NAME_LENGTH = 512;
/** As the rule table says, which reports a longer list. */
const MAX_BINDINGS = 50;

/** The two sides of a `let` entry; `at` is the offset of the right one. Undefined when there is no `=` between them. */
export function splitBinding(text: string): { name: string; nameAt: number; source: string; at: number } | undefined {
  const match = BINDING.exec(text);
  if (match === null) return undefined;
  const [, space = '', name = '', equals = '', source = ''] = match;
  return { name, nameAt: space.length, source, at: space.length + name.length + equals.length };
}

/** Checks the `let` of an object and gives the scope in which its names are known. */
export function checkLet(owner: DocumentNode, path: DiagnosticPath, scope: Scope, stage: Stage, walk: Walk): Scope {
  let inside = isUnreadable(owner, 'let', walk.report, (item) => splitBinding(textOf(item) ?? '')?.name)
    ? scope.blindTo(LET_NAMES)
    : scope;
  const declared = walk.profile.extensions.has('EXPR') && childOf(owner, 'let') !== undefined;
  const bindings = definitionsUnder(owner, 'let');
  if (bindings.length > MAX_BINDINGS) inside = inside.blindTo(LET_NAMES);
  for (const [index, item] of bindings.slice(0, MAX_BINDINGS).entries()) {
    const text = textOf(item);
    if (text === undefined) continue;
    // Without EXPR, or mistyped, the `let` itself is the mistake; its names are bound all the same.
    inside = declared
      ? checkBinding(text, [...path, 'let', index], inside, stage, walk)
      : inside.withLet(splitBinding(text)?.name ?? '', unresolvedValue(ANY), stage);
  }
  return inside;
}

function checkBinding(text: string, path: DiagnosticPath, scope: Scope, stage: Stage, walk: Walk): Scope {
  const binding = splitBinding(text);
  if (binding === undefined) {
    const message = `Expected "name = expression", found ${quote(text)}.`;
    const hint = 'Write a name, an equals sign and an expression.';
    walk.report.add({ code: 'let-syntax', message, hint, path });
    return scope.blindTo(LET_NAMES);
  }
  const { name, nameAt, source, at } = binding;
  const span = { start: nameAt, end: nameAt + name.length };
  const valid = checkName(name, path, span, scope, walk);
  const outcome = Expression.safeParse(source, walk.parsing);
  if (!outcome.ok && !scope.hasIllegible(source)) reportExprProblems(outcome.problems, path, walk, at);
  const checked = outcome.ok ? outcome.value.check(scope.contextFor(stage)) : undefined;
  if (checked !== undefined)
    reportExprProblems(withScope(checked.problems, source, path, scope, stage), path, walk, at);
  // A broken binding still binds its name: those who use it are not to blame.
  const broken = checked === undefined || checked.problems.length > 0;
  const inside = scope.withLet(name, broken || !valid ? unresolvedValue(ANY) : checked.value, stage);
  // Two entries that have run together hide the name of the second.
  return outcome.ok ? inside : inside.blindTo(LET_NAMES);
}

function checkName(
  name: string,
  path: DiagnosticPath,
  span: { start: number; end: number },
  scope: Scope,
  { report }: Walk,
): boolean {
  if (!NAME.test(name) || name.length > MAX_NAME_LENGTH) {
    const message = `${quote(name)} cannot be the name of a binding. Expected a lowercase letter or an underscore, then letters, digits and underscores, at most ${MAX_NAME_LENGTH} characters.`;
    report.add({ code: 'let-name', message, path, span });
    return false;
  }
  if (scope.lets.has(name)) {
    const message = `The name ${quote(name)} is bound already, in this list or around it.`;
    report.add({ code: 'let-repeated', message, hint: 'Rename one of the two.', path, span });
    return false;
  }
  return true;
}
