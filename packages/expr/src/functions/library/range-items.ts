import type { IntRangeExpr } from '../../ranges/int-range-expr.ts';
import { INT } from '../../types/expr-type.ts';
import { intValue, type ListValue, listValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';

/** The values of a range expression as a list, if the limits leave room for it. */
export function listOfRange(range: IntRangeExpr, call: Call): ListValue {
  call.meter.reserveItems(Number(range.length));
  return listValue(Array.from(range, intValue), INT);
}
