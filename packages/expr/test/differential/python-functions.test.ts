import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Expression, floatValue, intValue, type PathFormat, stringValue, SymbolTable, toJson } from '@ojd/expr';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

const python = process.env['OJD_PEER_PYTHON'];
const SEED = 20_260_224;
const SKIPPED = 'needs a Python interpreter: set OJD_PEER_PYTHON to its path';

type Facts = Readonly<Record<string, unknown>>;

function askPython(interpreter: string, calls: readonly unknown[]): readonly Facts[] {
  const script = fileURLToPath(new URL('python.py', import.meta.url));
  const input = calls.map((call) => JSON.stringify(call)).join('\n');
  const { stdout, stderr } = spawnSync(interpreter, [script], { input, encoding: 'utf8', maxBuffer: 2 ** 28 });
  expect(stderr).toBe('');
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Facts);
}

/** The results of some expressions about the variables a, b and n, by name. */
function facts(
  sources: Readonly<Record<string, string>>,
  symbols: SymbolTable,
  pathFormat: PathFormat = 'POSIX',
): Facts {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => {
      const { value, problems } = Expression.parse(source).check({ symbols, pathFormat });
      return [name, problems[0]?.code ?? toJson(value)];
    }),
  );
}

const TEXT_SOURCES = {
  ...Object.fromEntries(
    'upper lower capitalize title strip split isdigit isalpha isalnum isspace isupper islower'
      .split(' ')
      .map((name) => [name, `a.${name}()`]),
  ),
  repr_py: 'repr_py(a)',
  repr_sh: 'repr_sh(a)',
  repr_json: 'repr_json(a)',
  zfill: 'a.zfill(5)',
  center: 'a.center(6)',
};

test('Python agrees on what texts become', { timeout: 120_000 }, (context) => {
  if (python === undefined) return context.skip(SKIPPED);
  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom(...'aZ09 _-\'"\t\n\u001c\u00a0\\$'.split('')),
      fc.constantFrom(
        'é',
        'ß',
        'ﬁ',
        'ǆ',
        'Ǆ',
        'ǅ',
        'Σ',
        'ς',
        'İ',
        'ı',
        '²',
        '½',
        '٣',
        'Ⅷ',
        'ª',
        'ᾳ',
        'ŉ',
        '😀',
        '中',
        '\u200b',
        '\u2028',
        'ა',
        'ΐ',
        'և',
      ),
    ),
    maxLength: 8,
  });
  // Four letters have changed their case or kind with Unicode 15 and later.
  const unchanged = (text: string): boolean => !/[\u019b\u0264\u0295\u10fc]/.test(text);
  const characters = [...charactersOf(0x20, 0x24ff), ...charactersOf(0x1e00, 0x1fff)].filter(unchanged);
  const texts = [...fc.sample(words, { numRuns: 4000, seed: SEED }), ...characters];
  const answers = askPython(
    python,
    texts.map((text) => ['text', text]),
  );
  const disagreements = texts.flatMap((text, i) => {
    const ours = facts(TEXT_SOURCES, new SymbolTable().set('a', stringValue(text)));
    const differing = Object.entries(answers[i] ?? {}).filter(
      ([name, theirs]) => JSON.stringify(ours[name]) !== JSON.stringify(theirs),
    );
    return differing.map(([name, theirs]) => ({ text, name, ours: ours[name], theirs }));
  });
  expect(disagreements).toEqual([]);
});

test('Python agrees on what numbers become', { timeout: 120_000 }, (context) => {
  if (python === undefined) return context.skip(SKIPPED);
  const number = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }),
    fc.integer({ min: -4000, max: 4000 }).map((n) => n / 8),
    fc.integer({ min: -100_000, max: 100_000 }).map((n) => n / 1000),
  );
  const cases = fc.sample(fc.tuple(number, number, fc.integer({ min: -6, max: 12 })), { numRuns: 8000, seed: SEED });
  const answers = askPython(
    python,
    cases.map((args) => ['number', ...args]),
  );
  const sources = { text: 'string(a)', round: 'string(round(a))', places: 'string(round(a, n))' };
  const divided = { floordiv: 'string(a // b)', mod: 'string(a % b)', div: 'string(a / b)' };
  const disagreements = cases.flatMap(([a, b, n], i) => {
    const symbols = new SymbolTable().set('a', floatValue(a)).set('b', floatValue(b)).set('n', intValue(n));
    const ours = facts(b === 0 ? sources : { ...sources, ...divided }, symbols);
    // Python has a negative zero, and results beyond 64 bits.
    const differing = Object.entries(answers[i] ?? {}).filter(([name, theirs]) => {
      const positive = typeof theirs === 'string' && Number(theirs) === 0 ? theirs.replace('-', '') : theirs;
      return (
        ours[name] !== positive &&
        !(ours[name] === 'expr-overflow' && Math.abs(Number(theirs)) >= 2 ** 63) &&
        ours[name] !== 'expr-not-finite'
      );
    });
    return differing.map(([name, theirs]) => ({ a, b, n, name, ours: ours[name], theirs }));
  });
  expect(disagreements).toEqual([]);
});

const PATH_SOURCES = {
  text: 'string(path(a))',
  ...Object.fromEntries('name stem suffix suffixes parts'.split(' ').map((name) => [name, `path(a).${name}`])),
  parent: 'string(path(a).parent)',
  joined: 'string(path(a) / b)',
  posix: 'path(a).as_posix()',
};

test.for<PathFormat>(['POSIX', 'WINDOWS'])('pathlib agrees on %s paths', { timeout: 120_000 }, (format, context) => {
  if (python === undefined) return context.skip(SKIPPED);
  const part = fc.constantFrom('a', 'b.c', 'd.tar.gz', '.x', '..', '.', '', 'F G', '...', 'h..i');
  const text = fc
    .array(part, { maxLength: 4 })
    .chain((parts) =>
      fc
        .tuple(fc.constantFrom('', '/', '//', '\\', 'c:', 'C:\\', '\\\\srv\\share\\'), fc.constantFrom('/', '/', '\\'))
        .map(([start, separator]) => start + parts.join(separator)),
    );
  // pathlib knows no URIs, and its versions read a server without a share in different ways.
  const isComparable = (path: string): boolean =>
    !path.includes('://') && !/^[/\\]{2}[^/\\]*([/\\]*$|[/\\]{2})/.test(path);
  const comparable = text.filter(isComparable);
  const cases = fc.sample(fc.tuple(comparable, comparable), { numRuns: 6000, seed: SEED });
  const answers = askPython(
    python,
    cases.map((args) => [format, ...args]),
  );
  const disagreements = cases.flatMap(([a, b], i) => {
    const ours = facts(PATH_SOURCES, new SymbolTable().set('a', stringValue(a)).set('b', stringValue(b)), format);
    const differing = Object.entries(answers[i] ?? {}).filter(
      ([name, theirs]) => JSON.stringify(ours[name]) !== JSON.stringify(theirs),
    );
    return differing.map(([name, theirs]) => ({ a, b, name, ours: ours[name], theirs }));
  });
  expect(disagreements).toEqual([]);
});

function charactersOf(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}
