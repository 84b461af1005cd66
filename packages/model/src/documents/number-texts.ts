// Numbers in literals, as the decoder reads them: which numbers are integers, which texts are numbers.

/** Whether the compiler sees that a number is no integer: of the type `number` it does not. */
export type IsInteger<Value extends number> = number extends Value
  ? true
  : `${Value}` extends `${bigint}`
    ? true
    : false;

/** Whether a text is an integer in base 10; of a `string` that the compiler does not know this is false. */
export type IsIntegerText<Text extends string> =
  IsPattern<Text> extends true
    ? // Every string is a pattern too, and fits none of these.
      Text extends `${bigint}` | `+${bigint}` | `0${bigint}`
      ? true
      : false
    : IsDigits<Unsigned<Trimmed<Text>>>;

/** Whether a type is that of many texts: only then an object may lack the key. `${bigint}` alone takes 0x1f, too. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- the object that lacks every key is meant
type IsPattern<Text extends string> = NonNullable<unknown> extends Record<Text, 1> ? true : false;

/** Whether a text is a decimal; of a `string` that the compiler does not know this is false. */
export type IsDecimalText<Text extends string> = string extends Text
  ? false
  : Trimmed<Text> extends infer Inner extends string
    ? Inner extends `${number}`
      ? // What JavaScript takes besides: 0x1F, 0b1, 0o7.
        Inner extends `${string}${'x' | 'X' | 'b' | 'B' | 'o' | 'O'}${string}`
        ? false
        : true
      : false
    : never;

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

type IsDigits<Text extends string> = Text extends `${Digit}${infer Rest}`
  ? Rest extends ''
    ? true
    : IsDigits<Rest>
  : false;

type Unsigned<Text extends string> = Text extends `${'+' | '-'}${infer Rest}` ? Rest : Text;

export type Space = ' ' | '\n' | '\t' | '\r';

/** A text without the spaces around it. */
export type Trimmed<Text extends string> = Text extends `${Space}${infer Rest}`
  ? Trimmed<Rest>
  : Text extends `${infer Rest}${Space}`
    ? Trimmed<Rest>
    : Text;
