import {
  type EnvironmentTemplate,
  type ExtensionName,
  type JobTemplate,
  type ModelDiagnostic,
  type Outcome,
  renderPlain,
  safeDecodeTemplate,
  toSarif,
} from '@ojd/model';
import type { Invocation } from '../command-line/parse.ts';
import { CliError, EXIT } from '../errors.ts';
import { readExtensions } from '../input/extensions.ts';
import { decodeOptions, failedChecks, sourceText } from '../input/decode-input.ts';
import { readTemplateInput, type TemplateInput } from '../input/template-input.ts';
import { diagnosticsJson, diagnosticsText } from '../render/diagnostics.ts';
import type { JsonValue } from '../render/json-text.ts';
import type { CommandResult } from '../render/result.ts';
import type { Streams } from '../terminal/streams.ts';
import { mark, style, type Terminal } from '../terminal/terminal.ts';

/** What came out for one template. */
interface Checked {
  readonly path: string;
  readonly ok: boolean;
  readonly message: string;
  readonly diagnostics: readonly ModelDiagnostic[];
  readonly source: string;
  /** What no diagnostic is for: the file can't be read, or the parameter values of a bundle can't be used. */
  readonly failure?: string;
}

/** Files that are read at the same time; decoding itself takes turns. */
const CONCURRENCY = 8;

/** `openjd check`: the problems of one or many templates, in the order they were named. */
export async function check({ templates, options }: Invocation, streams: Streams): Promise<CommandResult> {
  const extensions = readExtensions(options.extensions);
  const checked = await checkAll(templates, extensions, streams);
  const failed = checked.filter(({ ok }) => !ok).length;
  const exitCode = failed === 0 ? EXIT.ok : EXIT.failure;
  const status = failed === 0 ? 'success' : 'error';
  if (options.output === 'sarif') {
    const files = checked.map(({ path, diagnostics, failure }) => ({
      file: path,
      diagnostics,
      ...(failure === undefined ? {} : { failure }),
    }));
    // Who looks at the terminal of a CI job sees no log.
    for (const { failure } of files) if (failure !== undefined) streams.stderr.write(`ERROR: ${failure}\n`);
    return { status, exitCode, message: '', raw: JSON.stringify(toSarif(files), null, 2) };
  }
  const [only] = checked;
  if (checked.length === 1 && only !== undefined) {
    return {
      status,
      exitCode,
      message: machineMessage(only),
      fields: { diagnostics: diagnosticsJson(only.diagnostics, only.path) },
      text: (terminal) => textOf(only, terminal),
    };
  }
  const passed = checked.length - failed;
  const message = `${checked.length} templates checked: ${passed} ${passed === 1 ? 'passes' : 'pass'}, ${failed} ${failed === 1 ? 'fails' : 'fail'}.`;
  return {
    status,
    exitCode,
    message,
    fields: { templates: checked.map(templateJson) },
    text: (terminal) => {
      // A blank line after each list of problems, and before the count.
      const lines = checked.flatMap((one) =>
        one.diagnostics.length === 0 ? [textOf(one, terminal)] : [textOf(one, terminal), ''],
      );
      return [...lines, ...(lines.at(-1) === '' ? [] : ['']), message].join('\n');
    },
  };
}

async function checkAll(
  paths: readonly string[],
  extensions: readonly ExtensionName[],
  streams: Streams,
): Promise<readonly Checked[]> {
  const [first, ...others] = paths;
  if (first !== undefined && others.length === 0) return [await checkOne(first, extensions, streams)];
  const { default: PQueue } = await import('p-queue');
  const queue = new PQueue({ concurrency: CONCURRENCY });
  return queue.addAll(paths.map((path) => async () => checkOne(path, extensions, streams)));
}

async function checkOne(path: string, extensions: readonly ExtensionName[], streams: Streams): Promise<Checked> {
  try {
    const input = await readTemplateInput(path, streams);
    const outcome = safeDecodeTemplate(input.bytes, decodeOptions(input, extensions));
    const failure = input.valuesProblem?.message;
    const checked = { path: input.displayName, source: sourceText(input), ...(await foundIn(input, outcome, streams)) };
    return failure === undefined ? checked : { ...checked, failure };
  } catch (error) {
    // An unreadable file must not hide what is wrong with the others.
    if (!(error instanceof CliError)) throw error;
    return { path, ok: false, message: error.message, diagnostics: [], source: '', failure: error.message };
  }
}

/** What there is to say of a template, and of the values that it is bundled with. */
async function foundIn(
  input: TemplateInput,
  outcome: Outcome<JobTemplate | EnvironmentTemplate>,
  streams: Streams,
): Promise<Pick<Checked, 'ok' | 'message' | 'diagnostics'>> {
  if (!outcome.ok) return { ok: false, ...failedChecks(input, outcome.diagnostics) };
  const { value: template, warnings } = outcome;
  if (input.valuesProblem !== undefined) {
    return { ok: false, message: input.valuesProblem.message, diagnostics: warnings };
  }
  const message = `Template at '${input.displayName}' passes validation checks.`;
  if (input.valuesFile === undefined || template.kind !== 'job') return { ok: true, message, diagnostics: warnings };
  // Few bundles are checked, and every start would pay for it.
  const { bundleValuesProblems } = await import('../input/bundle-values.ts');
  const problems = bundleValuesProblems(template, input, streams.cwd);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const diagnostics = [...warnings, ...problems];
  if (errors === 0) return { ok: true, message, diagnostics };
  return {
    ok: false,
    message: `The values in '${input.valuesFile}' don't fit '${input.displayName}': ${errors} ${errors === 1 ? 'error' : 'errors'}.`,
    diagnostics,
  };
}

function textOf(checked: Checked, terminal: Terminal): string {
  const { ok, message, diagnostics, failure } = checked;
  const headline = mark(terminal, ok) + (ok ? message : `${style(terminal, 'red', 'ERROR:')} ${message}`);
  if (diagnostics.length === 0) return headline;
  const problems = diagnosticsText(diagnostics, { file: checked.path, source: checked.source }, terminal);
  const others = failure === undefined || failure === message ? [] : [`${style(terminal, 'red', 'ERROR:')} ${failure}`];
  return [headline, problems, ...others].join('\n\n');
}

/** One text with all that is wrong, as the reference command has it in its `message`. */
function machineMessage({ ok, message, diagnostics, path, failure }: Checked): string {
  if (ok) return message;
  return [
    `ERROR: ${message}`,
    ...(diagnostics.length === 0 ? [] : [renderPlain(diagnostics, { file: path })]),
    ...(failure === undefined || failure === message ? [] : [failure]),
  ].join('\n');
}

function templateJson(checked: Checked): JsonValue {
  return {
    path: checked.path,
    status: checked.ok ? 'success' : 'error',
    message: machineMessage(checked),
    diagnostics: diagnosticsJson(checked.diagnostics, checked.path),
  };
}
