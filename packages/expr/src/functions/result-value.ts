import { IntRangeExpr } from '../ranges/int-range-expr.ts';
import { fitsInt64 } from '../ranges/int64.ts';
import {
  boolValue,
  type ExprValue,
  floatValue,
  intValue,
  listValue,
  rangeValue,
  stringValue,
} from '../values/expr-value.ts';
import type { Call } from './call.ts';
import type { NativeResultOfAny, Pattern } from './signature.ts';

/** The value that an implementation gave. Integers must fit 64 bits, floats must be finite. */
export function resultValue(result: NativeResultOfAny, returns: Pattern, call: Call): ExprValue {
  switch (typeof result) {
    case 'string':
      return stringValue(result);
    case 'boolean':
      return boolValue(result);
    case 'number':
      return returns.kind === 'type' && returns.type.kind === 'float'
        ? floatResult(result, call)
        : intResult(result, call);
    case 'bigint':
      return intResult(result, call);
    default:
      break;
  }
  if (result instanceof IntRangeExpr) return rangeValue(result);
  if ('kind' in result) return result;
  const items = result.map((item) => (typeof item === 'string' ? stringValue(item) : intValue(item)));
  return listValue(items, returns.kind === 'type' && returns.type.kind === 'list' ? returns.type.element : undefined);
}

export function intResult(result: number | bigint, call: Call): ExprValue {
  if (Number.isSafeInteger(result)) return intValue(result);
  const exact = BigInt(result);
  if (fitsInt64(exact)) return intValue(exact);
  return call.refuse('expr-overflow', 'Expected an integer from -2^63 to 2^63-1 as the result, found one outside');
}

export function floatResult(result: number, call: Call): ExprValue {
  if (Number.isFinite(result)) return floatValue(result);
  return call.refuse(
    'expr-not-finite',
    'Expected a finite number as the result, found one too large for a 64-bit float',
  );
}
