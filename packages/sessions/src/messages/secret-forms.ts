/** How a secret value can show up in lines of output. */
export interface SecretForms {
  /** To be masked wherever they stand in a line. */
  readonly substrings: readonly string[];
  /** To be masked only when they are a whole line: a line from the middle of a secret may be as plain as `}`. */
  readonly wholeLines: readonly string[];
}

/**
 * A value of one line is itself; of a value of several lines the first and the last are substrings (something may stand before and behind
 * the value), those between are whole lines. Besides, each value as it looks inside a JSON string, with and without escapes for what is not ASCII.
 */
export function secretForms(value: string): SecretForms {
  const lines = value.split(/[\r\n]+/).filter((line) => line !== '');
  const json = JSON.stringify(value).slice(1, -1);
  const outer = [lines[0] ?? '', lines.at(-1) ?? '', json, asciiOnly(json)];
  const inner = lines.slice(1, -1).map((line) => line.trim());
  return {
    substrings: [...new Set(outer)].filter((form) => form !== ''),
    wholeLines: [...new Set(inner)].filter((form) => form !== ''),
  };
}

function asciiOnly(json: string): string {
  return json.replaceAll(/[^\0-\x7f]/g, (unit) => String.raw`\u` + unit.charCodeAt(0).toString(16).padStart(4, '0'));
}
