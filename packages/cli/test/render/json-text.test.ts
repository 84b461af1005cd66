import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLine, type JsonValue, jsonText, withoutEmptyFields } from '../../src/render/json-text.ts';

test('JSON text reads back as the value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      // JSON knows no -0.
      expect(JSON.parse(jsonText(value as JsonValue))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('it is indented with four spaces, as the reference command prints it', () => {
  expect(jsonText({ status: 'success', steps: [{ name: 'A' }], none: [], empty: {} })).toBe(
    '{\n    "status": "success",\n    "steps": [\n        {\n            "name": "A"\n        }\n    ],\n    "none": [],\n    "empty": {}\n}',
  );
});

test('a count of 10^18 tasks keeps all its digits', () => {
  expect(jsonText({ total_tasks: 1_000_000_000_000_000_001n })).toContain('1000000000000000001');
});

test('fields that say nothing are left out, at every depth', () => {
  const value = { a: 0, b: '', c: null, d: false, e: [], f: {}, g: 0n, h: undefined, kept: [{ x: '', y: 1 }, 0, ''] };
  expect(withoutEmptyFields(value)).toEqual({ kept: [{ y: 1 }, 0, ''] });
});

test('a line of JSON is one line for every reader of lines', () => {
  const line = jsonLine({ text: 'a\u2028b\u2029c\nd' });
  expect(line).not.toMatch(/[\n\u2028\u2029]/);
  expect(JSON.parse(line)).toEqual({ text: 'a\u2028b\u2029c\nd' });
});

test('a field called __proto__ is a field', () => {
  const value = JSON.parse('{"__proto__": "x"}') as JsonValue;
  expect(jsonText(withoutEmptyFields(value))).toBe('{\n    "__proto__": "x"\n}');
});
