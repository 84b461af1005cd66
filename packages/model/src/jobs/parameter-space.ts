import { IntRangeExpr, valueText } from '@ojd/expr';
import { rangeExprOf } from '../documents/range-pieces.ts';
import type { DiagnosticPath, ExprValue, FormatString } from '@ojd/expr';
import { sentence } from '../diagnostics/sentence.ts';
import { quote } from '../documents/nodes.ts';
import { parseInteger } from '../documents/numbers.ts';
import { NUMBER_RULES, checkNumber } from '../schema/number-rules.ts';
import type { TargetName } from '../schema/targets.ts';
import type { ResolvedChunks, ResolvedTaskParameter, StepParameterSpace } from '../spaces/types.ts';
import type {
  ChunksTemplate,
  ParameterSpaceTemplate,
  TaskParameterDefinition,
  TaskParameterType,
} from '../templates/types.ts';
import { type CombinationNode, unequalLengths } from '../combinations/combination.ts';
import type { Resolver } from './resolver.ts';

const MAX_LIST = 1024;

/** The parameter space of a Step, its values and lengths known (Template Schemas 3.4). */
export function createParameterSpace(
  template: ParameterSpaceTemplate,
  path: DiagnosticPath,
  resolver: Resolver,
): StepParameterSpace | undefined {
  const definitions = template.taskParameterDefinitions.map((definition, index) =>
    createTaskParameter(definition, [...path, 'taskParameterDefinitions', index], resolver),
  );
  const combination = template.combination ?? {
    kind: 'product',
    members: template.taskParameterDefinitions.map(({ name }) => ({ kind: 'name', name })),
  };
  const sizes = new Map(definitions.map((definition) => [definition?.name, BigInt(definition?.range.length ?? 0)]));
  sizeOf(combination, sizes, [...path, 'combination'], resolver);
  if (!definitions.every((definition) => definition !== undefined)) return undefined;
  return { taskParameterDefinitions: definitions, combination };
}

/**
 * The number of Tasks; undefined where that hangs on a parameter that has problems of its own, and where the members of an
 * association differ, which is reported.
 */
function sizeOf(
  node: CombinationNode,
  parameters: ReadonlyMap<string | undefined, bigint>,
  path: DiagnosticPath,
  resolver: Resolver,
): bigint | undefined {
  if (node.kind === 'name') return parameters.get(node.name);
  const members = node.members.map((member) => ({ member, size: sizeOf(member, parameters, path, resolver) }));
  if (node.kind === 'product') {
    return members.reduce<bigint | undefined>(
      (product, { size }) => (product === undefined || size === undefined ? undefined : product * size),
      1n,
    );
  }
  const known = members.filter(({ size }) => size !== undefined);
  const size = known[0]?.size;
  if (known.every((other) => other.size === size)) return size;
  resolver.findings.add({
    code: 'combination-lengths-differ',
    path,
    message: unequalLengths(node, known),
  });
  return undefined;
}

function createTaskParameter(
  definition: TaskParameterDefinition,
  path: DiagnosticPath,
  resolver: Resolver,
): ResolvedTaskParameter | undefined {
  const { name, type } = definition;
  const range = isList(definition.range)
    ? listRange(type, definition.range, [...path, 'range'], resolver)
    : expressionRange(type, definition.range, [...path, 'range'], resolver);
  if (definition.chunks === undefined) return range === undefined ? undefined : { name, type, range };
  const chunks = createChunks(definition.chunks, [...path, 'chunks'], resolver);
  return range === undefined || chunks === undefined ? undefined : { name, type, range, chunks };
}

function isList(range: TaskParameterDefinition['range']): range is readonly (FormatString | string)[] {
  return Array.isArray(range);
}

function createChunks(template: ChunksTemplate, path: DiagnosticPath, resolver: Resolver): ResolvedChunks | undefined {
  const { defaultTaskCount, targetRuntimeSeconds, rangeConstraint } = template;
  const count = resolver.number(defaultTaskCount, [...path, 'defaultTaskCount'], 'defaultTaskCount', 'int');
  const runtime =
    targetRuntimeSeconds === undefined
      ? { value: undefined }
      : resolver.number(targetRuntimeSeconds, [...path, 'targetRuntimeSeconds'], 'targetRuntime', 'optional-int');
  if (count?.value === undefined || runtime === undefined) return undefined;
  return {
    // Counts beyond 2^53 are as good as "all of them", and stay whole numbers.
    defaultTaskCount: Math.min(count.value, Number.MAX_SAFE_INTEGER),
    ...(runtime.value !== undefined && { targetRuntimeSeconds: runtime.value }),
    rangeConstraint,
  };
}

