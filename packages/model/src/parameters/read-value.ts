import { MOST_FINDINGS } from '../diagnostics/findings.ts';
import { sentence } from '../diagnostics/sentence.ts';
import { quote } from '../documents/nodes.ts';
import { type RangeLimit, rangeExprOf } from '../documents/range-pieces.ts';
import { isDecimal, parseInteger } from '../documents/numbers.ts';
import { isInt64 } from './numbers.ts';
import { readJsonList } from './json-list.ts';
import type { Reading, ReadingFault } from './reading.ts';
import type { ScalarKind, Shape } from './shapes.ts';
import type { CanonicalValue, JobParameterInput } from './types.ts';

/** Reads what somebody gave for a job parameter into its canonical texts. */
export function readValue(shape: Shape, input: JobParameterInput, limits?: RangeLimit): Reading<CanonicalValue> {
  return shape.listLevels === 0 ? readScalar(shape.kind, input, [], limits) : readList(shape, input, []);
}

function readList(
  { kind, listLevels }: Shape,
  input: JobParameterInput,
  at: readonly number[],
): Reading<CanonicalValue> {
  const json = typeof input === 'string' && at.length === 0 ? readJsonList(input, kind) : undefined;
  if (json?.ok === false) return json;
  const items = json?.value ?? input;
  if (!Array.isArray(items)) {
    const hint = 'Give a list, or the text of a JSON array such as ["a", "b"].';
    return fault({ at, expected: listLevels === 2 ? 'a list of lists' : 'a list', found: describe(input), hint });
  }
  const values: CanonicalValue[] = [];
  const faults: ReadingFault[] = [];
  for (const [index, item] of items.entries()) {
    const place = [...at, index];
    const reading = listLevels === 2 ? readList({ kind, listLevels: 1 }, item, place) : readScalar(kind, item, place);
    if (reading.ok) values.push(reading.value);
    else faults.push(...reading.faults);
    if (faults.length > MOST_FINDINGS) break;
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: values };
}

function readScalar(
  kind: ScalarKind,
  input: JobParameterInput,
  at: readonly number[],
  limits?: RangeLimit,
): Reading<string> {
  const result = SCALARS[kind](input, limits);
  return typeof result === 'string' ? { ok: true, value: result } : fault({ at, found: describe(input), ...result });
}

type Refusal = Pick<ReadingFault, 'expected' | 'hint'>;

/** Per kind: the canonical text of an input, or what was expected instead. */
const SCALARS: Readonly<Record<ScalarKind, (input: JobParameterInput, limits?: RangeLimit) => string | Refusal>> = {
  string: readText,
  path: readText,
  int: readInt,
  float: readFloat,
  bool: readBool,
  range: readRangeText,
};

function readText(input: JobParameterInput): string | Refusal {
  if (typeof input === 'string') {
    // Neither a process nor a file of UTF-8 can be given such a text as it is.
    if (input.includes('\0')) return { expected: 'a string without NUL', hint: 'Leave the character U+0000 out.' };
    if (/\p{Surrogate}/u.test(input)) {
      return { expected: 'a well-formed string', hint: 'It holds half of a surrogate pair, which is no character.' };
    }
    return input;
  }
  // A number has one obvious text. A boolean has several: true, True, yes.
  if (typeof input === 'bigint' || (typeof input === 'number' && Number.isFinite(input))) return String(input);
  return { expected: 'a string' };
}

function readInt(input: JobParameterInput): string | Refusal {
  const expected = 'a 64-bit integer';
  if (typeof input === 'bigint') return isInt64(input) ? String(input) : { expected };
  if (typeof input === 'number') {
    if (Number.isSafeInteger(input)) return String(input === 0 ? 0 : input);
    return Number.isInteger(input)
      ? { expected, hint: 'It is not exact as a JavaScript number: give it as a bigint or as text.' }
      : { expected };
  }
  if (typeof input !== 'string') return { expected };
  const value = parseInteger(input);
  if (value === undefined) return { expected };
  return isInt64(value) ? String(value) : { expected, hint: 'Integers lie between -2^63 and 2^63 - 1.' };
}

function readFloat(input: JobParameterInput): string | Refusal {
  const expected = 'a finite decimal number';
  if (typeof input === 'bigint') return String(input);
  if (typeof input === 'number') return Number.isFinite(input) ? String(input) : { expected };
  const text = typeof input === 'string' ? input.trim() : '';
  return isDecimal(text) ? text : { expected };
}

const TRUE = new Set(['true', 'yes', 'on', '1']);
const FALSE = new Set(['false', 'no', 'off', '0']);

function readBool(input: JobParameterInput): string | Refusal {
  if (typeof input !== 'object') {
    const text = String(input).toLowerCase();
    if (TRUE.has(text)) return 'true';
    if (FALSE.has(text)) return 'false';
  }
  return { expected: 'a boolean', hint: 'true, yes, on and 1 are true; false, no, off and 0 are false.' };
}

function readRangeText(input: JobParameterInput, limits?: RangeLimit): string | Refusal {
  const text = typeof input === 'number' || typeof input === 'bigint' ? String(input) : input;
  if (typeof text !== 'string') return { expected: 'a range expression such as 1-10:2' };
  const parsed = rangeExprOf(text, limits);
  if (parsed.ok) return text;
  const [problem] = parsed.problems;
  if (problem?.code === 'range-expr-too-many-parts') {
    return { expected: problem.message.replace(/^Expected |, found more$/g, ''), hint: sentence(problem.hint ?? '') };
  }
  return {
    expected: 'a range expression such as 1-10:2',
    // What the message would say again is left to it.
    ...(problem === undefined ? {} : { hint: sentence(problem.hint ?? problem.message) }),
  };
}

function fault(found: ReadingFault): { readonly ok: false; readonly faults: readonly ReadingFault[] } {
  return { ok: false, faults: [found] };
}

/** A value inside a message. Callers in JavaScript may give anything. */
export function describe(input: unknown): string {
  if (Array.isArray(input)) return `a list of ${input.length}`;
  if (input === null || input === undefined) return String(input);
  switch (typeof input) {
    case 'string':
      return input === '' ? 'an empty string' : quote(input);
    case 'boolean':
      return `the boolean ${input}`;
    case 'number':
    case 'bigint':
      return `the number ${input}`;
    case 'object':
      return 'an object';
    default:
      return `a ${typeof input}`;
  }
}
