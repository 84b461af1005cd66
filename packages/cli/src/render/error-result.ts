import { CliError, EXIT, messageOf } from '../errors.ts';
import { DiagnosticsError } from '../input/decode-input.ts';
import { style, type Terminal } from '../terminal/terminal.ts';
import { diagnosticsJson, diagnosticsPlain, diagnosticsText } from './diagnostics.ts';
import { parametersHelp } from './parameter-help.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { CommandResult } from './result.ts';

/** The result of a command that could not do its work. Anything that is not a CliError is a defect of this program, and says so. */
export function errorResult(error: unknown, verbose: boolean): CommandResult {
  if (error instanceof CliError) return knownError(error);
  const stack = error instanceof Error ? error.stack : undefined;
  const message = `Unexpected error: ${messageOf(error)}`;
  const hint = verbose ? (stack ?? '') : 'This is a defect of openjd. Run again with --verbose for the details.';
  return { status: 'error', message, exitCode: EXIT.failure, text: () => `ERROR: ${message}\n${hint}` };
}

function knownError(error: CliError): CommandResult {
  const { message, exitCode, declared } = error;
  const problems = error instanceof DiagnosticsError ? error : undefined;
  return {
    status: 'error',
    exitCode,
    message: problems === undefined ? message : `${message}\n${diagnosticsPlain(problems.diagnostics, problems.file)}`,
    ...(problems === undefined
      ? {}
      : { fields: { diagnostics: diagnosticsJson(problems.diagnostics, problems.file) } }),
    text: (terminal) =>
      [
        `${style(terminal, 'red', 'ERROR:')} ${message}`,
        ...(problems === undefined ? [] : [problemsText(problems, terminal)]),
        ...(declared.length === 0 ? [] : [parametersHelp(declared, terminal).join('\n')]),
      ]
        .join('\n\n')
        .trimEnd(),
  };
}

function problemsText(problems: DiagnosticsError, terminal: Terminal): string {
  if (!problems.isAboutValues) return diagnosticsText(problems.diagnostics, problems, terminal);
  return problems.diagnostics
    .map(({ message, hint }) => wrapped(terminal, ` - ${message}${hint === undefined ? '' : ` ${hint}`}`, '   '))
    .join('\n');
}
