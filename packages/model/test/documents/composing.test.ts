// What any text of YAML means is decided here, on the tokens of the library; the library's own composer must not read anything
// else, neither a value, nor an offset, nor a mistake.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Composer, type Document, isAlias, isMap, isScalar, isSeq, Lexer, Parser } from 'yaml';
import { composeText } from '../../src/documents/composing/compose.ts';
import type { ComposedDocument, ComposedNode } from '../../src/documents/composing/composed.ts';
import { DEFAULT_DOCUMENT_LIMITS } from '../../src/documents/limits.ts';
import { readPlainScalar } from '../../src/documents/plain-scalar.ts';

const RUNS = Number(process.env['OJD_COMPOSING_RUNS'] ?? 4000);

const OPTIONS = {
  schema: 'core',
  resolveKnownTags: false,
  uniqueKeys: false,
  logLevel: 'silent',
  strict: true,
} as const;

function byLibrary(text: string): readonly Document.Parsed[] {
  const parser = new Parser();
  const composer = new Composer(OPTIONS);
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  return [...documents, ...composer.end(false, text.length)];
}

const STYLES: Readonly<Record<string, string>> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single-quoted',
  QUOTE_DOUBLE: 'double-quoted',
  BLOCK_LITERAL: 'block',
  BLOCK_FOLDED: 'block',
};

/** A node of the library, as far as anybody looks at it here. */
function seenByLibrary(node: unknown): unknown {
  if (node === null || node === undefined) return undefined;
  const { range, anchor } = node as { range: readonly number[]; anchor?: string };
  const placed = { start: range[0], end: range[1], ...(anchor !== undefined && { anchor }) };
  if (isAlias(node)) return { kind: 'alias', source: node.source, ...placed };
  if (isMap(node)) {
    const items = node.items.map(({ key, value }) => ({ key: seenByLibrary(key), value: seenByLibrary(value) }));
    return { kind: 'map', items, ...placed };
  }
  if (isSeq(node)) return { kind: 'list', items: node.items.map(seenByLibrary), ...placed };
  if (!isScalar(node)) throw new Error('a node of no kind');
  const { value, source, type } = node;
  const isText = typeof value === 'string';
  return {
    kind: 'scalar',
    text: isText ? value : source,
    style: isText ? STYLES[type ?? 'PLAIN'] : 'plain',
    isText,
    ...placed,
  };
}

/** The same of ours. */
function seenByUs(node: ComposedNode | undefined): unknown {
  if (node === undefined) return undefined;
  const { start, end, anchor } = node;
  const placed = { start, end, ...(anchor !== undefined && { anchor }) };
  switch (node.kind) {
    case 'alias':
      return { kind: 'alias', source: node.source, ...placed };
    case 'map': {
      const items = node.items.map(({ key, value }) => ({ key: seenByUs(key), value: seenByUs(value) }));
      return { kind: 'map', items, ...placed };
    }
    case 'list':
      return { kind: 'list', items: node.items.map(seenByUs), ...placed };
    case 'scalar': {
      const { text, style, type } = node;
      const isPlainText = text !== '' && typeof readPlainScalar(text, undefined).value === 'string';
      const isText = type === 'str' || (type === undefined && (style !== 'plain' || isPlainText));
      return { kind: 'scalar', text, style: isText ? style : 'plain', isText, ...placed };
    }
  }
}

const LOCAL = new Set(['BAD_SCALAR_START', 'BAD_DQ_ESCAPE', 'TAG_RESOLVE_FAILED']);

/**
 * The places of mistakes that are told, and what is wrong there: behind a mistake that is not inside of a value, what
 * follows is guessed, by anybody.
 */
function toldMistakes(mistakes: readonly { readonly start: number; readonly code: string }[]) {
  const told = new Map<number, Set<string>>();
  let stop = Infinity;
  for (const { start, code } of mistakes.toSorted((one, other) => one.start - other.start)) {
    // A directive is refused here even where it changes nothing.
    if (start > stop || code === 'BAD_DIRECTIVE') continue;
    told.set(start, (told.get(start) ?? new Set()).add(code));
    if (!LOCAL.has(code)) stop = start;
  }
  return told;
}

