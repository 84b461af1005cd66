// Submitted values, as far as the compiler sees what they are.
import type { IsDecimalText, IsInteger, IsIntegerText } from '../documents/number-texts.ts';
import type { Mistake } from '../diagnostics/mistake.ts';

/** Whether a submitted element is what its type takes. */
type Fits<Kind, Value> = Value extends number
  ? Kind extends 'INT'
    ? IsInteger<Value>
    : true
  : Value extends string
    ? Kind extends 'INT'
      ? IsIntegerText<Value>
      : Kind extends 'FLOAT'
        ? IsDecimalText<Value>
        : true
    : true;

/** A submitted value, or what is wrong with it. Everything that is not about numbers the type of the input says. */
export type CheckedInput<Type, Value> = Type extends 'INT' | 'FLOAT'
  ? false extends Fits<Type, Value>
    ? Mistake<`Not a value of the type ${Type}`, Type>
    : Value
  : Type extends 'LIST[INT]' | 'LIST[FLOAT]' | 'LIST[LIST[INT]]'
    ? Value extends readonly unknown[]
      ? { readonly [Index in keyof Value]: CheckedInput<ElementOf<Type>, Value[Index]> }
      : Value
    : Value;

type ElementOf<Type> = Type extends `LIST[${infer Element}]` ? Element : never;
