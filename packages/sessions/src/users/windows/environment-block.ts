/**
 * The variables in a block of the system: texts `NAME=value`, each ended by a NUL, the last one empty. Names are upper-cased, because Windows takes `Path` and `PATH` for
 * one. What begins with `=` (`=C:=C:\folder`) is cmd.exe's memory of directories, and no variable.
 *
 * @param textAt the text at an offset in bytes, up to its NUL.
 */
export function decodeEnvironmentBlock(textAt: (offset: number) => string): Readonly<Record<string, string>> {
  const variables: Record<string, string> = Object.create(null);
  let offset = 0;
  for (;;) {
    const entry = textAt(offset);
    if (entry === '') return variables;
    offset += 2 * (entry.length + 1);
    const border = entry.indexOf('=', 1);
    if (!entry.startsWith('=') && border > 0) variables[entry.slice(0, border).toUpperCase()] = entry.slice(border + 1);
  }
}
