import { canonicalPath, joinPure, parsePath, purePathText } from '../../paths/pure-path.ts';
import { joinTypes } from '../../types/join-types.ts';
import { listType } from '../../types/expr-type.ts';
import {
  type ExprValue,
  floatValue,
  intValue,
  type ListValue,
  listValue,
  type PathValue,
  pathValue,
} from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import { coerceItems } from '../coerce-argument.ts';
import { type ArgumentCheck, type FunctionTable, type Int, overload } from '../signature.ts';
import { listOfRange } from './range-items.ts';

/** A divisor of 0 is wrong whatever is divided. */
const DIVISOR_CHECK: ArgumentCheck = {
  argument: 1,
  check: (value, call) => ('value' in value ? nonZero(Number(value.value), call) : 0),
};

/** Specification: Expression Language 2.1.1, 2.1.2, 2.1.3, 2.1.5. */
export const arithmetic: FunctionTable = {
  __add__: [
    overload('(a: int, b: int) -> int', (a, b) => add(a, b)),
    overload('(a: float, b: float) -> float', (a, b) => a.value + b.value),
    overload('(a: string, b: string) -> string', concatenate),
    overload('(a: string, b: range_expr) -> string', (a, b, call) => concatenate(a, b.toString(), call)),
    overload('(a: range_expr, b: string) -> string', (a, b, call) => concatenate(a.toString(), b, call)),
    overload('(p: path, suffix: string) -> path', (p, suffix, call) => {
      call.meter.reserveText(p.value.length + suffix.length);
      return pathValue(canonicalPath(p.format, p.value + suffix), p.format);
    }),
    overload('(a: list[T1], b: list[T2]) -> list[T3]', appendLists),
    overload('(a: range_expr, b: list[T1]) -> list[T2]', (a, b, call) => appendLists(listOfRange(a, call), b, call)),
    overload('(a: list[T1], b: range_expr) -> list[T2]', (a, b, call) => appendLists(a, listOfRange(b, call), call)),
    overload('(a: range_expr, b: range_expr) -> list[int]', (a, b, call) =>
      appendLists(listOfRange(a, call), listOfRange(b, call), call),
    ),
  ],
  __sub__: [
    overload('(a: int, b: int) -> int', (a, b) => add(a, -b)),
    overload('(a: float, b: float) -> float', (a, b) => a.value - b.value),
  ],
  __mul__: [
    overload('(a: int, b: int) -> int', multiply),
    overload('(a: float, b: float) -> float', (a, b) => a.value * b.value),
    overload('(s: string, n: int) -> string', (s, n, call) => {
      call.meter.reserveText(s.length * Math.max(Number(n), 0));
      return s.repeat(repetitions(n, s.length));
    }),
    overload('(a: list[T], n: int) -> list[T]', repeatList),
  ],
  __truediv__: [
    overload('(a: int, b: int) -> float', (a, b, call) => Number(a) / Number(nonZero(b, call)), DIVISOR_CHECK),
    overload('(a: float, b: float) -> float', (a, b, call) => a.value / Number(nonZero(b.value, call)), DIVISOR_CHECK),
    overload('(p: path, child: string) -> path', joinChild),
    overload('(p: path, child: path) -> path', (p, child, call) => joinChild(p, child.value, call)),
  ],
  __floordiv__: [
    overload('(a: int, b: int) -> int', (a, b, call) => floorDivide(a, nonZero(b, call)), DIVISOR_CHECK),
    overload('(a: float, b: float) -> int', (a, b, call) =>
      floatFloorDivide(a.value, Number(nonZero(b.value, call)), call),
    ),
  ],
  __mod__: [
    overload('(a: int, b: int) -> int', (a, b, call) => floorModulo(a, nonZero(b, call)), DIVISOR_CHECK),
    overload(
      '(a: float, b: float) -> float',
      (a, b, call) => floatModulo(a.value, Number(nonZero(b.value, call))),
      DIVISOR_CHECK,
    ),
  ],
  __pow__: [
    overload('(a: int, b: int) -> float | int', integerPower),
    overload('(a: float, b: float) -> float', (a, b, call) => power(a.value, b.value, call)),
  ],
  __neg__: [overload('(a: int) -> int', (a) => -a), overload('(a: float) -> float', (a) => -a.value)],
  __pos__: [overload('(a: int) -> int', (a) => a), overload('(a: float) -> float', (a) => a.value)],
};

