// Job parameters (Template Schemas 2).
import type { Field, Rule, Shape } from '../rule.ts';
import { choice, list, number, object, optional, required, shape, text } from './parts.ts';

const exact = (name: 'int' | 'float'): Rule => ({ kind: 'number', number: name, asString: 'always' });
const STRING = text('parameterString');
// The types of EXPR say <string>, <integer> and <float>: of any length, and a number is not written as a string.
const ANY_STRING = text('any');
const INTEGER = number('int');
const DECIMAL = number('float');

const COMMON: Record<string, Field> = {
  name: required(text('identifier'), 'The name of the parameter: `{{Param.NAME}}` is its value.'),
  // The variants have checked it already: with EXPR it may stand in any case.
  type: optional({ kind: 'ignored' }),
  description: optional(text('description')),
};
const withDefault = (rule: Rule): Field => optional(rule);
const userInterface = (name: string): Field => optional(object(name));

const lengths = (rule: Rule = number('length')): Record<string, Field> => ({
  minLength: optional(rule),
  maxLength: optional(rule),
});
const bounds = (rule: Rule): Record<string, Field> => ({
  minValue: optional(rule),
  maxValue: optional(rule),
});
const allowed = (rule: Rule): Record<string, Field> => ({
  allowedValues: optional(list(rule, 1)),
});
const PATH_HINTS: Record<string, Field> = {
  objectType: optional(choice('FILE', 'DIRECTORY')),
  dataFlow: optional(choice('NONE', 'IN', 'OUT', 'INOUT')),
};

const control = (...controls: string[]): Record<string, Field> => ({
  control: optional(choice(...controls)),
  label: optional(text('label')),
  groupLabel: optional(text('label')),
});
const FILE_FILTERS: Record<string, Field> = {
  fileFilters: optional(list(object('FileFilter'), 0, 20)),
  fileFilterDefault: optional(object('FileFilter')),
};
const FLOAT_STEPPER: Record<string, Field> = {
  decimals: optional(number('decimals')),
  singleStepDelta: optional({ kind: 'number', number: 'floatStep' }),
};
const INT_STEPPER: Record<string, Field> = {
  singleStepDelta: optional({ kind: 'number', number: 'intStep' }),
};

/** A definition shape and the shape of its user interface. */
function definition(
  section: string,
  type: string,
  fields: Record<string, Field>,
  ui: Record<string, Field>,
): Record<string, Shape> {
  const prefix = type.replace(/\W+/g, '_').replace(/_$/, '');
  return {
    [`${prefix}_Parameter`]: shape(section, {
      ...COMMON,
      ...fields,
      userInterface: userInterface(`${prefix}_UserInterface`),
    }),
    [`${prefix}_UserInterface`]: shape(section, ui),
  };
}

const variant = (name: string, extension?: 'EXPR') => ({
  shape: `${name}_Parameter`,
  ...(extension === undefined ? {} : { extension }),
});