function expectAlike(text: string): 'read' | 'refused' {
  const [first, second] = byLibrary(text);
  const { documents } = composeText(text, { ...DEFAULT_DOCUMENT_LIMITS, maxDepth: 100 });
  const outcome = expectDocumentAlike(text, documents[0], first);
  // Behind a document with a mistake what follows is guessed, by anybody.
  if (outcome === 'refused') return 'refused';
  // That there is a second is all that is told, so nothing is read behind it: here it is looked at when it is right.
  expect(documents.length, text).toBe(second === undefined ? 1 : 2);
  const isWrong = second === undefined || second.errors.length + second.warnings.length > 0;
  const theirs = isWrong ? undefined : seenByLibrary(second.contents);
  expect(isWrong ? undefined : seenByUs(documents[1]?.contents), text).toEqual(theirs);
  return 'read';
}

function expectDocumentAlike(
  text: string,
  ours: ComposedDocument | undefined,
  theirs: Document.Parsed | undefined,
): 'read' | 'refused' {
  expect(ours === undefined, text).toBe(theirs === undefined);
  if (theirs === undefined || ours === undefined) return 'refused';
  const found = [...theirs.errors, ...theirs.warnings].map(({ pos, code }) => ({ start: pos[0], code }));
  const told = toldMistakes(ours.mistakes);
  const toldByLibrary = toldMistakes(found);
  expect([...told.keys()], text).toEqual([...toldByLibrary.keys()]);
  const unlike = [...told].filter(([start, codes]) => !toldByLibrary.get(start)?.has([...codes][0] ?? ''));
  expect(unlike, text).toEqual([]);
  if (found.length > 0) return 'refused';
  expect(seenByUs(ours.contents), text).toEqual(seenByLibrary(theirs.contents));
  return 'read';
}

const PIECES = [
  ['a', 'b c', '1', '0x1f', '-.inf', 'true', 'null', '~', 'x#y', 'http://x', '"q"', "'q'", "'it''s'", '""', "''"],
  ['"a\\n\\x41\\u00e9"', '"\\q"', '"a\n  b"', "'a\n\n  b'", '"a \\\n  b"', '"open', "'open", '"a\r\n b\t\r\n\r\n c"'],
  [': ', ':', ':\n', '- ', '-\n', '? ', '?\n', ', ', ',', '[', ']', '{', '}', '[]', '{}', '\n', '\r\n', '\r'],
  ['\n\n', ' ', '  ', '    ', '\t', '\n  ', '\n    ', '\n- ', '\n  - ', '\n? ', '\nk: ', '\n  k: ', '\n    k: '],
  [
    '#',
    ' # c',
    '\n# c\n',
    '\n  # c\n',
    '|',
    '>',
    '|\n',
    '>\n',
    '|-\n',
    '>+\n',
    '|2\n',
    '>-1\n',
    '|x\n',
    '| # c\n',
    '|#c\n',
  ],
  ['|\n  l\n', '>\n  f\n  g\n\n  h\n   i\n  j\n', '|+\n  l\n\n', '>-\n\n  \n  l\n', '|\n    \n  l\n', '|\n l\n   \n'],
  [
    '&x ',
    '*x',
    '*x ',
    '& ',
    '*',
    '&x: ',
    '!!str ',
    '!!int ',
    '!!float ',
    '!!bool ',
    '!!null ',
    '!!map ',
    '!!seq ',
    '! ',
    '!a ',
  ],
  [
    '!<tag:yaml.org,2002:str> ',
    '!!map\n',
    '&x\n',
    '<<: ',
    '@',
    '`',
    '%',
    '%YAML 1.2\n',
    '\uFEFF',
    '---',
    '---\n',
    '--- ',
    '...\n',
    '\n---\n',
  ],
].flat();

test('texts put together of everything that YAML has', () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }), (pieces) => {
      seen[expectAlike(pieces.join(''))] += 1;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.read, seen.refused)).toBeGreaterThan(RUNS / 20);
});

test('several documents, with byte order marks and directives between them', () => {
  const part = fc.constantFrom(
    '\uFEFF',
    '\uFEFF\n',
    '---\n',
    '--- ',
    '---',
    '...\n',
    '... # c\n',
    '# c\n',
    '%YAML 1.2\n',
    '\n',
    '\r\n',
    ' ',
    'a: b\n',
    '- x\n',
    'text\n',
    '"q"\n',
    '|\n  block\n',
    '{ a: 1 }\n',
    '&x a\n',
    '!!str 1\n',
    '[',
    'a: : b\n',
  );
  const seen = { read: 0, refused: 0, several: 0 };
  fc.assert(
    fc.property(fc.boolean(), fc.array(part, { maxLength: 7 }), (marked, parts) => {
      const text = `${marked ? '\uFEFF' : ''}${parts.join('')}`;
      seen[expectAlike(text)] += 1;
      if (byLibrary(text).length > 1) seen.several += 1;
    }),
    { numRuns: RUNS },
  );
  expect(Math.min(seen.read, seen.refused, seen.several)).toBeGreaterThan(RUNS / 20);
});

