import { DEFAULT_RANGE_LENGTH } from '../schema/number-rules.ts';
import type { JobParameterDefinition } from '../templates/parameter-definitions.ts';
import { writableDefinition } from '../templates/write-definition.ts';
import { SHAPES } from './shapes.ts';
import type { Constraints } from './shapes.ts';
import type { CanonicalValue } from './types.ts';

type LooseConstraints = {
  readonly [Key in Exclude<keyof Constraints, 'item' | 'allowedValues'>]?: Constraints[Key] | bigint;
} & { readonly name?: string; readonly allowedValues?: readonly (string | bigint)[]; readonly item?: LooseConstraints };

/** The bounds that a definition sets, every value as its canonical text. */
export function constraintsOf(definition: JobParameterDefinition): Constraints {
  return textual(definition);
}

/** The bounds that values of a definition are checked against: those it sets, and those of its type. */
export function checkedConstraintsOf(definition: JobParameterDefinition): Constraints {
  const constraints = constraintsOf(definition);
  return definition.type === 'RANGE_EXPR' ? { maxLength: DEFAULT_RANGE_LENGTH, ...constraints } : constraints;
}

function textual(source: LooseConstraints): Constraints {
  const { allowedValues, minValue, maxValue, minLength, maxLength, item } = source;
  return {
    ...(allowedValues !== undefined && { allowedValues: allowedValues.map(String) }),
    ...(minValue !== undefined && { minValue: String(minValue) }),
    ...(maxValue !== undefined && { maxValue: String(maxValue) }),
    ...(minLength !== undefined && { minLength: Number(minLength) }),
    ...(maxLength !== undefined && { maxLength: Number(maxLength) }),
    ...(item !== undefined && { item: textual(item) }),
  };
}

/** The default of a definition as canonical texts. */
export function defaultOf(definition: JobParameterDefinition): CanonicalValue | undefined {
  return definition.default === undefined ? undefined : texts(definition.default);
}

type Nested = string | bigint | boolean | readonly Nested[];

function texts(value: Nested): CanonicalValue {
  return isList(value) ? value.map(texts) : String(value);
}

function isList(value: Nested): value is readonly Nested[] {
  return Array.isArray(value);
}

/** The definition with other bounds, another default and other hints, in the types that its kind of value has there. */
export function withConstraints(
  definition: JobParameterDefinition,
  constraints: Constraints,
  value: CanonicalValue | undefined,
  hints: Readonly<Record<string, string>> = {},
): JobParameterDefinition {
  const { kind } = SHAPES[definition.type];
  const native = kind === 'int' ? BigInt : kind === 'bool' ? (text: string) => text === 'true' : (text: string) => text;
  // The parts are those of the same type of parameter, so together they are one again.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const merged = {
    ...definition,
    ...hints,
    ...nativeConstraints(constraints, native),
    ...(value !== undefined && { default: nested(value, native) }),
  } as JobParameterDefinition;
  return writableDefinition(merged);
}

function nativeConstraints(constraints: Constraints, native: (text: string) => unknown): Record<string, unknown> {
  const { allowedValues, minValue, maxValue, item, ...lengths } = constraints;
  return {
    ...lengths,
    ...(allowedValues !== undefined && { allowedValues: allowedValues.map(native) }),
    ...(minValue !== undefined && { minValue: native(minValue) }),
    ...(maxValue !== undefined && { maxValue: native(maxValue) }),
    ...(item !== undefined && { item: nativeConstraints(item, native) }),
  };
}

function nested(value: CanonicalValue, native: (text: string) => unknown): unknown {
  return typeof value === 'string' ? native(value) : value.map((item) => nested(item, native));
}
