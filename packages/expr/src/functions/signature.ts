import type { IntRangeExpr } from '../ranges/int-range-expr.ts';
import { type ExprType, listType, optionalType, SIMPLE_TYPES, unionType } from '../types/expr-type.ts';
import type { ExprValue, FloatValue, ListValue, NullValue, PathValue } from '../values/expr-value.ts';
import type { Call } from './call.ts';

/** An integer of an implementation: a number when it is safe, else a bigint. */
export type Int = number | bigint;

/** A type of a signature: a type, a variable that stands for one, or a list of a variable. */
export type Pattern =
  | { readonly kind: 'type'; readonly type: ExprType }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'list'; readonly element: Pattern };

export interface Parameter {
  readonly name: string;
  readonly pattern: Pattern;
}

/** One form of a function. */
export interface Overload {
  /** As the documentation shows it: `(list: list[T], index: int) -> T`. */
  readonly signature: string;
  readonly parameters: readonly Parameter[];
  readonly returns: Pattern;
  readonly implement: (args: readonly ExprValue[], call: Call) => NativeResultOfAny;
  readonly argumentCheck: ArgumentCheck | undefined;
}

/** What can be said about one argument before the others are known, such as a regular expression that is none. */
export interface ArgumentCheck {
  readonly argument: number;
  /** Refuses what the implementation would refuse as well. */
  readonly check: (value: ExprValue, call: Call) => unknown;
}

/** The names of some functions with their forms. */
export type FunctionTable = Readonly<Record<string, readonly Overload[]>>;

// --- what an implementation gets and gives, read from the text of its signature by the compiler

interface NativeArgs {
  string: string;
  int: Int;
  bool: boolean;
  float: FloatValue;
  path: PathValue;
  range_expr: IntRangeExpr;
  nulltype: NullValue;
}
type NativeArg<T extends string> = T extends keyof NativeArgs
  ? NativeArgs[T]
  : T extends `list[${string}]`
    ? ListValue
    : ExprValue;

interface NativeResults {
  string: string;
  int: Int;
  bool: boolean;
  float: number | FloatValue;
  path: PathValue;
  range_expr: IntRangeExpr;
  noreturn: never;
  'list[string]': readonly string[] | ListValue;
  'list[int]': readonly Int[] | ListValue;
}

/** What an implementation may give, whatever its signature. */
export type NativeResultOfAny = string | Int | boolean | IntRangeExpr | ExprValue | readonly (string | Int)[];

type NativeResult<T extends string> = T extends keyof NativeResults ? NativeResults[T] : ExprValue;

type Args<P extends string> = P extends ''
  ? []
  : P extends `${string}: ${infer T}, ${infer Rest}`
    ? [NativeArg<T>, ...Args<Rest>]
    : P extends `${string}: ${infer T}`
      ? [NativeArg<T>]
      : never;

type Implementation<S extends string> = S extends `(${infer P}) -> ${infer R}`
  ? (...args: [...Args<P>, Call]) => NativeResult<R>
  : never;

/**
 * One form of a function: its signature, and what it does. The compiler derives the parameters of the implementation
 * from the text of the signature.
 */
export function overload<const S extends string>(
  signature: S,
  implement: Implementation<S>,
  argumentCheck?: ArgumentCheck,
): Overload {
  // The types above are those of the text; past this line only the text speaks.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const run = implement as unknown as (...args: unknown[]) => NativeResultOfAny;
  let isNative: readonly boolean[] | undefined;
  const form = overloadOf(
    signature,
    (args, call) => {
      isNative ??= form.parameters.map(({ pattern }) => pattern.kind === 'type' && pattern.type.kind !== 'union');
      const natives = isNative;
      return run(...args.map((arg, i) => (natives[i] === true ? unwrap(arg) : arg)), call);
    },
    argumentCheck,
  );
  return form;
}

/** One form of a function that takes its arguments as values. */
export function overloadOf(
  signature: string,
  implement: Overload['implement'],
  argumentCheck?: ArgumentCheck,
): Overload {
  return new Form(signature, implement, argumentCheck);
}

/** Its signature is read when somebody asks: there are 300, and most templates call few functions or none. */
class Form implements Overload {
  readonly signature: string;
  readonly implement: Overload['implement'];
  readonly argumentCheck: ArgumentCheck | undefined;
  #parsed: { readonly parameters: readonly Parameter[]; readonly returns: Pattern } | undefined;

  constructor(signature: string, implement: Overload['implement'], argumentCheck: ArgumentCheck | undefined) {
    this.signature = signature;
    this.implement = implement;
    this.argumentCheck = argumentCheck;
  }

  get parameters(): readonly Parameter[] {
    return this.#read().parameters;
  }

  get returns(): Pattern {
    return this.#read().returns;
  }

  #read(): { readonly parameters: readonly Parameter[]; readonly returns: Pattern } {
    return (this.#parsed ??= parseSignature(this.signature));
  }
}

function unwrap(value: ExprValue): unknown {
  switch (value.kind) {
    case 'string':
    case 'int':
    case 'bool':
    case 'range_expr':
      return value.value;
    default:
      return value;
  }
}

function parseSignature(signature: string): { parameters: readonly Parameter[]; returns: Pattern } {
  const [inside = '', returns = ''] = signature.slice(1).split(') -> ');
  const parameters = inside === '' ? [] : inside.split(', ');
  return {
    parameters: parameters.map((parameter) => {
      const [name = '', type = ''] = parameter.split(': ');
      return { name, pattern: parsePattern(type) };
    }),
    returns: parsePattern(returns),
  };
}

/** A smaller notation than that of the public types. */
function parsePattern(text: string): Pattern {
  if (/^T\d?$/.test(text)) return { kind: 'variable', name: text };
  if (/^list\[(?:list\[)?T\d?/.test(text) && text.endsWith(']') && !text.includes('|')) {
    return { kind: 'list', element: parsePattern(text.slice(5, -1)) };
  }
  return { kind: 'type', type: parseConcrete(text) };
}

function parseConcrete(text: string): ExprType {
  if (text.includes(' | ')) return unionType(text.split(' | ').map(parseConcrete));
  if (text.endsWith('?')) return optionalType(parseConcrete(text.slice(0, -1)));
  if (text.startsWith('list[')) return listType(parseConcrete(text.slice(5, -1)));
  const type = Object.entries(SIMPLE_TYPES).find(([name]) => name === text)?.[1];
  if (type === undefined) throw new TypeError(`Expected a type in a signature, found ${text}`);
  return type;
}