/** Exact: numbers while that is safe, bigints where it is not. */
function add(a: Int, b: Int): Int {
  const sum = Number(a) + Number(b);
  return typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(sum) ? sum : BigInt(a) + BigInt(b);
}

function multiply(a: Int, b: Int): Int {
  const product = Number(a) * Number(b);
  return typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(product)
    ? product
    : BigInt(a) * BigInt(b);
}

function nonZero(divisor: Int, call: Call): Int {
  if (Number(divisor) === 0)
    call.refuse('expr-division-by-zero', 'Expected a divisor other than 0, found 0', { arg: 1 });
  return divisor;
}

function floorDivide(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') {
    // Without its rest the dividend is divided exactly, and is no larger than it was.
    const rest = a % b;
    return (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  }
  const quotient = BigInt(a) / BigInt(b);
  const isInexact = quotient * BigInt(b) !== BigInt(a);
  return isInexact && a < 0 !== b < 0 ? quotient - 1n : quotient;
}

function floorModulo(a: Int, b: Int): Int {
  if (typeof a === 'number' && typeof b === 'number') return floorModuloOfNumbers(a, b);
  const rest = BigInt(a) % BigInt(b);
  return rest !== 0n && rest < 0n !== Number(b) < 0 ? rest + BigInt(b) : rest;
}

function floorModuloOfNumbers(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}

const floatModulo = floorModuloOfNumbers;

/** As Python computes it: from the exact rest, so that 1.0 // 0.1 is 9. */
function floatFloorDivide(a: number, b: number, call: Call): bigint {
  const rest = a % b;
  const quotient = (a - rest) / b - (rest !== 0 && rest < 0 !== b < 0 ? 1 : 0);
  const floor = Math.floor(quotient);
  const whole = quotient - floor > 0.5 ? floor + 1 : floor;
  if (Number.isFinite(whole)) return BigInt(whole);
  return call.refuse('expr-overflow', 'Expected an integer from -2^63 to 2^63-1 as the result, found one outside');
}

function integerPower(a: Int, b: Int, call: Call): ExprValue {
  if (Number(b) < 0) return floatValue(power(Number(a), Number(b), call));
  const base = BigInt(a);
  // Beyond 63 twofold multiplications only 0, 1 and -1 stay inside of 64 bits.
  if (Number(b) > 63 && base * base > 1n) {
    call.refuse('expr-overflow', 'Expected an integer from -2^63 to 2^63-1 as the result, found one outside');
  }
  const exponent = Number(b) > 63 ? 62n + (BigInt(b) % 2n) : BigInt(b);
  const result = base ** exponent;
  if (BigInt.asIntN(64, result) !== result) {
    call.refuse('expr-overflow', 'Expected an integer from -2^63 to 2^63-1 as the result, found one outside');
  }
  return intValue(result);
}

function power(base: number, exponent: number, call: Call): number {
  if (base === 0 && exponent < 0) {
    call.refuse('expr-division-by-zero', 'Expected a base other than 0 for a negative power, found 0', { arg: 0 });
  }
  const result = base ** exponent;
  if (Number.isNaN(result)) {
    call.refuseValue(`Expected a base of at least 0 for the power ${exponent}, found ${base}`, 0);
  }
  return result;
}

function concatenate(a: string, b: string, call: Call): string {
  call.meter.reserveText(a.length + b.length);
  return a + b;
}

function repetitions(n: Int, length: number): number {
  return length === 0 ? 0 : Math.max(Number(n), 0);
}

function repeatList(list: ListValue, n: Int, call: Call): ExprValue {
  const times = repetitions(n, list.items.length);
  call.meter.reserveItems(list.items.length * times);
  return listValue(Array.from({ length: times }, () => list.items).flat(), list.element);
}

function appendLists(a: ListValue, b: ListValue, call: Call): ListValue {
  call.meter.reserveItems(a.items.length + b.items.length);
  const joined = joinTypes(listType(a.element), listType(b.element));
  // Matching has made sure that there is a common type.
  return coerceItems([...a.items, ...b.items], joined?.kind === 'list' ? joined.element : a.element);
}

function joinChild(base: PathValue, child: string, call: Call): PathValue {
  call.meter.reserveText(base.value.length + child.length + 1);
  return pathValue(purePathText(joinPure(parsePath(base.format, base.value), child, base.format)), base.format);
}
