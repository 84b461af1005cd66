import type { CodeEntry } from './code-entry.ts';

/** Codes about the values that a submission gives to job parameters. The template itself is sound. */
export type ParameterCode =
  | 'parameter-unknown'
  | 'parameter-missing'
  | 'parameter-value-type'
  | 'parameter-value-not-allowed'
  | 'parameter-value-too-small'
  | 'parameter-value-too-large'
  | 'parameter-value-too-short'
  | 'parameter-value-too-long'
  | 'parameter-default-absolute'
  | 'parameter-default-outside'
  | 'parameter-directory'
  | 'parameter-merge-type'
  | 'parameter-merge-path'
  | 'parameter-merge-bounds'
  | 'parameter-merge-allowed-values';

export const PARAMETER_CODES: Readonly<Record<ParameterCode, CodeEntry>> = {
  'parameter-unknown': {
    section: '2',
    summary: 'A value is given for a job parameter that no template defines.',
    mend: 'Correct the name, or leave the value out.',
    example: { parameters: '- { name: Frames, type: STRING, default: 1-10 }', values: { Frmaes: '1-20' } },
  },
  'parameter-missing': {
    section: '2',
    summary: 'A job parameter has no default, and no value is given for it.',
    mend: 'Give a value, or add a default to the template.',
    example: { parameters: '- { name: Frames, type: STRING }', values: {} },
  },
  'parameter-value-type': {
    section: '2',
    summary: 'The value of a job parameter cannot be read as its type.',
    mend: 'Give a value of the type that the message names. An integer beyond 2^53 is given as a bigint or as text.',
    example: { parameters: '- { name: Samples, type: INT }', values: { Samples: 'many' } },
  },
  'parameter-value-not-allowed': {
    section: '2.1',
    summary: 'The value of a job parameter is not one of its `allowedValues`. A PATH is compared after it was joined.',
    mend: 'Give one of the values that the message lists.',
    example: {
      parameters: '- { name: Quality, type: STRING, allowedValues: [low, high] }',
      values: { Quality: 'medium' },
    },
  },
  'parameter-value-too-small': {
    section: '2.3',
    summary: 'The value of a job parameter is less than its `minValue`.',
    mend: 'Give a greater number.',
    example: { parameters: '- { name: Samples, type: INT, minValue: 1 }', values: { Samples: 0 } },
  },
  'parameter-value-too-large': {
    section: '2.3',
    summary: 'The value of a job parameter is greater than its `maxValue`.',
    mend: 'Give a smaller number.',
    example: { parameters: '- { name: Samples, type: INT, maxValue: 4096 }', values: { Samples: 9999 } },
  },
  'parameter-value-too-short': {
    section: '2.1',
    summary: 'The value of a job parameter has fewer characters or elements than its `minLength`.',
    mend: 'Give a longer value.',
    example: { parameters: '- { name: Shot, type: STRING, minLength: 1 }', values: { Shot: '' } },
  },
  'parameter-value-too-long': {
    section: '2.1',
    summary:
      'The value of a job parameter has more characters or elements than its `maxLength`. A PATH is measured after it was joined.',
    mend: 'Give a shorter value.',
    example: { parameters: '- { name: Shot, type: STRING, maxLength: 4 }', values: { Shot: 'sh0010' } },
  },
  'parameter-default-absolute': {
    section: '2.2',
    summary: 'The default of a PATH parameter is absolute.',
    mend: 'Write a path that is relative to the directory of the template, or give a value.',
    example: { parameters: '- { name: Scene, type: PATH, default: /shows/main.blend }', values: {} },
  },
  'parameter-default-outside': {
    section: '2.2',
    summary: 'The default of a PATH parameter leads out of the directory of the template.',
    mend: 'Move the file below the template, or give a value: values may lead anywhere.',
    example: { parameters: '- { name: Scene, type: PATH, default: ../main.blend }', values: {} },
  },
  'parameter-directory': {
    section: '7.4',
    summary: 'The directory that relative paths are joined to is not absolute.',
    mend: 'Pass an absolute path; on Windows set `pathFormat` too.',
    example: {
      parameters: '- { name: Scene, type: PATH, default: main.blend }',
      values: {},
      options: { templateDir: 'templates' },
    },
  },
  'parameter-merge-type': {
    section: '1.2.1',
    summary: 'Two templates of a submission define a job parameter with different types.',
    mend: 'Rename the parameter in one of them, or give both the same type.',
    example: {
      parameters: '- { name: Samples, type: INT }',
      environmentParameters: '- { name: Samples, type: STRING }',
    },
  },
  'parameter-merge-path': {
    section: '1.2.1',
    summary: 'Two templates of a submission define a PATH parameter with different `objectType` or `dataFlow`.',
    mend: 'Give both the same, or leave it out of one.',
    example: {
      parameters: '- { name: Scene, type: PATH, dataFlow: OUT }',
      environmentParameters: '- { name: Scene, type: PATH, dataFlow: IN }',
    },
  },
  'parameter-merge-bounds': {
    section: '1.2.1',
    summary: 'The bounds that several templates set for a job parameter exclude each other.',
    mend: 'Widen one of the bounds.',
    example: {
      parameters: '- { name: Samples, type: INT, maxValue: 5 }',
      environmentParameters: '- { name: Samples, type: INT, minValue: 10 }',
    },
  },
  'parameter-merge-allowed-values': {
    section: '1.2.1',
    summary: 'The `allowedValues` that several templates set for a job parameter have nothing in common.',
    mend: 'Let one value be allowed by all.',
    example: {
      parameters: '- { name: Quality, type: STRING, allowedValues: [c] }',
      environmentParameters: '- { name: Quality, type: STRING, allowedValues: [a, b] }',
    },
  },
};
