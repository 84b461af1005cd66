/** A text as one word of a POSIX shell, whatever it holds. */
export function shellWord(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** The names that a shell can export. */
export const shellName: RegExp = /^[A-Za-z_][A-Za-z0-9_]*$/;
