import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { environmentBlock, windowsVariables } from '../../../src/processes/windows-spawn/command-line.ts';
import { decodeEnvironmentBlock } from '../../../src/users/windows/environment-block.ts';

/** A text in memory, as the system would be asked for it. */
function decode(block: Buffer): Readonly<Record<string, string>> {
  return decodeEnvironmentBlock((offset) => {
    const text = block.toString('utf16le', offset);
    return text.slice(0, text.indexOf('\0'));
  });
}

const block = (...entries: string[]): Buffer =>
  Buffer.from(`${entries.map((entry) => `${entry}\0`).join('')}\0`, 'utf16le');

describe('the environment block of a user', () => {
  test('names are upper-cased, values are as they are, and the directories that cmd.exe remembers are left out', () => {
    expect({ ...decode(block('=C:=C:\\Users', '=::=::\\', 'Path=C:\\a;C:\\b', 'OPTION=a=b', 'EMPTY=')) }).toEqual({
      PATH: 'C:\\a;C:\\b',
      OPTION: 'a=b',
      EMPTY: '',
    });
  });

  test('an empty one has no variable, and an entry without = is none', () => {
    expect({ ...decode(block()) }).toEqual({});
    expect({ ...decode(block('NOTHING', 'A=1')) }).toEqual({ A: '1' });
  });

  test('what is encoded for a process is decoded as it was', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'Z', '_', '1', 'Ö', '(', ' '), minLength: 1 });
    const value = fc.string({ unit: fc.constantFrom('a', '=', '"', ' ', 'é', '🎬', '%'), minLength: 0 });
    fc.assert(
      fc.property(fc.dictionary(name, value), (variables) => {
        const encoded = environmentBlock(windowsVariables(variables, {}));
        expect({ ...decode(encoded) }).toEqual({ ...variables });
        expect(encoded.subarray(-2)).toEqual(Buffer.alloc(2));
      }),
    );
  });

  test('the names are in the order that Windows looks them up in', () => {
    const names = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'B', '_', 'z', '0'), minLength: 1 }));
    fc.assert(
      fc.property(names, (given) => {
        const sorted = [...windowsVariables(Object.fromEntries(given.map((name) => [name, ''])), {}).keys()];
        expect(sorted).toEqual(
          [...new Set(given.map((name) => name.toUpperCase()))].toSorted((a, b) => (a < b ? -1 : 1)),
        );
      }),
    );
  });
});