export const PARAMETER_SHAPES: Readonly<Record<string, Shape>> = {
  JobParameterDefinition: {
    kind: 'variants',
    section: '2',
    by: 'type',
    caseInsensitiveWithExpr: true,
    variants: {
      STRING: variant('STRING'),
      PATH: variant('PATH'),
      INT: variant('INT'),
      FLOAT: variant('FLOAT'),
      BOOL: variant('BOOL', 'EXPR'),
      RANGE_EXPR: variant('RANGE_EXPR', 'EXPR'),
      'LIST[STRING]': variant('LIST_STRING', 'EXPR'),
      'LIST[PATH]': variant('LIST_PATH', 'EXPR'),
      'LIST[INT]': variant('LIST_INT', 'EXPR'),
      'LIST[FLOAT]': variant('LIST_FLOAT', 'EXPR'),
      'LIST[BOOL]': variant('LIST_BOOL', 'EXPR'),
      'LIST[LIST[INT]]': variant('LIST_LIST_INT', 'EXPR'),
    },
  },

  ...definition(
    '2.1',
    'STRING',
    { default: withDefault(STRING), ...allowed(STRING), ...lengths() },
    control('LINE_EDIT', 'MULTILINE_EDIT', 'DROPDOWN_LIST', 'CHECK_BOX', 'HIDDEN'),
  ),
  ...definition(
    '2.2',
    'PATH',
    { default: withDefault(STRING), ...allowed(STRING), ...lengths(), ...PATH_HINTS },
    {
      ...control('CHOOSE_INPUT_FILE', 'CHOOSE_OUTPUT_FILE', 'CHOOSE_DIRECTORY', 'DROPDOWN_LIST', 'HIDDEN'),
      ...FILE_FILTERS,
    },
  ),
  ...definition(
    '2.3',
    'INT',
    { default: withDefault(exact('int')), ...allowed(exact('int')), ...bounds(exact('int')) },
    { ...control('SPIN_BOX', 'DROPDOWN_LIST', 'HIDDEN'), ...INT_STEPPER },
  ),
  ...definition(
    '2.4',
    'FLOAT',
    { default: withDefault(exact('float')), ...allowed(exact('float')), ...bounds(exact('float')) },
    { ...control('SPIN_BOX', 'DROPDOWN_LIST', 'HIDDEN'), ...FLOAT_STEPPER },
  ),
  ...definition('2.9', 'BOOL', { default: withDefault({ kind: 'loose-boolean' }) }, control('CHECK_BOX', 'HIDDEN')),
  ...definition(
    '2.10',
    'RANGE_EXPR',
    {
      default: withDefault(ANY_STRING),
      minLength: optional(number('rangeLength')),
      maxLength: optional(number('rangeLength')),
    },
    control('LINE_EDIT', 'HIDDEN'),
  ),
  ...definition(
    '2.11',
    'LIST[STRING]',
    {
      default: withDefault(list(ANY_STRING, 0)),
      ...lengths(),
      item: optional(object('TextItem')),
    },
    control('LINE_EDIT_LIST', 'HIDDEN'),
  ),
  ...definition(
    '2.12',
    'LIST[PATH]',
    {
      default: withDefault(list(ANY_STRING, 0)),
      ...lengths(),
      ...PATH_HINTS,
      item: optional(object('TextItem')),
    },
    {
      ...control('CHOOSE_INPUT_FILE_LIST', 'CHOOSE_OUTPUT_FILE_LIST', 'CHOOSE_DIRECTORY_LIST', 'HIDDEN'),
      ...FILE_FILTERS,
    },
  ),
  ...definition(
    '2.13',
    'LIST[INT]',
    {
      default: withDefault(list(INTEGER, 0)),
      ...lengths(),
      item: optional(object('IntItem')),
    },
    { ...control('SPIN_BOX_LIST', 'HIDDEN'), ...INT_STEPPER },
  ),
  ...definition(
    '2.14',
    'LIST[FLOAT]',
    {
      default: withDefault(list(DECIMAL, 0)),
      ...lengths(),
      item: optional(object('FloatItem')),
    },
    { ...control('SPIN_BOX_LIST', 'HIDDEN'), ...FLOAT_STEPPER },
  ),
  ...definition(
    '2.15',
    'LIST[BOOL]',
    { default: withDefault(list({ kind: 'loose-boolean' }, 0)), ...lengths() },
    control('CHECK_BOX_LIST', 'HIDDEN'),
  ),
  ...definition(
    '2.16',
    'LIST[LIST[INT]]',
    {
      default: withDefault(list(list(INTEGER, 0), 0)),
      ...lengths(),
      item: optional(object('IntListItem')),
    },
    control('HIDDEN'),
  ),

  // What each element of a list must satisfy.
  TextItem: shape('2.11', {
    ...allowed(ANY_STRING),
    ...lengths(),
  }),
  // What each element of a list must satisfy.
  IntItem: shape('2.13', {
    ...allowed(INTEGER),
    ...bounds(INTEGER),
  }),
  // What each element of a list must satisfy.
  FloatItem: shape('2.14', {
    ...allowed(DECIMAL),
    ...bounds(DECIMAL),
  }),
  // What each inner list must satisfy.
  IntListItem: shape('2.16', {
    ...lengths(),
    item: optional(object('IntItem')),
  }),
  // A named kind of files for a file chooser.
  FileFilter: shape('2.7', {
    label: required(text('label'), 'The name of the kind.'),
    patterns: required(list(text('fileFilterPattern'), 1), 'Patterns such as `*.png`.'),
  }),
};
