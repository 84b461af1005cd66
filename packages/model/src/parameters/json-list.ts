import { DEFAULT_DOCUMENT_LIMITS } from '../documents/limits.ts';
import type { DocumentNode, ListNode } from '../documents/nodes.ts';
import { readJson } from '../documents/read-json.ts';
import type { JobParameterInput } from './types.ts';

/** The elements of a JSON array, as a command line gives a list. Numbers stay exact: integers as bigint, others as text. */
export function readJsonList(text: string): readonly JobParameterInput[] | undefined {
  const { root, problems } = readJson(text, DEFAULT_DOCUMENT_LIMITS);
  if (root?.kind !== 'list' || problems.length > 0) return undefined;
  return inputsOf(root);
}

function inputsOf(list: ListNode): readonly JobParameterInput[] | undefined {
  const items = list.items.map(inputOf);
  return items.every((item) => item !== undefined) ? items : undefined;
}

function inputOf(node: DocumentNode): JobParameterInput | undefined {
  if (node.kind === 'map') return undefined;
  if (node.kind === 'list') return inputsOf(node);
  if (node.value === null) return undefined;
  return typeof node.value === 'number' ? node.text : node.value;
}
