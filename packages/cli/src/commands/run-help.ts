import type { Invocation } from '../command-line/parse.ts';
import { CliError, EXIT } from '../errors.ts';
import { declaredTemplate } from '../input/declared-parameters.ts';
import { decodeEnvironmentTemplate, decodeTemplateInput, readEnvironmentInputs } from '../input/decode-input.ts';
import { readExtensions } from '../input/extensions.ts';
import { readTemplateInput, type TemplateInput } from '../input/template-input.ts';
import { errorResult } from '../render/error-result.ts';
import { parametersHelp } from '../render/parameter-help.ts';
import type { CommandResult } from '../render/result.ts';
import type { Streams } from '../terminal/streams.ts';
import { PLAIN_TERMINAL, type Terminal, visible } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';

/** `openjd run TEMPLATE --help`: the options and the parameters of the template and of environment templates; with the errors of a template or bundle that has some. */
export async function runHelp(
  { template: argument, options, helpText }: Invocation,
  streams: Streams,
): Promise<CommandResult> {
  if (argument === '') return { status: 'success', exitCode: EXIT.ok, message: helpText.full.trimEnd() };
  const input = await readTemplateInput(argument, streams);
  const environments = await readEnvironmentInputs(options.environment, streams);
  const helpOn = (terminal: Terminal): string => helpOf(argument, [input, ...environments], helpText.options, terminal);
  const extensions = readExtensions(options.extensions);
  const problems = [
    problemIn(() => decodeTemplateInput(input, extensions)),
    input.valuesProblem,
    ...environments.map((one) => problemIn(() => decodeEnvironmentTemplate(one, extensions))),
  ].filter((problem) => problem !== undefined);
  const [first, ...others] = problems.map((problem) => errorResult(problem, false));
  if (first === undefined) {
    return { status: 'success', exitCode: EXIT.ok, message: helpOn(PLAIN_TERMINAL), text: helpOn };
  }
  return {
    ...first,
    message: [first, ...others].map(({ message }) => message).join('\n'),
    text: (terminal) =>
      [helpOn(terminal), ...[first, ...others].map(({ message, text }) => text?.(terminal) ?? message)].join('\n\n'),
  };
}

function problemIn(decode: () => unknown): CliError | undefined {
  try {
    decode();
    return undefined;
  } catch (error) {
    if (error instanceof CliError) return error;
    throw error;
  }
}

function helpOf(argument: string, inputs: readonly TemplateInput[], optionsText: string, terminal: Terminal): string {
  const declared = inputs.map(declaredTemplate);
  const { name, description } = declared[0] ?? {};
  return [
    `Usage: openjd run ${argument} [OPTIONS]`,
    '',
    ...(name === undefined ? [] : [`Job: ${visible(name)}`]),
    ...(description === undefined ? [] : [wrapped(terminal, visible(description.trimEnd()))]),
    '',
    ...parametersHelp(declared, terminal),
    optionsText.trimEnd(),
  ].join('\n');
}
