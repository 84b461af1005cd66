import { DEFAULT_DOCUMENT_LIMITS } from '../documents/limits.ts';
import { describeNode, type DocumentNode, type ListNode, type ScalarNode } from '../documents/nodes.ts';
import { integerOfDecimal } from '../documents/numbers.ts';
import { readJson } from '../documents/read-json.ts';
import { firstOf } from './first-of.ts';
import type { Reading, ReadingFault } from './reading.ts';
import type { ScalarKind } from './shapes.ts';
import type { JobParameterInput } from './types.ts';

/**
 * The elements of a JSON array, as a command line gives a list; undefined when the text is none. JSON has types, so a
 * string is no number here and a number no string, as in a template. Numbers stay exact: integers as bigint, others as
 * text.
 */
export function readJsonList(text: string, kind: ScalarKind): Reading<readonly JobParameterInput[]> | undefined {
  const { root, problems } = readJson(text, DEFAULT_DOCUMENT_LIMITS);
  if (root?.kind !== 'list' || problems.length > 0) return undefined;
  const faults = firstOf(faultsIn(root, kind, []));
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: inputsOf(root, kind) };
}

/** What each kind of element is in JSON. What can be written in several types is left to its reader. */
const JSON_TYPES = {
  string: { type: 'string', expected: 'a string', hint: 'Put it in quotes.' },
  path: { type: 'string', expected: 'a string', hint: 'Put it in quotes.' },
  int: { type: 'number', expected: 'a 64-bit integer', hint: 'Write it without quotes.' },
  float: { type: 'number', expected: 'a finite decimal number', hint: 'Write it without quotes.' },
  bool: { type: 'any', expected: 'a boolean', hint: '' },
  range: { type: 'any', expected: 'a range expression', hint: '' },
} as const satisfies Record<ScalarKind, object>;

function* faultsIn(node: DocumentNode, kind: ScalarKind, at: readonly number[]): Generator<ReadingFault> {
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) yield* faultsIn(item, kind, [...at, index]);
    return;
  }
  const { type, expected, hint } = JSON_TYPES[kind];
  const found = node.kind === 'scalar' && node.value !== null ? jsonTypeOf(node.value) : undefined;
  if (found !== undefined && (type === 'any' || found === type)) return;
  const quotes = found === 'string' || (found === 'number' && type === 'string');
  yield { at, expected, found: describeNode(node), ...(quotes ? { hint } : {}) };
}

const jsonTypeOf = (value: NonNullable<ScalarNode['value']>): string =>
  typeof value === 'bigint' ? 'number' : typeof value;

function inputsOf(list: ListNode, kind: ScalarKind): readonly JobParameterInput[] {
  return list.items.flatMap((node): JobParameterInput[] => {
    if (node.kind === 'list') return [inputsOf(node, kind)];
    if (node.kind === 'map' || node.value === null) return [];
    if (typeof node.value !== 'number') return [node.value];
    // JSON has one type of numbers: 3.0 is an integer. What is a decimal keeps its digits.
    return [(kind === 'float' ? undefined : integerOfDecimal(node.text)) ?? node.text];
  });
}
