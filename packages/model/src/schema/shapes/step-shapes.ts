// What steps consist of: host requirements and parameter spaces (Template Schemas 3.3, 3.4).
import type { Rule, Shape } from '../rule.ts';
import type { TargetName } from '../targets.ts';
import { choice, format, list, object, optional, required, shape, text } from './parts.ts';

const AMOUNT = (name: 'amountMin' | 'amountMax'): Rule => ({
  kind: 'number',
  number: name,
  asString: 'FEATURE_BUNDLE_1',
  formatString: { stage: 'creation', target: 'optional-float' },
});

const NUMBER_LIST = (name: 'int' | 'float', target: TargetName): Rule => ({
  kind: 'list',
  item: { kind: 'number', number: name, asString: 'always', formatString: { stage: 'creation', target } },
  min: 1,
  max: 1024,
});

/** INT takes a range expression always; the other types take one expression for the whole list with EXPR. */
const INT_RANGE: Rule = {
  kind: 'string-or-list',
  string: format('rangeExpression', 'creation', 'int-range'),
  list: NUMBER_LIST('int', 'int-item'),
};
const rangeOf = (items: Rule, target: TargetName): Rule => ({
  kind: 'string-or-list',
  string: { kind: 'format-string', text: 'any', stage: 'creation', target, whole: true },
  stringNeeds: 'EXPR',
  list: items,
});

const NAME = required(text('identifier'), 'The name of the task parameter: `{{Task.Param.NAME}}` is its value.');
// The variants have checked it already: with EXPR it may stand in any case.
const TYPE = optional({ kind: 'ignored' });

export const STEP_SHAPES: Readonly<Record<string, Shape>> = {
  // What a host must offer.
  HostRequirements: shape('3.3', {
    amounts: optional(list(object('AmountRequirement'), 1, 50)),
    attributes: optional(list(object('AttributeRequirement'), 1, 50)),
  }),

  // A quantity that a host must offer. At least one of `min` and `max`.
  AmountRequirement: shape('3.3.1', {
    name: required(
      format('amountName', 'creation', 'string'),
      'The capability, such as `amount.worker.vcpu`, `amount.worker.memory` (MiB) or `amount.worker.gpu`.',
    ),
    min: optional(AMOUNT('amountMin')),
    max: optional(AMOUNT('amountMax')),
  }),

  // An attribute that a host must have. At least one of `anyOf` and `allOf`.
  AttributeRequirement: shape('3.3.2', {
    name: required(
      format('attributeName', 'creation', 'string'),
      'The capability, such as `attr.worker.os.family` or `attr.worker.cpu.arch`.',
    ),
    anyOf: optional(list(format('attributeValue', 'creation', 'string-item'), 1, 50)),
    allOf: optional(list(format('attributeValue', 'creation', 'string-item'), 1, 50)),
  }),

  // The parameters whose values make the tasks of a step.
  StepParameterSpace: shape('3.4', {
    taskParameterDefinitions: required(list(object('TaskParameterDefinition'), 1, 16), 'The parameters.'),
    combination: optional(text('combination')),
  }),

  TaskParameterDefinition: {
    kind: 'variants',
    section: '3.4.1',
    by: 'type',
    caseInsensitiveWithExpr: true,
    variants: {
      INT: { shape: 'IntTaskParameter' },
      FLOAT: { shape: 'FloatTaskParameter' },
      STRING: { shape: 'StringTaskParameter' },
      PATH: { shape: 'PathTaskParameter' },
      'CHUNK[INT]': { shape: 'ChunkIntTaskParameter', extension: 'TASK_CHUNKING' },
    },
  },

  // An integer for each task.
  IntTaskParameter: shape('3.4.1.1', {
    name: NAME,
    type: TYPE,
    range: required(INT_RANGE, 'A range expression such as `1-10,20-30:2`, or a list of integers.'),
  }),

  // A decimal for each task.
  FloatTaskParameter: shape('3.4.1.2', {
    name: NAME,
    type: TYPE,
    range: required(rangeOf(NUMBER_LIST('float', 'float-item'), 'float-range'), 'A list of numbers.'),
  }),

  // A string for each task.
  StringTaskParameter: shape('3.4.1.3', {
    name: NAME,
    type: TYPE,
    range: required(
      rangeOf(list(format('taskString', 'creation', 'string-item'), 1, 1024), 'string-range'),
      'A list of strings.',
    ),
  }),

  // A path for each task; path mapping applies to it.
  PathTaskParameter: shape('3.4.1.4', {
    name: NAME,
    type: TYPE,
    range: required(
      // The elements are <TaskParameterStringValue>s; paths they become on the host.
      rangeOf(list(format('taskString', 'creation', 'string-item'), 1, 1024), 'string-range'),
      'A list of paths.',
    ),
  }),

  // Integers that tasks take in chunks.
  ChunkIntTaskParameter: shape('3.4.1.5', {
    name: NAME,
    type: TYPE,
    range: required(INT_RANGE, 'A range expression such as `1-10,20-30:2`, or a list of integers.'),
    chunks: required(object('Chunks'), 'How the values are cut into chunks.'),
  }),

  // How values are cut into chunks.
  Chunks: shape('3.4.1.5', {
    defaultTaskCount: required(
      {
        kind: 'number',
        number: 'defaultTaskCount',
        asString: 'always',
        formatString: { stage: 'creation', target: 'int' },
      },
      'How many values one chunk takes, unless the scheduler adapts it.',
    ),
    targetRuntimeSeconds: optional({
      kind: 'number',
      number: 'targetRuntime',
      asString: 'always',
      formatString: { stage: 'creation', target: 'optional-int' },
    }),
    rangeConstraint: required(
      choice('CONTIGUOUS', 'NONCONTIGUOUS'),
      'CONTIGUOUS: each chunk is one range such as `1-10`. NONCONTIGUOUS: any range expression.',
    ),
  }),
};
