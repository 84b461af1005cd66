// Every code with its documentation, and what its example gives when it is decoded.
import { EXPR_CODES } from '@ojd/expr';
import {
  decodeEnvironmentTemplate,
  decodeJobTemplate,
  type DecodeOptions,
  type DiagnosticCode,
  type ModelDiagnostic,
  safeDecodeTemplate,
  safePreprocessJobParameters,
} from '@ojd/model';
import type { CodeEntry, CodeExample } from '../../src/diagnostics/codes/code-entry.ts';
import { DOCUMENT_CODES } from '../../src/diagnostics/codes/document-codes.ts';
import { EXPRESSION_CODES } from '../../src/diagnostics/codes/expression-codes.ts';
import { PARAMETER_CODES } from '../../src/diagnostics/codes/parameter-codes.ts';
import { TEMPLATE_CODES } from '../../src/diagnostics/codes/template-codes.ts';
import { VALUE_CODES } from '../../src/diagnostics/codes/value-codes.ts';

const expressions = Object.fromEntries(
  Object.entries(EXPRESSION_CODES).map(([code, entry]) => [
    code,
    { ...entry, summary: EXPR_CODES[code as keyof typeof EXPR_CODES] },
  ]),
) as Record<keyof typeof EXPR_CODES, CodeEntry>;

/** All codes, in the groups of the documentation. */
export const CODE_GROUPS: readonly (readonly [title: string, codes: Readonly<Record<string, CodeEntry>>])[] = [
  ['The document', DOCUMENT_CODES],
  ['Keys, types and values', VALUE_CODES],
  ['Parts that do not fit each other', TEMPLATE_CODES],
  ['Expressions, format strings and ranges', expressions],
  ['Values of job parameters', PARAMETER_CODES],
];

// The compiler holds this list complete: a code without documentation is an error.
export const ALL_CODES: Readonly<Record<DiagnosticCode, CodeEntry>> = {
  ...DOCUMENT_CODES,
  ...VALUE_CODES,
  ...TEMPLATE_CODES,
  ...PARAMETER_CODES,
  ...expressions,
};

const JOB = {
  specificationVersion: 'specificationVersion: jobtemplate-2023-09',
  name: 'name: Demo',
  steps: 'steps:\n- name: Step\n  script: {actions: {onRun: {command: echo}}}',
};
const ENVIRONMENT = {
  specificationVersion: 'specificationVersion: environment-2023-09',
  environment: 'environment:\n  name: Env\n  variables: {A: "1"}',
};

/** The text of an example: the keys that it shows, in a template that is otherwise small and valid. */
export function exampleText(example: CodeExample): string | undefined {
  if ('ts' in example) return undefined;
  if ('parameters' in example) return parameterText(example.parameters);
  if ('text' in example) return example.text;
  const base: Record<string, string> = example.kind === 'environment' ? { ...ENVIRONMENT } : { ...JOB };
  if (example.extensions !== undefined) base['extensions'] = `extensions: [${example.extensions.join(', ')}]`;
  const shown = new Set([...example.yaml.matchAll(/^([A-Za-z]+):/gm)].map(([, key]) => key));
  const rest = Object.entries(base).flatMap(([key, text]) => (shown.has(key) ? [] : [text]));
  return [...rest.slice(0, 1), example.yaml, ...rest.slice(1)].join('\n');
}

function parameterText(definitions: string): string {
  return [JOB.specificationVersion, JOB.name, 'parameterDefinitions:', definitions, JOB.steps].join('\n');
}

/** What an example reports; undefined for a program, which the runner of the examples in documents runs. */
export function exampleDiagnostics(example: CodeExample): readonly ModelDiagnostic[] | undefined {
  const text = exampleText(example);
  if (text === undefined || 'ts' in example) return undefined;
  if ('parameters' in example) return preprocessing(text, example);
  const options: DecodeOptions = {
    ...('format' in example && example.format !== undefined ? { format: example.format } : {}),
    ...(example.limits === undefined ? {} : { limits: example.limits }),
    ...('supportedExtensions' in example && example.supportedExtensions !== undefined
      ? { supportedExtensions: example.supportedExtensions }
      : {}),
  };
  const outcome = safeDecodeTemplate(text, options);
  return outcome.ok ? outcome.warnings : outcome.diagnostics;
}

function preprocessing(
  text: string,
  { environmentParameters, values, options }: Extract<CodeExample, { parameters: string }>,
): readonly ModelDiagnostic[] {
  const environments = environmentParameters === undefined ? [] : [environmentParameters];
  const environmentTemplates = environments.map((definitions) =>
    decodeEnvironmentTemplate(
      [ENVIRONMENT.specificationVersion, 'parameterDefinitions:', definitions, ENVIRONMENT.environment].join('\n'),
    ),
  );
  const outcome = safePreprocessJobParameters(decodeJobTemplate(text), values ?? {}, {
    ...options,
    environmentTemplates,
  });
  return outcome.ok ? outcome.warnings : outcome.diagnostics;
}
