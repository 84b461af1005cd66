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
  throw templateError(input, outcome.diagnostics);
}

function templateError(input: TemplateInput, found: readonly ModelDiagnostic[]): DiagnosticsError {
  const { message, diagnostics } = failedChecks(input, found);
  return new DiagnosticsError(message, diagnostics, input);
}

/** Reads the templates of `--environment`, in the order given. */
export async function readEnvironmentInputs(
  args: readonly string[],
  streams: Streams,
): Promise<readonly TemplateInput[]> {
  const inputs: TemplateInput[] = [];
  for (const argument of args) inputs.push(await readTemplateInput(argument, streams, 'the environment template'));
  return inputs;
}

/** Decodes a template of `--environment`. @throws {@link DiagnosticsError} */
export function decodeEnvironmentTemplate(
  input: TemplateInput,
  supportedExtensions: readonly ExtensionName[],
): EnvironmentTemplate {
  const outcome = safeDecodeEnvironmentTemplate(input.bytes, decodeOptions(input, supportedExtensions));
  if (outcome.ok) return outcome.value;
  throw templateError(input, outcome.diagnostics);
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

/** What is told of a template with errors: a headline, and the problems under it. */
export function failedChecks(
  input: TemplateInput,
  diagnostics: readonly ModelDiagnostic[],
): { readonly message: string; readonly diagnostics: readonly ModelDiagnostic[] } {
  if (isOtherText(input, diagnostics)) {
    return {
      message: `'${input.displayName}' is not a template: "specificationVersion" stands nowhere in it. Is it the right file?`,
      // The others are about a text that nobody wrote as YAML.
      diagnostics: diagnostics.slice(0, 1),
    };
  }
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    message: `'${input.displayName}' failed checks: ${errors} ${errors === 1 ? 'error' : 'errors'}.`,
    diagnostics,
  };
}

/** Whether a script, a log or a page was named by mistake: no document comes out of it, and it does not speak of templates. */
function isOtherText(input: TemplateInput, diagnostics: readonly ModelDiagnostic[]): boolean {
  return (
    diagnostics.every(({ code, path }) => path.length === 0 && /^(yaml-|json-syntax$|wrong-type$)/.test(code)) &&
    !sourceText(input).includes('specificationVersion')
  );
}
