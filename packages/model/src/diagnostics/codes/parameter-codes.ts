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
    example: {
      described: '`preprocessJobParameters(template, { Frmaes: "1-10" })` where the template defines `Frames`.',
    },
  },
  'parameter-missing': {
    section: '2',
    summary: 'A job parameter has no default, and no value is given for it.',
    mend: 'Give a value, or add a default to the template.',
    example: { described: '`preprocessJobParameters(template, {})` where `Frames` has no default.' },
  },
  'parameter-value-type': {
    section: '2',
    summary: 'The value of a job parameter cannot be read as its type.',
    mend: 'Give a value of the type that the message names. An integer beyond 2^53 is given as a bigint or as text.',
    example: { described: '`{ Samples: "many" }` for a parameter of type INT.' },
  },
  'parameter-value-not-allowed': {
    section: '2.1',
    summary: 'The value of a job parameter is not one of its `allowedValues`. A PATH is compared after it was joined.',
    mend: 'Give one of the values that the message lists.',
    example: { described: '`{ Quality: "medium" }` where `allowedValues` is `[low, high]`.' },
  },
  'parameter-value-too-small': {
    section: '2.3',
    summary: 'The value of a job parameter is less than its `minValue`.',
    mend: 'Give a greater number.',
    example: { described: '`{ Samples: 0 }` where `minValue` is 1.' },
  },
  'parameter-value-too-large': {
    section: '2.3',
    summary: 'The value of a job parameter is greater than its `maxValue`.',
    mend: 'Give a smaller number.',
    example: { described: '`{ Samples: 9999 }` where `maxValue` is 4096.' },
  },
  'parameter-value-too-short': {
    section: '2.1',
    summary: 'The value of a job parameter has fewer characters or elements than its `minLength`.',
    mend: 'Give a longer value.',
    example: { described: '`{ Shot: "" }` where `minLength` is 1.' },
  },
  'parameter-value-too-long': {
    section: '2.1',
    summary:
      'The value of a job parameter has more characters or elements than its `maxLength`. A PATH is measured after it was joined.',
    mend: 'Give a shorter value.',
    example: { described: '`{ Shot: "sh0010" }` where `maxLength` is 4.' },
  },
  'parameter-default-absolute': {
    section: '2.2',
    summary: 'The default of a PATH parameter is absolute.',
    mend: 'Write a path that is relative to the directory of the template, or give a value.',
    example: { described: 'A PATH parameter with `default: /shows/main.blend`.' },
  },
  'parameter-default-outside': {
    section: '2.2',
    summary: 'The default of a PATH parameter leads out of the directory of the template.',
    mend: 'Move the file below the template, or give a value: values may lead anywhere.',
    example: { described: 'A PATH parameter with `default: ../main.blend`.' },
  },
  'parameter-directory': {
    section: '7.4',
    summary: 'The directory that relative paths are joined to is not absolute.',
    mend: 'Pass an absolute path; on Windows set `pathFormat` too.',
    example: { described: '`preprocessJobParameters(template, {}, { templateDir: "templates" })`.' },
  },
  'parameter-merge-type': {
    section: '1.2.1',
    summary: 'Two templates of a submission define a job parameter with different types.',
    mend: 'Rename the parameter in one of them, or give both the same type.',
    example: { described: 'An environment template with `Samples` as STRING, a job template with `Samples` as INT.' },
  },
  'parameter-merge-path': {
    section: '1.2.1',
    summary: 'Two templates of a submission define a PATH parameter with different `objectType` or `dataFlow`.',
    mend: 'Give both the same, or leave it out of one.',
    example: { described: 'An environment template with `dataFlow: IN`, a job template with `dataFlow: OUT`.' },
  },
  'parameter-merge-bounds': {
    section: '1.2.1',
    summary: 'The bounds that several templates set for a job parameter exclude each other.',
    mend: 'Widen one of the bounds.',
    example: { described: 'An environment template with `minValue: 10`, a job template with `maxValue: 5`.' },
  },
  'parameter-merge-allowed-values': {
    section: '1.2.1',
    summary: 'The `allowedValues` that several templates set for a job parameter have nothing in common.',
    mend: 'Let one value be allowed by all.',
    example: {
      described: 'An environment template with `allowedValues: [a, b]`, a job template with `allowedValues: [c]`.',
    },
  },
};
