/** How a secret value can show up in lines of output. */
export interface SecretForms {
  /** To be masked wherever they stand in a line. */
  readonly substrings: readonly string[];
  /** To be masked only when they are a whole line: a line from the middle of a secret may be as plain as `}`. */
  readonly wholeLines: readonly string[];
}

/**
 * The value itself, as programs quote it that show commands and data, and without the spaces around it, which a shell drops. Of a form of several
 * lines the first and the last are substrings (something may stand before and behind the value), those between are whole lines.
 */
export function secretForms(value: string): SecretForms {
  // No process is given half of a surrogate pair.
  const values = new Set([value, Buffer.from(value).toString()]);
  const forms = new Set(Array.from(values, (one) => [one, ...QUOTINGS.map((quote) => quote(one))]).flat());
  const [substrings, wholeLines] = [new Set<string>(), new Set<string>()];
  for (const form of forms) {
    const lines = form.split(/[\r\n]+/).filter((line) => line !== '');
    const [first = '', last = ''] = [lines[0], lines.at(-1)];
    for (const outer of lines.length > 1 ? [first, last] : [first, first.trim()]) substrings.add(outer);
    for (const inner of lines.slice(1, -1)) wholeLines.add(inner.trim());
  }
  substrings.delete('');
  wholeLines.delete('');
  return { substrings: [...substrings], wholeLines: [...wholeLines] };
}

/**
 * What is made of a value inside of quotes: by `repr_*` (Expression Language 2.2.6), whose results stand in commands that are shown, by shells that
 * trace what they run, by programs that print data.
 */
const QUOTINGS: readonly ((value: string) => string)[] = [
  json,
  (value) => asciiOnly(json(value)),
  // Python takes whichever quotes need no escape, bash ($'...') always the single ones.
  python,
  (value) => python(value).replaceAll("'", String.raw`\'`),
  // repr_sh and dash; bash
  (value) => value.replaceAll("'", `'"'"'`),
  (value) => value.replaceAll("'", String.raw`'\''`),
  // Shells between double quotes, and without any (printf %q)
  (value) => value.replaceAll(/["$`\\]/g, String.raw`\$&`),
  (value) => value.replaceAll(/[\s"'`\\|&;()<>!{}*[\]?^$,]/g, String.raw`\$&`),
  // PowerShell
  (value) => value.replaceAll(/['\u2018-\u201b]/g, '$&$&'),
  // cmd, of which a command has one line
  (value) => value.replaceAll(/[\^"%!\n\r]/g, (character) => CMD_ESCAPES[character] ?? ''),
];

const CMD_ESCAPES: Readonly<Record<string, string>> = { '^': '^^', '"': '^"', '%': '%%', '!': '^^!' };

function json(value: string): string {
  return JSON.stringify(value).slice(1, -1);
}

function asciiOnly(text: string): string {
  return text.replaceAll(/[^\0-\x7e]/g, (unit) => escaped('u', unit.charCodeAt(0), 4));
}

const PYTHON_ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  ' ': ' ',
};

function python(value: string): string {
  return value.replaceAll(/[\\\p{C}\p{Z}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return (
      PYTHON_ESCAPES[character] ??
      (code <= 0xff ? escaped('x', code, 2) : code <= 0xffff ? escaped('u', code, 4) : escaped('U', code, 8))
    );
  });
}

function escaped(letter: string, code: number, digits: number): string {
  return `\\${letter}${code.toString(16).padStart(digits, '0')}`;
}
