import {
  type EnvironmentTemplate,
  type ExtensionName,
  type JobTemplate,
  type ModelDiagnostic,
  safeDecodeEnvironmentTemplate,
  safeDecodeJobTemplate,
} from '@ojd/model';
import { CliError } from '../errors.ts';
import type { Streams } from '../terminal/streams.ts';
import { readTemplateInput, type TemplateInput } from './template-input.ts';

/** Problems in a template or in parameter values, each with its place: shown with an excerpt of the source. */
export class DiagnosticsError extends CliError {
  readonly diagnostics: readonly ModelDiagnostic[];
  readonly file: string;
  readonly source: string;
  /** What is wrong is a value that was given: the excerpt of the template would not show it. */
  readonly isAboutValues: boolean;

  constructor(
    message: string,
    diagnostics: readonly ModelDiagnostic[],
    input: TemplateInput,
    { isAboutValues = false }: { readonly isAboutValues?: boolean } = {},
  ) {
    super(message);
    this.diagnostics = diagnostics;
    this.file = input.displayName;
    this.source = sourceText(input);
    this.isAboutValues = isAboutValues;
  }
}

/** Decodes the job template of a command. @throws {@link DiagnosticsError} */
export function decodeTemplateInput(input: TemplateInput, supportedExtensions: readonly ExtensionName[]): JobTemplate {
  const outcome = safeDecodeJobTemplate(input.bytes, decodeOptions(input, supportedExtensions));
  if (outcome.ok) return outcome.value;
  throw new DiagnosticsError(failedChecks(input.displayName, outcome.diagnostics), outcome.diagnostics, input);
}

/** Reads and decodes the templates of `--environment`, in the order given. @throws {@link DiagnosticsError} */
export async function decodeEnvironmentTemplates(
  args: readonly string[],
  supportedExtensions: readonly ExtensionName[],
  streams: Streams,
): Promise<readonly EnvironmentTemplate[]> {
  const templates: EnvironmentTemplate[] = [];
  for (const argument of args) {
    const input = await readTemplateInput(argument, streams, 'the environment template');
    const outcome = safeDecodeEnvironmentTemplate(input.bytes, decodeOptions(input, supportedExtensions));
    if (!outcome.ok) {
      throw new DiagnosticsError(failedChecks(input.displayName, outcome.diagnostics), outcome.diagnostics, input);
    }
    templates.push(outcome.value);
  }
  return templates;
}

/** How the model should read this input. */
export function decodeOptions(
  input: TemplateInput,
  supportedExtensions: readonly ExtensionName[],
): { supportedExtensions: readonly ExtensionName[]; format?: 'json' | 'yaml' } {
  return { supportedExtensions, ...(input.format === undefined ? {} : { format: input.format }) };
}

/** The text of a template, for excerpts; what is not UTF-8 is shown as U+FFFD. */
export function sourceText({ bytes }: TemplateInput): string {
  return new TextDecoder().decode(bytes);
}

/** The headline over the problems of a template. */
export function failedChecks(file: string, diagnostics: readonly ModelDiagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `'${file}' failed checks: ${errors} ${errors === 1 ? 'error' : 'errors'}.`;
}
