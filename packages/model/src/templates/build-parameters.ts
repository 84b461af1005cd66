// Job parameter definitions from checked nodes.
import { looseBoolean } from '../checks/booleans.ts';
import { childOf, type DocumentNode } from '../documents/nodes.ts';
import { integerOfDecimal } from '../documents/numbers.ts';
import { writableDefinition } from './write-definition.ts';
import { decimalText, descriptionOf, items, literal, scalarText, text } from './checked-nodes.ts';
import {
  type FileFilter,
  JOB_PARAMETER_TYPES,
  type JobParameterDefinition,
  type JobParameterType,
} from './parameter-definitions.ts';

type Read<T = unknown> = (node: DocumentNode) => T;

const readText: Read = scalarText;
const readDecimal: Read = decimalText;
const readInteger: Read = (node) => integerOfDecimal(scalarText(node).trim());
const readCount: Read = (node) => Number(scalarText(node));
const readBoolean: Read = (node) => (node.kind === 'scalar' ? looseBoolean(node.value) : undefined);
const listOf =
  (read: Read): Read =>
  (node) =>
    node.kind === 'list' ? node.items.map(read) : [];
const fieldsOf =
  (fields: Readonly<Record<string, Read>>): Read<object> =>
  (node) => {
    const object: Record<string, unknown> = {};
    for (const [key, read] of Object.entries(fields)) {
      const value = childOf(node, key);
      if (value !== undefined) object[key] = read(value);
    }
    return object;
  };

const readFilter: Read = (node): FileFilter => ({
  label: text(node, 'label'),
  patterns: items(node, 'patterns').map(scalarText),
});

const LENGTHS = { minLength: readCount, maxLength: readCount };
const TEXT = { allowedValues: listOf(readText), ...LENGTHS };
const INT = { allowedValues: listOf(readInteger), minValue: readInteger, maxValue: readInteger };
const FLOAT = { allowedValues: listOf(readDecimal), minValue: readDecimal, maxValue: readDecimal };
const PATH_HINTS = { objectType: readText, dataFlow: readText };
const UI = { control: readText, label: readText, groupLabel: readText };
const FILES = { ...UI, fileFilters: listOf(readFilter), fileFilterDefault: readFilter };
const INT_UI = { ...UI, singleStepDelta: readInteger };
const FLOAT_UI = { ...UI, decimals: readCount, singleStepDelta: readDecimal };

/** How each field of each type is read; name, type and description are alike in all. */
const READERS: Readonly<Record<JobParameterType, Readonly<Record<string, Read>>>> = {
  STRING: { default: readText, ...TEXT, userInterface: fieldsOf(UI) },
  PATH: { default: readText, ...TEXT, ...PATH_HINTS, userInterface: fieldsOf(FILES) },
  INT: { default: readInteger, ...INT, userInterface: fieldsOf(INT_UI) },
  FLOAT: { default: readDecimal, ...FLOAT, userInterface: fieldsOf(FLOAT_UI) },
  BOOL: { default: readBoolean, userInterface: fieldsOf(UI) },
  RANGE_EXPR: { default: readText, ...LENGTHS, userInterface: fieldsOf(UI) },
  'LIST[STRING]': { default: listOf(readText), ...LENGTHS, item: fieldsOf(TEXT), userInterface: fieldsOf(UI) },
  'LIST[PATH]': {
    default: listOf(readText),
    ...LENGTHS,
    ...PATH_HINTS,
    item: fieldsOf(TEXT),
    userInterface: fieldsOf(FILES),
  },
  'LIST[INT]': { default: listOf(readInteger), ...LENGTHS, item: fieldsOf(INT), userInterface: fieldsOf(INT_UI) },
  'LIST[FLOAT]': { default: listOf(readDecimal), ...LENGTHS, item: fieldsOf(FLOAT), userInterface: fieldsOf(FLOAT_UI) },
  'LIST[BOOL]': { default: listOf(readBoolean), ...LENGTHS, userInterface: fieldsOf(UI) },
  'LIST[LIST[INT]]': {
    default: listOf(listOf(readInteger)),
    ...LENGTHS,
    item: fieldsOf({ ...LENGTHS, item: fieldsOf(INT) }),
    userInterface: fieldsOf(UI),
  },
};

export function buildParameterDefinition(node: DocumentNode): JobParameterDefinition {
  const type = literal(node, 'type', JOB_PARAMETER_TYPES);
  const definition = { name: text(node, 'name'), type, ...descriptionOf(node), ...fieldsOf(READERS[type])(node) };
  // The table above reads for each type what the union says of it.
  return writableDefinition(definition);
}
