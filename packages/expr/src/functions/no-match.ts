import { refuse } from '../evaluate/refusal.ts';
import { type ExprType, typeText } from '../types/expr-type.ts';
import type { CallRequest } from './function-entry.ts';
import { matchOverload } from './match.ts';
import { OPERATOR_SIGNS } from './operator-names.ts';
import type { Overload } from './signature.ts';

const MAX_SHOWN = 4;
const TEXTUAL = new Set(['int', 'float', 'bool', 'nulltype']);

/** Says why no form of a function or operator takes these arguments. */
export function refuseArguments(request: CallRequest, types: readonly ExprType[]): never {
  const { entry, span, argSpans, isMethod } = request;
  const texts = types.map(typeText);
  const sign = OPERATOR_SIGNS[entry.name];
  if (sign !== undefined) return refuseOperator(request, sign, texts);
  if (entry.name === '__getitem__') {
    const message = `Expected a list, a string or a range expression and an integer index, found ${texts[0]}[${texts.slice(1).join(':')}]`;
    return refuse(
      'expr-no-matching-signature',
      message,
      span,
      texts[0] === 'path' ? 'index the parts of a path' : undefined,
    );
  }
  const arities = new Set(entry.overloads.map(({ parameters }) => parameters.length));
  if (!arities.has(types.length)) {
    const receiver = isMethod ? 1 : 0;
    const expected = [...arities].toSorted((a, b) => a - b).map((arity) => arity - receiver);
    const message = `Expected ${expected.join(' or ')} argument${expected.join() === '1' ? '' : 's'} for ${entry.name}(), found ${types.length - receiver}`;
    return refuse('expr-no-matching-signature', message, span);
  }
  const forms = entry.overloads.filter(({ parameters }) => parameters.length === types.length);
  const found = isMethod
    ? `${texts[0]}.${entry.name}(${texts.slice(1).join(', ')})`
    : `${entry.name}(${texts.join(', ')})`;
  const hint =
    isMethod && matchOverload(entry.overloads, types, false) !== undefined
      ? `the value before the dot is not converted; write ${entry.name}(...) instead`
      : undefined;
  const message = `Expected ${formsText(entry.name, forms)}, found ${found}`;
  return refuse(
    'expr-no-matching-signature',
    message,
    argSpans.length === 1 && !isMethod ? (argSpans[0] ?? span) : span,
    hint,
  );
}

function formsText(name: string, forms: readonly Overload[]): string {
  const shown = forms.slice(0, MAX_SHOWN).map(({ signature }) => name + signature.replace(/ -> .*/, ''));
  return shown.join(' or ') + (forms.length > MAX_SHOWN ? ' or another form' : '');
}

function refuseOperator({ span }: CallRequest, sign: string, texts: readonly string[]): never {
  const [left = '', right] = texts;
  // The container comes first in the call, and last in the text.
  const found =
    right === undefined
      ? `${sign} ${left}`
      : sign.endsWith('in')
        ? `${right} ${sign} ${left}`
        : `${left} ${sign} ${right}`;
  const isJoining = sign === '+' && texts.includes('string') && texts.some((text) => TEXTUAL.has(text));
  const hint = isJoining ? 'write string(...) to make text of a value' : undefined;
  refuse('expr-no-matching-signature', `Expected types that '${sign}' takes, found ${found}`, span, hint);
}
