/** A program of Windows gets one string, which it takes apart by itself; nearly all do it as the C runtime of Microsoft does. */
export function commandLine(words: readonly string[]): string {
  return words.map(quoteWord).join(' ');
}

/** A quote is escaped by a backslash, and so are the backslashes in front of a quote; other backslashes are themselves. */
function quoteWord(word: string): string {
  if (word !== '' && !/[\s"]/.test(word)) return word;
  return `"${word.replaceAll(/(\\*)"/g, String.raw`$1$1\"`).replace(/\\+$/, '$&$&')}"`;
}

/**
 * Variables that programs of Windows, the C runtime among them, can't start or find their files without; taken from the host where the
 * request doesn't have them, as every way to start a process on Windows does.
 */
const REQUIRED = ['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'TEMP', 'TMP'];

/** The variables as Windows takes them: names without regard to case and in upper case (the last of two that are equal counts), in order. */
export function windowsVariables(
  env: Readonly<Record<string, string>>,
  host: Readonly<Record<string, string | undefined>>,
): ReadonlyMap<string, string> {
  const variables = new Map<string, string>();
  const hosts = new Map(Object.entries(host).map(([name, value]) => [name.toUpperCase(), value]));
  for (const name of REQUIRED) {
    const value = hosts.get(name);
    if (value !== undefined) variables.set(name, value);
  }
  for (const [name, value] of Object.entries(env)) variables.set(name.toUpperCase(), value);
  return new Map([...variables].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** The block of memory that CreateProcess takes: `NAME=value` in UTF-16, each ended by a NUL, and one more NUL. */
export function environmentBlock(variables: ReadonlyMap<string, string>): Buffer {
  const entries = [...variables].map(([name, value]) => `${name}=${value}\0`);
  return Buffer.from(`${entries.join('')}\0`, 'utf16le');
}
