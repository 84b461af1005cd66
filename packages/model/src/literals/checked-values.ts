// Values of a template literal, as far as the compiler sees what they are.
import type { IsDecimalText, IsInteger, IsIntegerText } from '../documents/number-texts.ts';
import type { Mistake } from '../diagnostics/mistake.ts';

/** The keys of a definition that hold values of its type, or lists of them. */
type ValueKey = 'default' | 'minValue' | 'maxValue' | 'allowedValues';

/** A definition of a template whose values fit its type. Strings that the compiler does not know are left to run time. */
export type CheckedValues<Type extends string, Definition> = {
  readonly [Key in keyof Definition]: Key extends ValueKey | 'range' | 'item'
    ? CheckedPart<Type, Key, Definition[Key]>
    : Definition[Key];
};

type CheckedPart<Type extends string, Key, Value> = Key extends ValueKey
  ? CheckedValue<Type, Value>
  : Key extends 'range'
    ? CheckedRange<Type, Value>
    : CheckedValues<ItemOf<Type>, Value>;

/** The values of a task parameter; a range expression, or a format string, is left to run time. */
type CheckedRange<Type extends string, Value> = Value extends readonly unknown[]
  ? {
      readonly [Index in keyof Value]: Value[Index] extends `${string}{{${string}`
        ? Value[Index]
        : CheckedValue<Type extends 'CHUNK[INT]' ? 'INT' : Type, Value[Index]>;
    }
  : Value;

/** The type that the bounds of an item are of; numbers in lists are no texts (2.13). */
type ItemOf<Type extends string> = Type extends `LIST[${infer Element}]` ? ItemType<Element> : Type;
type ItemType<Element extends string> = Element extends 'INT' | 'FLOAT' ? `item ${Element}` : Element;

type CheckedValue<Type extends string, Value> = Value extends readonly unknown[]
  ? { readonly [Index in keyof Value]: CheckedValue<ItemOf<Type>, Value[Index]> }
  : false extends Takes<Type, Value>
    ? Mistake<`Not a value of the type ${Type}`, Type>
    : Value;

/** Whether a value may stand in a template for a type. */
type Takes<Type extends string, Value> = Type extends 'INT' | 'item INT'
  ? Value extends number
    ? IsInteger<Value>
    : Value extends string
      ? Type extends 'INT'
        ? IsKnown<Value> extends true
          ? IsIntegerText<Value>
          : true
        : false
      : IsBigint<Value>
  : Type extends 'FLOAT' | 'item FLOAT'
    ? Value extends number
      ? true
      : Value extends string
        ? Type extends 'FLOAT'
          ? IsKnown<Value> extends true
            ? IsDecimalText<Value>
            : true
          : false
        : IsBigint<Value>
    : Type extends 'STRING' | 'PATH' | 'RANGE_EXPR'
      ? Value extends string
        ? true
        : false
      : true;

type IsKnown<Text extends string> = string extends Text ? false : true;
type IsBigint<Value> = Value extends bigint ? true : false;
