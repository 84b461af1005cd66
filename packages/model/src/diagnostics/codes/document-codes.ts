import type { CodeEntry } from './code-entry.ts';

/** Codes about the document itself: nothing of the specification has been looked at yet. */
export type DocumentCode =
  | 'document-encoding'
  | 'document-byte-order-mark'
  | 'document-forbidden-character'
  | 'document-empty'
  | 'document-too-large'
  | 'document-too-deep'
  | 'document-too-many-nodes'
  | 'document-string-too-long'
  | 'too-many-problems'
  | 'yaml-syntax'
  | 'yaml-several-documents'
  | 'yaml-tag'
  | 'yaml-unknown-alias'
  | 'yaml-recursive-alias'
  | 'yaml-too-many-aliased-nodes'
  | 'json-syntax'
  | 'duplicate-key'
  | 'non-string-key'
  | 'object-unsupported-value'
  | 'object-inexact-number'
  | 'object-cycle';

export const DOCUMENT_CODES: Readonly<Record<DocumentCode, CodeEntry>> = {
  'document-encoding': {
    section: '1',
    summary: 'The bytes are not UTF-8.',
    mend: 'Save the file as UTF-8.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const outcome = safeDecodeJobTemplate(new Uint8Array([0x6e, 0xff]));`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['document-encoding']`,
      ].join('\n'),
    },
  },
  'document-byte-order-mark': {
    section: '1',
    summary: 'Warning: the document begins with a byte order mark.',
    mend: 'Save the file as UTF-8 without a byte order mark: other implementations may refuse it.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const step = '{name: Step, script: {actions: {onRun: {command: echo}}}}';`,
        `const outcome = safeDecodeJobTemplate(\`\\uFEFFspecificationVersion: jobtemplate-2023-09\\nname: Demo\\nsteps: [\${step}]\`);`,
        `outcome.ok ? outcome.warnings.map(({ code }) => code) : []; // => ['document-byte-order-mark']`,
      ].join('\n'),
    },
  },
  'document-forbidden-character': {
    section: '1',
    summary: 'The document holds a NUL character or half of a surrogate pair.',
    mend: 'Remove the character.',
    example: {
      text: '{"specificationVersion": "jobtemplate-2023-09", "name": "\\ud800", "steps": []}',
      format: 'json',
    },
  },
  'document-empty': {
    section: '1',
    summary: 'The document holds nothing.',
    mend: 'Start with `specificationVersion: jobtemplate-2023-09`.',
    example: { text: '# only a comment' },
  },
  'document-too-large': {
    section: '-',
    summary: 'The document has more bytes than `limits.maxBytes` allows.',
    mend: 'Keep data out of the template, or raise the limit.',
    example: { yaml: 'name: A template of more than a hundred bytes', limits: { maxBytes: 100 } },
  },
  'document-too-deep': {
    section: '-',
    summary: 'Lists and mappings nest deeper than `limits.maxDepth` allows.',
    mend: 'Flatten the value: no field of a template nests deep. More than 500 levels are never read.',
    example: { yaml: 'name: [[[[[[Demo]]]]]]', limits: { maxDepth: 5 } },
  },
  'document-too-many-nodes': {
    section: '-',
    summary: 'The document has more values than `limits.maxNodes` allows.',
    mend: 'Split the job, or raise the limit.',
    example: { yaml: 'name: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]', limits: { maxNodes: 10 } },
  },
  'document-string-too-long': {
    section: '-',
    summary: 'A string is longer than `limits.maxStringLength` allows.',
    mend: 'Keep data out of the template, or raise the limit.',
    example: { yaml: 'description: This description is longer than the limit.', limits: { maxStringLength: 40 } },
  },
  'too-many-problems': {
    section: '-',
    summary: 'The document has more problems than `limits.maxProblems` allows: the rest was not looked at.',
    mend: 'Mend the problems that are reported first.',
    example: { yaml: 'a: 1\nb: 2\nc: 3', limits: { maxProblems: 2 } },
  },
  'yaml-syntax': {
    section: '1',
    summary: 'The text is not YAML 1.2.',
    mend: 'Look at the place that the range points to and at the line before it.',
    example: { text: 'name: "Demo\nsteps: []' },
  },
  'yaml-several-documents': {
    section: '1',
    summary: 'The text holds more than one YAML document.',
    mend: 'Remove what follows the line `---`.',
    example: { text: 'specificationVersion: jobtemplate-2023-09\n---\nname: Demo' },
  },
  'yaml-tag': {
    section: '1',
    summary: 'A value has a YAML tag that JSON values do not have.',
    mend: 'Remove the tag.',
    example: { yaml: 'name: !python/name Demo' },
  },
  'yaml-unknown-alias': {
    section: '1',
    summary: 'An alias names an anchor that does not stand above it.',
    mend: 'Give the value an anchor (`&name`) before its first alias (`*name`).',
    example: { yaml: 'name: *job-name' },
  },
  'yaml-recursive-alias': {
    section: '1',
    summary: 'An alias stands inside the value that it names.',
    mend: 'Write the value out.',
    example: { yaml: 'parameterDefinitions: &all\n- *all' },
  },
  'yaml-too-many-aliased-nodes': {
    section: '-',
    summary: 'Aliases repeat more values than `limits.maxAliasedNodes` allows.',
    mend: 'Write the values out, or raise the limit.',
    example: { yaml: 'name: &a [1, 2, 3]\ndescription: [*a, *a, *a]', limits: { maxAliasedNodes: 10 } },
  },
  'json-syntax': {
    section: '1',
    summary: 'The text is not JSON.',
    mend: 'Look at the place that the range points to. JSON has no comments and no trailing commas.',
    example: { text: '{"name": "Demo",}', format: 'json' },
  },
  'duplicate-key': {
    section: '1',
    summary: 'A mapping has the same key twice.',
    mend: 'Remove one of the two.',
    example: { yaml: 'name: Demo\nname: Again' },
  },
  'non-string-key': {
    section: '1',
    summary: 'A key is not a string.',
    mend: 'Put the key in quotes.',
    example: { yaml: 'jobEnvironments:\n- name: Env\n  variables:\n    1: one' },
  },
  'object-unsupported-value': {
    section: '-',
    summary: 'A template object holds something that JSON cannot hold.',
    mend: 'Use strings, numbers, booleans, arrays and plain objects.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const steps = [{ name: 'Step', script: { actions: { onRun: { command: 'echo' } } } }];`,
        `const outcome = safeDecodeJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name: new Date(0), steps });`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['object-unsupported-value']`,
      ].join('\n'),
    },
  },
  'object-inexact-number': {
    section: '2.3',
    summary: 'A template object holds an integer as a JavaScript number that is not exact.',
    mend: 'Give it as a bigint (`9007199254740993n`) or as text.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const steps = [{ name: 'Step', script: { actions: { onRun: { command: 'echo' } } } }];`,
        `const outcome = safeDecodeJobTemplate({`,
        `  specificationVersion: 'jobtemplate-2023-09',`,
        `  name: 'Demo',`,
        `  parameterDefinitions: [{ name: 'Seed', type: 'INT', default: 2 ** 60 }],`,
        `  steps,`,
        `});`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['object-inexact-number']`,
      ].join('\n'),
    },
  },
  'object-cycle': {
    section: '-',
    summary: 'A template object contains itself.',
    mend: 'Build the object without the cycle.',
    example: {
      ts: [
        `import { safeDecodeJobTemplate } from '@ojd/model';`,
        ``,
        `const steps: unknown[] = [];`,
        `steps.push(steps);`,
        `const outcome = safeDecodeJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name: 'Demo', steps });`,
        `outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['object-cycle']`,
      ].join('\n'),
    },
  },
};
