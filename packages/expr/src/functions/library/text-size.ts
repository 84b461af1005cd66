import type { ExprValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';

/** Refuses to write out a value whose text would not fit, before it is written. */
export function reserveTextOf(value: ExprValue, call: Call): void {
  call.meter.reserveText(textLength(value));
}

/** At least about how long the text of a value is. */
function textLength(value: ExprValue): number {
  switch (value.kind) {
    case 'string':
    case 'path':
      return value.value.length + 2;
    case 'range_expr':
      return value.value.ranges.length * 8;
    case 'list':
      return value.items.reduce((length, item) => length + textLength(item) + 2, 2);
    default:
      return 4;
  }
}
