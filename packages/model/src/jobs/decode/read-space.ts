import { rangeExprOf } from '../../documents/range-pieces.ts';
import { quote } from '../../documents/nodes.ts';
import { isDecimal } from '../../documents/numbers.ts';
import { parseInt64 } from '../../parameters/numbers.ts';
import type { ResolvedTaskParameter, StepParameterSpace } from '../../spaces/types.ts';
import { type CombinationNode, unequalLengths } from '../../combinations/combination.ts';
import type { Profile } from '../../profile/profile.ts';
import type { TaskParameterType } from '../../templates/types.ts';
import type { Data } from './data.ts';
import { refuseProblems } from './read-scripts.ts';

export function readParameterSpace(data: Data, profile: Profile): StepParameterSpace {
  const fields = data.fields(['taskParameterDefinitions', 'combination']);
  const [definitions, combination] = [fields.get('taskParameterDefinitions'), fields.get('combination')];
  const { value, isSound } = data.soundly(() => ({
    taskParameterDefinitions: definitions.list((item) => readTaskParameter(item, profile)),
    combination: readCombination(combination),
  }));
  if (isSound && combination.soundly(() => checkNames(value, combination)).isSound) {
    const chunked = value.taskParameterDefinitions.filter(({ chunks }) => chunks !== undefined).map(({ name }) => name);
    if (chunked.length > 1) {
      const message = `Expected one parameter with chunks, found ${chunked.join(', ')}.`;
      definitions.refuse({ code: 'chunk-several', message });
    }
    const sizes = value.taskParameterDefinitions.map(({ name, range }) => [name, BigInt(range.length)] as const);
    checkSizes(value.combination, new Map(sizes), combination, chunked);
  }
  return value;
}

function readTaskParameter(data: Data, profile: Profile): ResolvedTaskParameter {
  const fields = data.fields(['name', 'type', 'range'], ['chunks']);
  const type = fields.get('type').choice(['INT', 'FLOAT', 'STRING', 'PATH', 'CHUNK[INT]']);
  const chunks = fields.optional('chunks', (item) => {
    const parts = item.fields(['defaultTaskCount', 'rangeConstraint'], ['targetRuntimeSeconds']);
    return {
      defaultTaskCount: parts.get('defaultTaskCount').number('defaultTaskCount'),
      ...parts.optional('targetRuntimeSeconds', (seconds) => seconds.number('targetRuntime')),
      rangeConstraint: parts.get('rangeConstraint').choice(['CONTIGUOUS', 'NONCONTIGUOUS']),
    };
  });
  if ((type === 'CHUNK[INT]') !== (chunks.chunks !== undefined)) {
    const message = `Expected chunks exactly when the type is CHUNK[INT], found the type ${type} with${chunks.chunks === undefined ? 'out' : ''} them.`;
    data.refuse({ code: 'missing-key', message });
  }
  const name = fields.get('name').text('identifier', profile);
  return { name, type, range: readRange(fields.get('range'), type, profile), ...chunks };
}

function readRange(data: Data, type: TaskParameterType, profile: Profile): ResolvedTaskParameter['range'] {
  if (data.isText) {
    const parsed = rangeExprOf(data.text(), data.limits);
    if (!parsed.ok) refuseProblems(data, parsed.problems);
    if (type !== 'INT' && type !== 'CHUNK[INT]') {
      data.refuse({ code: 'wrong-type', message: `Expected a list of values of the type ${type}, found a range.` });
    }
    return parsed.ok ? parsed.value : [];
  }
  const texts = data.list((item) => {
    const text = item.text(type === 'STRING' || type === 'PATH' ? 'taskString' : 'any', profile);
    if (item.isText && !isValue(type, text)) {
      const message = `Expected the text of a value of the type ${type}, found ${quote(text)}.`;
      item.refuse({ code: type === 'FLOAT' ? 'invalid-number' : 'invalid-integer', message });
    }
    return text;
  });
  if (data.isList && texts.length === 0) {
    data.refuse({ code: 'list-too-short', message: 'Expected a range with at least one value, found none.' });
  }
  return texts;
}

/** Whether a text is what creation makes of a value: integers have one text, decimals stay as written. */
function isValue(type: TaskParameterType, text: string): boolean {
  if (type === 'FLOAT') return isDecimal(text);
  return type === 'STRING' || type === 'PATH' || String(parseInt64(text)) === text;
}

function readCombination(data: Data): CombinationNode {
  const fields = data.fields(['kind'], ['name', 'members']);
  const kind = fields.get('kind').choice(['name', 'product', 'association']);
  if (kind === 'name') return { kind, name: data.fields(['kind', 'name']).get('name').text() };
  const members = data.fields(['kind', 'members']).get('members');
  return { kind, members: members.list(readCombination) };
}

/** Each parameter stands in the combination once. */
function checkNames({ taskParameterDefinitions: definitions, combination }: StepParameterSpace, place: Data): void {
  const names = namesIn(combination);
  for (const [index, name] of names.entries()) {
    if (names.indexOf(name) !== index) {
      place.refuse({ code: 'combination-parameter-repeated', message: `${name} stands in the combination twice.` });
    } else if (!definitions.some((definition) => definition.name === name)) {
      const message = `Expected the name of a task parameter, found ${quote(name)}.`;
      place.refuse({ code: 'combination-parameter-unknown', message });
    }
  }
  for (const [index, { name }] of definitions.entries()) {
    if (definitions.findIndex((other) => other.name === name) !== index) {
      place.refuse({ code: 'parameter-repeated', message: `The task parameter ${quote(name)} is defined twice.` });
    } else if (!names.includes(name)) {
      place.refuse({ code: 'combination-parameter-missing', message: `${name} does not stand in the combination.` });
    }
  }
}

function namesIn(node: CombinationNode): string[] {
  return node.kind === 'name' ? [node.name] : node.members.flatMap(namesIn);
}

/** The number of Tasks; members of an association have the same, and none of them is cut into chunks. */
function checkSizes(
  node: CombinationNode,
  sizes: ReadonlyMap<string, bigint>,
  place: Data,
  chunked: readonly string[],
): bigint {
  if (node.kind === 'name') return sizes.get(node.name) ?? 0n;
  const members = node.members.map((member) => ({ member, size: checkSizes(member, sizes, place, chunked) }));
  if (node.kind === 'product') return members.reduce((product, { size }) => product * size, 1n);
  if (members.some(({ size }) => size !== members[0]?.size)) {
    place.refuse({ code: 'combination-lengths-differ', message: unequalLengths(node, members) });
  }
  const inside = namesIn(node).find((name) => chunked.includes(name));
  if (inside !== undefined) {
    place.refuse({ code: 'chunk-in-association', message: `${inside} is cut into chunks: it cannot be associated.` });
  }
  return members[0]?.size ?? 0n;
}