test('mappings and lists of every style, with properties and comments', () => {
  const word = fc.constantFrom(
    'a',
    'b c',
    '1',
    '1.5',
    'true',
    '~',
    '""',
    "'x'",
    '"a\\tb"',
    '*x',
    '!!str 1',
    '!!int "1"',
    '&x v',
  );
  const { node } = fc.letrec<{ node: string; flow: string }>((tie) => ({
    flow: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      word,
      fc.array(tie('flow'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      fc
        .array(tie('flow'), { maxLength: 3 })
        .map((items) => `{ ${items.map((item, at) => `k${at}: ${item}`).join(',\n   ')} }`),
      fc.array(tie('flow'), { maxLength: 2 }).map((items) => `[${items.map((item) => `? k : ${item}`).join(', ')}]`),
      fc.array(tie('flow'), { maxLength: 2 }).map((items) => `[${items.map((item) => `k: ${item}`).join(',')}, ]`),
    ),
    node: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      tie('flow').map((flow) => ` ${flow}\n`),
      fc.constantFrom(
        ' |\n  l1\n   l2\n\n',
        ' >-\n  f1\n  f2\n\n  f3\n',
        ' >+\n  f\n   more\n\n',
        ' # c\n',
        '\n',
        ' a\n  b\n\n  c\n',
      ),
      fc
        .array(tie('node'), { minLength: 1, maxLength: 3 })
        .map((items) => block(items.map((item) => `-${indented(item)}`))),
      fc
        .array(fc.tuple(fc.constantFrom('k: ', '"k":', '? k\n:', '!!str k:', '&y k:', '? - k\n:'), tie('node')), {
          minLength: 1,
          maxLength: 3,
        })
        .map((pairs) => block(pairs.map(([key, item]) => `${key.trimEnd()}${indented(item)}`))),
      tie('node').map((item) => ` &x${item}`),
      tie('node').map((item) => ` !!map${item}`),
      tie('node').map((item) => (item.startsWith('\n') ? `\n  # comment${item}` : item)),
    ),
  }));
  const seen = { read: 0, refused: 0 };
  const lineEnds = fc.constantFrom('\n', '\r\n');
  fc.assert(
    fc.property(node, lineEnds, (text, lineEnd) => {
      seen[expectAlike(text.replace(/^\n/, '').replaceAll('\n', lineEnd))] += 1;
    }),
    { numRuns: RUNS },
  );
  expect(seen.read).toBeGreaterThan(RUNS / 4);
});

function block(lines: readonly string[]): string {
  return `\n${lines.join('')}`;
}

function indented(text: string): string {
  return text.replaceAll(/\n(?=[^\n])/g, '\n  ');
}

describe('scalars', () => {
  test('quoted in double, of every escape and fold', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      '  ',
      '\t',
      '\n',
      '\r\n',
      '\r',
      '\\\n',
      '\\\r\n',
      '\\ ',
      '\\n',
      '\\"',
      '\\x4',
      '\\x41',
      '\\u12',
      '\\U0010FFFF',
      '\\U00110000',
      '\\z',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        expectAlike(`k: "${pieces.join('').replaceAll('\n', '\n ')}"\n`);
      }),
      { numRuns: RUNS },
    );
  });

  test('in blocks, of every header and indent', () => {
    const header = fc.constantFrom('|', '>', '|-', '>+', '|2', '>1-', '|+3', '>--', '|1 # c', '|22');
    const line = fc.constantFrom(
      '',
      ' ',
      '  ',
      '    ',
      ' a',
      '  a',
      '   a',
      '    a b',
      '  \ta',
      '\ta',
      '  # c',
      '  a\t',
      '      ',
    );
    fc.assert(
      fc.property(header, fc.array(line, { maxLength: 7 }), fc.constantFrom('\n', '\r\n'), (head, lines, lineEnd) => {
        expectAlike([`k: ${head}`, ...lines, ''].join(lineEnd));
        expectAlike([head, ...lines].join(lineEnd));
      }),
      { numRuns: RUNS },
    );
  });
});
