/** The right side of `openjd_env:` and `openjd_redacted_env:`. */
export type EnvAssignment =
  | {
      readonly ok: true;
      readonly name: string;
      readonly value: string;
      /** The value as it stands in the line, where that differs. */ readonly written?: string;
    }
  | {
      readonly ok: false;
      readonly reason: string;
      /** The part of the line that could be the value. */ readonly written: string;
    };

const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/;

export function isVariableName(text: string): boolean {
  return NAME.test(text);
}

/**
 * Reads `NAME=value` (any characters, or none, behind the first `=`) or the same as a JSON string `"NAME=a\nb"`, which can hold line ends.
 */
export function parseEnvAssignment(text: string): EnvAssignment {
  const trimmed = text.trimStart();
  const equals = trimmed.indexOf('=');
  const written = trimmed.slice(equals + 1); // everything, when there is no '='
  if (equals < 0) return { ok: false, written, reason: "expected NAME=value, found no '='" };
  if (isVariableName(trimmed.slice(0, equals))) return { ok: true, name: trimmed.slice(0, equals), value: written };
  if (!trimmed.startsWith('"')) return { ok: false, written, reason: nameRule('before the =') };
  return parseQuoted(trimmed, withoutClosingQuote(written));
}

function parseQuoted(json: string, written: string): EnvAssignment {
  let assignment: unknown;
  try {
    assignment = JSON.parse(json);
  } catch {
    return {
      ok: false,
      written,
      reason: 'expected "NAME=value" as a JSON string, found a string that is not valid JSON',
    };
  }
  if (typeof assignment !== 'string') return { ok: false, written, reason: 'expected "NAME=value" as a JSON string' };
  const equals = assignment.indexOf('=');
  const name = assignment.slice(0, Math.max(equals, 0));
  if (!isVariableName(name)) return { ok: false, written, reason: nameRule('in the JSON string') };
  return { ok: true, name, value: assignment.slice(equals + 1), written };
}

function withoutClosingQuote(text: string): string {
  return text.trimEnd().endsWith('"') ? text.trimEnd().slice(0, -1) : text;
}

function nameRule(where: string): string {
  return `expected a variable name of letters, digits and _ (not starting with a digit) ${where}`;
}
