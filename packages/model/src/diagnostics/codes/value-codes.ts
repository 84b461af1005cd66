import type { CodeEntry } from './code-entry.ts';

/** Codes about one value: its shape, its extension, its bounds. */
export type ValueCode =
  | 'wrong-type'
  | 'missing-key'
  | 'unknown-key'
  | 'invalid-choice'
  | 'not-a-template'
  | 'unknown-specification-version'
  | 'wrong-template-kind'
  | 'extension-unknown'
  | 'extension-unsupported'
  | 'extension-repeated'
  | 'extension-not-declared'
  | 'extension-requires'
  | 'string-too-short'
  | 'string-too-long'
  | 'string-forbidden-character'
  | 'invalid-identifier'
  | 'invalid-filename'
  | 'invalid-environment-variable'
  | 'invalid-file-filter'
  | 'list-too-short'
  | 'list-too-long'
  | 'invalid-integer'
  | 'integer-overflow'
  | 'invalid-number'
  | 'invalid-boolean'
  | 'number-too-small'
  | 'number-too-large';

export const VALUE_CODES: Readonly<Record<ValueCode, CodeEntry>> = {
  'wrong-type': {
    section: '1',
    summary: 'A value has another type than its field takes.',
    mend: 'Write the type that the message names. A number or boolean becomes a string in quotes.',
    example: { yaml: 'name: 12' },
  },
  'missing-key': {
    section: '1',
    summary: 'A required key is absent.',
    mend: 'Add the key.',
    example: { yaml: 'steps:\n- name: Render' },
  },
  'unknown-key': {
    section: '1',
    summary: 'A mapping has a key that the specification does not define.',
    mend: 'Correct the spelling, or remove the key.',
    example: { yaml: 'parameterDefinitions:\n- name: Frames\n  type: STRING\n  defualt: 1-10' },
  },
  'invalid-choice': {
    section: '1',
    summary: 'A field takes one of a few literals, and the value is none of them.',
    mend: 'Write one of the literals that the message lists.',
    example: { yaml: 'parameterDefinitions:\n- name: Scene\n  type: PAHT' },
  },
  'not-a-template': {
    section: '1',
    summary: 'The document is a mapping, and none of its keys is one that templates alone have.',
    mend: 'Give the file that is the template. One that is only begun needs `specificationVersion` first.',
    example: { text: 'apiVersion: v1\nkind: Pod' },
  },
  'unknown-specification-version': {
    section: '1',
    summary: 'The document names a specification version that does not exist or is not implemented.',
    mend: 'Write `jobtemplate-2023-09` or `environment-2023-09`.',
    example: { yaml: 'specificationVersion: jobtemplate-2020-01' },
  },
  'wrong-template-kind': {
    section: '1',
    summary: 'A job template stands where an environment template is expected, or the other way round.',
    mend: 'Give the other file, or call the function for the other kind.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const environment = { name: 'Env', variables: { A: '1' } };`,
        `const outcome = safeDecodeJobTemplate({ specificationVersion: 'environment-2023-09', environment });`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['wrong-template-kind']`,
      ].join('\n'),
    },
  },
  'extension-unknown': {
    section: '1.1.2',
    summary: 'The template declares an extension that does not exist.',
    mend: 'Correct the spelling, or remove the extension.',
    example: { yaml: 'extensions: [EXPRS]' },
  },
  'extension-unsupported': {
    section: '1.1.2',
    summary: 'The template declares an extension that the caller does not support.',
    mend: 'Remove the extension, or use an application that supports it.',
    example: { yaml: 'extensions: [EXPR]', supportedExtensions: ['TASK_CHUNKING'] },
  },
  'extension-repeated': {
    section: '1.1.2',
    summary: 'The template declares an extension twice.',
    mend: 'Remove one of the two.',
    example: { yaml: 'extensions: [EXPR, EXPR]' },
  },
  'extension-not-declared': {
    section: '1.1',
    summary: 'The template uses something that an extension adds, without declaring the extension.',
    mend: 'Add the extension to `extensions`.',
    example: { yaml: 'steps:\n- name: Render\n  bash:\n    script: echo hello' },
  },
  'extension-requires': {
    section: 'RFC 0008',
    summary: 'An extension was declared without another one that it needs.',
    mend: 'Declare both.',
    example: { yaml: 'extensions: [WRAP_ACTIONS]' },
  },
  'string-too-short': {
    section: '1.1.1',
    summary: 'A string has fewer characters than its field needs.',
    mend: 'Write at least that many characters.',
    example: { yaml: "name: ''" },
  },
  'string-too-long': {
    section: '1.1.1',
    summary: 'A string has more characters than its field allows.',
    mend: 'Shorten it. FEATURE_BUNDLE_1 raises some of these limits.',
    example: {
      yaml: 'steps:\n- name: A step name that nobody could read at a glance, because it goes on and on\n  script:\n    actions:\n      onRun:\n        command: echo',
    },
  },
  'string-forbidden-character': {
    section: '9',
    summary: 'A string holds a control character that its field does not allow.',
    mend: 'Remove the character. Text of several lines belongs into an argument or an embedded file.',
    example: { yaml: 'name: "Render\\tall"' },
  },
  'invalid-identifier': {
    section: '7.1',
    summary: 'A name is not an identifier.',
    mend: 'Use Latin letters, digits and underscores, and do not begin with a digit.',
    example: { yaml: 'parameterDefinitions:\n- name: 3D-Scene\n  type: STRING' },
  },
  'invalid-filename': {
    section: '6.1.1',
    summary: 'The `filename` of an embedded file is a path.',
    mend: 'Write the name alone: the file lands in a directory of the session.',
    example: {
      yaml: 'steps:\n- name: Render\n  script:\n    actions:\n      onRun:\n        command: bash\n        args: ["{{Task.File.Run}}"]\n    embeddedFiles:\n    - name: Run\n      type: TEXT\n      filename: scripts/run.sh\n      data: echo',
    },
  },
  'invalid-environment-variable': {
    section: '4.4.1',
    summary: 'The name of an environment variable is not one.',
    mend: 'Use Latin letters, digits and underscores, and do not begin with a digit.',
    example: { yaml: 'jobEnvironments:\n- name: Env\n  variables:\n    MY-VAR: value' },
  },
  'invalid-file-filter': {
    section: '2.8',
    summary: 'A pattern of a file filter is none of `*`, `*.*` and `*.ext`.',
    mend: 'Write one of these forms. The extension has no wildcards, slashes or other characters that paths dislike.',
    example: {
      yaml: 'parameterDefinitions:\n- name: Scene\n  type: PATH\n  objectType: FILE\n  userInterface:\n    control: CHOOSE_INPUT_FILE\n    fileFilters:\n    - label: Scenes\n      patterns: ["scene*.blend"]',
    },
  },
  'list-too-short': {
    section: '1.1',
    summary: 'A list or mapping has fewer elements than its field needs.',
    mend: 'Add an element, or remove the field.',
    example: { yaml: 'parameterDefinitions: []' },
  },
  'list-too-long': {
    section: '1.1',
    summary: 'A list has more elements than its field allows.',
    mend: 'Remove elements. FEATURE_BUNDLE_1 raises the number of job parameters.',
    example: {
      yaml:
        'parameterDefinitions:\n- name: Scene\n  type: PATH\n  objectType: FILE\n  userInterface:\n    control: CHOOSE_INPUT_FILE\n    fileFilters:\n' +
        '    - {label: Any, patterns: ["*"]}\n'.repeat(21),
    },
  },
  'invalid-integer': {
    section: '2.3',
    summary: 'A value is not a base-10 integer.',
    mend: 'Write digits, with a minus sign in front if need be.',
    example: { yaml: 'parameterDefinitions:\n- name: Count\n  type: INT\n  default: 1.5' },
  },
  'integer-overflow': {
    section: '2.3',
    summary: 'An integer is outside of the 64-bit signed range.',
    mend: 'Write a number from -9223372036854775808 to 9223372036854775807.',
    example: { yaml: 'parameterDefinitions:\n- name: Count\n  type: INT\n  default: 9223372036854775808' },
  },
  'invalid-number': {
    section: '2.4',
    summary: 'A value is not a finite base-10 number.',
    mend: 'Write digits with a decimal point or exponent. There is no NaN and no infinity.',
    example: { yaml: 'parameterDefinitions:\n- name: Scale\n  type: FLOAT\n  default: .nan' },
  },
  'invalid-boolean': {
    section: '2.9',
    summary: 'A value is not one of the ways to write a boolean.',
    mend: 'Write true or false; 1, 0, yes, no, on and off are accepted too.',
    example: { yaml: 'parameterDefinitions:\n- name: Flag\n  type: BOOL\n  default: 2', extensions: ['EXPR'] },
  },
  'number-too-small': {
    section: '5',
    summary: 'A number is below the least that its field allows.',
    mend: 'Write a larger number.',
    example: {
      yaml: 'steps:\n- name: Render\n  script:\n    actions:\n      onRun:\n        command: echo\n        timeout: 0',
    },
  },
  'number-too-large': {
    section: '5.3.2',
    summary: 'A number is above the most that its field allows.',
    mend: 'Write a smaller number.',
    example: {
      yaml: 'steps:\n- name: Render\n  script:\n    actions:\n      onRun:\n        command: echo\n        cancelation:\n          mode: NOTIFY_THEN_TERMINATE\n          notifyPeriodInSeconds: 601',
    },
  },
};