/** What the elements of a list are coerced to, and what a whole range is. */
const TARGETS: Readonly<Record<TaskParameterType, { readonly item: TargetName; readonly range: TargetName }>> = {
  INT: { item: 'int-item', range: 'int-range' },
  'CHUNK[INT]': { item: 'int-item', range: 'int-range' },
  FLOAT: { item: 'float-item', range: 'float-range' },
  STRING: { item: 'string-item', range: 'string-range' },
  PATH: { item: 'string-item', range: 'string-range' },
};

/** A range that is one string: a range expression, or an expression that gives the whole range. */
function expressionRange(
  type: TaskParameterType,
  source: FormatString,
  path: DiagnosticPath,
  resolver: Resolver,
): ResolvedTaskParameter['range'] | undefined {
  const value = resolver.value(source, path, TARGETS[type].range);
  if (value === undefined) return undefined;
  if (value.kind === 'range_expr') return value.value;
  if (value.kind !== 'list') return parseRange(valueText(value), source, path, resolver);
  return checkLength(value.items, path, resolver) ? elementTexts(type, value.items, path, resolver) : undefined;
}

/** Whether a list has a value, and not too many (Template Schemas 3.4.1.1-5). Range expressions have no such bound. */
function checkLength({ length }: readonly unknown[], path: DiagnosticPath, resolver: Resolver): boolean {
  if (length > 0 && length <= MAX_LIST) return true;
  resolver.findings.add({
    code: length === 0 ? 'list-too-short' : 'list-too-long',
    path,
    message: `Expected a list of 1 to ${MAX_LIST} values, and its expressions gave ${length}.`,
  });
  return false;
}

function parseRange(
  text: string,
  source: FormatString,
  path: DiagnosticPath,
  resolver: Resolver,
): IntRangeExpr | undefined {
  // What stands in the template was read with its limits when it was decoded.
  if (source.isLiteral) return IntRangeExpr.parse(text, { maxParts: Infinity });
  const parsed = rangeExprOf(text);
  if (parsed.ok) return parsed.value;
  // Places in the resolved text are no places in the template.
  for (const { code, message } of parsed.problems) {
    resolver.findings.add({ code, path, message: `The range was resolved to ${quote(text)}. ${sentence(message)}` });
  }
  return undefined;
}

function listRange(
  type: TaskParameterType,
  elements: readonly (FormatString | string)[],
  path: DiagnosticPath,
  resolver: Resolver,
): readonly string[] | undefined {
  const texts: string[] = [];
  let complete = true;
  for (const [index, element] of elements.entries()) {
    const place = [...path, index];
    const found =
      typeof element === 'string'
        ? checkedElement(type, element, place, resolver)
        : resolvedElements(type, element, place, resolver);
    if (found === undefined) complete = false;
    else if (typeof found === 'string') texts.push(found);
    else for (const text of found) texts.push(text);
  }
  return complete && checkLength(texts, path, resolver) ? texts : undefined;
}

function resolvedElements(
  type: TaskParameterType,
  element: FormatString,
  path: DiagnosticPath,
  resolver: Resolver,
): readonly string[] | undefined {
  const items = resolver.items(element, path, TARGETS[type].item);
  return items === undefined ? undefined : elementTexts(type, items, path, resolver);
}

function elementTexts(
  type: TaskParameterType,
  items: readonly ExprValue[],
  path: DiagnosticPath,
  resolver: Resolver,
): readonly string[] | undefined {
  const texts = items.map((item) => checkedElement(type, valueText(item), path, resolver));
  return texts.every((text) => text !== undefined) ? texts : undefined;
}

/** The text of one value: canonical digits for an integer, a decimal as written. */
function checkedElement(
  type: TaskParameterType,
  text: string,
  path: DiagnosticPath,
  resolver: Resolver,
): string | undefined {
  if (type === 'STRING' || type === 'PATH') return resolver.checkedText(text, path, 'taskString');
  const problem = checkNumber(NUMBER_RULES[type === 'FLOAT' ? 'float' : 'int'], text, 'string');
  if (problem === undefined) return type === 'FLOAT' ? text.trim() : String(parseInteger(text));
  const { code, message, hint } = problem;
  resolver.findings.add({ code, message, hint, path });
  return undefined;
}
