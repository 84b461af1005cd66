import {
  boolValue,
  decodeValue,
  encodeValue,
  type ExprValue,
  floatValue,
  FLOAT,
  INT,
  IntRangeExpr,
  intValue,
  listType,
  listValue,
  nullValue,
  PATH,
  pathValue,
  rangeValue,
  STRING,
  stringValue,
  SymbolTable,
  unionType,
  unresolvedValue,
} from '@ojd/expr';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

const there = (value: ExprValue): unknown => JSON.parse(JSON.stringify(encodeValue(value)));

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const scalars: readonly fc.Arbitrary<ExprValue>[] = [
  fc.constant(nullValue),
  fc.boolean().map(boolValue),
  fc.oneof(int64, fc.integer()).map(intValue),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => floatValue(value)),
  fc
    .constantFrom('3.500', '1e5', '.5', '1_000.25', '+2')
    .map((text) => floatValue(Number(text.replace('_', '')), text)),
  fc.string().map(stringValue),
  fc.tuple(fc.string(), fc.constantFrom('POSIX', 'WINDOWS')).map(([text, format]) => pathValue(text, format)),
  fc
    .uniqueArray(int64, { minLength: 1, maxLength: 4 })
    .map((values) => rangeValue(IntRangeExpr.parse(String(IntRangeExpr.fromValues(values))))),
  fc.constantFrom(INT, listType(STRING), unionType([PATH, FLOAT])).map(unresolvedValue),
];
const lists = scalars.slice(0, -1).map((item) => fc.array(item, { maxLength: 4 }).map((items) => listValue(items)));
const value = fc.oneof(
  ...scalars,
  ...lists,
  ...lists.map((item) => fc.array(item, { maxLength: 3 }).map((items) => listValue(items))),
  fc
    .tuple(int64, fc.double({ noNaN: true, noDefaultInfinity: true }))
    .map(([int, float]) => listValue([intValue(int), floatValue(float)], unionType([INT, FLOAT]))),
);

test('every value comes back from JSON as it was', () => {
  fc.assert(
    fc.property(value, (original) => {
      expect(decodeValue(there(original))).toEqual(original);
    }),
  );
});

test('what an encoded value looks like', () => {
  expect(there(listValue([intValue(1), intValue(2n ** 62n)]))).toEqual({
    type: 'list[int]',
    value: [1, '4611686018427387904'],
  });
  expect(there(floatValue(3.5, '3.500'))).toEqual({ type: 'float', value: '3.500' });
  expect(there(rangeValue(IntRangeExpr.parse('5'), '5-5'))).toEqual({ type: 'range_expr', value: '5-5' });
  expect(there(pathValue('C:\\a', 'WINDOWS'))).toEqual({ type: 'path', value: 'C:\\a', pathFormat: 'WINDOWS' });
  expect(there(unresolvedValue(listType(INT)))).toEqual({ type: 'unresolved[list[int]]' });
});

describe('what is no encoded value is refused with what was expected and found', () => {
  test.each<[unknown, string]>([
    [undefined, 'Expected an object with type and value, found nothing'],
    ['int', 'Expected an object with type and value, found "int"'],
    [{ value: 1 }, 'Expected an object with type and value, found an object'],
    [{ type: 'integer', value: 1 }, 'Expected a type such as int'],
    [{ type: `${'list['.repeat(100)}int${']'.repeat(100)}`, value: [] }, 'Expected a type of at most 256 characters'],
    [{ type: 'int', value: 1.5 }, 'Expected a value of type int, found number 1.5'],
    [{ type: 'int', value: 2 ** 60 }, 'Expected a value of type int, found number'],
    [{ type: 'int', value: '9223372036854775808' }, 'Expected an integer from -2^63 to 2^63-1'],
    [{ type: 'float', value: '1e999' }, 'Expected a value of type float, found "1e999"'],
    [{ type: 'range_expr', value: '1-' }, 'Expected a range expression, found "1-"'],
    [{ type: 'path', value: '/a', pathFormat: 'URI' }, 'Expected pathFormat to be POSIX or WINDOWS, found "URI"'],
    [{ type: 'list[int]', value: ['a'] }, 'Expected a value of type int, found "a"'],
    [{ type: 'unresolved[int]', value: 1 }, 'Expected a value of type unresolved[int], found number 1'],
    [{ type: 'noreturn', value: null }, 'Expected a value of type noreturn'],
  ])('%j', (encoded, message) => {
    expect(() => decodeValue(encoded)).toThrow(TypeError);
    expect(() => decodeValue(encoded)).toThrow(message);
  });

  test('lists that nest without end', () => {
    let deep: unknown = { type: 'int', value: 1 };
    for (let level = 0; level < 10_000; level++) deep = { type: 'list[any]', value: [deep] };
    expect(() => decodeValue(deep)).toThrow('Expected at most 32 levels of lists, found more');
  });

  test('anything at all is a value or a TypeError', () => {
    const anything = fc.anything({ withBigInt: true, withNullPrototype: true });
    const type = fc.constantFrom(
      'int',
      'float',
      'list[int]',
      'list[list[path]]',
      'range_expr',
      'nulltype',
      'any',
      'unresolved',
    );
    const encoded = fc.record({ type, value: fc.oneof(anything, fc.array(fc.record({ type, value: anything }))) });
    fc.assert(
      fc.property(fc.oneof(anything, encoded), (data) => {
        expect(refusal(data)).toBeOneOf([undefined, expect.any(TypeError)]);
      }),
      { numRuns: 500 },
    );
  });
});

function refusal(encoded: unknown): unknown {
  try {
    decodeValue(encoded);
    return undefined;
  } catch (error) {
    return error;
  }
}

test('a symbol table is JSON of all that it knows, a variable called __proto__ included', () => {
  const symbols = new SymbolTable(new SymbolTable().set('Job.Name', stringValue('Film')).set('__proto__', intValue(1)));
  symbols.set('frames', listValue([intValue(2n ** 60n)])).forbid('Param.*', 'not here');
  expect(JSON.stringify(symbols)).toBe(
    '{"frames":{"type":"list[int]","value":["1152921504606846976"]},"Job.Name":{"type":"string","value":"Film"},' +
      '"__proto__":{"type":"int","value":1}}',
  );
});
