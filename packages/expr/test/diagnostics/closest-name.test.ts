import { caretText, closestName } from '@ojd/expr';
import { describe, expect, test } from 'vitest';

describe('the closest name', () => {
  const names = ['Param.Frame', 'Param.Scene', 'Session.WorkingDirectory', 'upper'];
  test.each([
    ['Param.Frmae', 'Param.Frame'],
    ['Param.frame', 'Param.Frame'],
    ['param.scene', 'Param.Scene'],
    ['uper', 'upper'],
    ['Session.WorkingDir', 'Session.WorkingDirectory'],
    ['x', undefined],
    ['u', undefined],
    ['session.working_directory', 'Session.WorkingDirectory'],
    ['Completely.Other', undefined],
  ])('to %s is %s', (name, expected) => {
    expect(closestName(name, names)).toBe(expected);
  });

  test('is not looked for when the name is absurdly long', () => {
    expect(closestName('Param.Frame'.repeat(100), names)).toBeUndefined();
  });
});

describe('carets', () => {
  test('stand under the span, on the line where it begins', () => {
    expect(caretText('one +\n  two * 3\nfour', { start: 8, end: 15 })).toBe('    two * 3\n    ^^^^^^^');
  });

  test('end with the line', () => {
    expect(caretText('ab\ncd', { start: 1, end: 5 })).toBe('  ab\n   ^');
  });

  test.each([
    ['"😀😀" x', 'x', 7],
    ['"日本語" x', 'x', 9],
    ['e\u0301 x', 'x', 2],
    ['"👩‍🚀" x', 'x', 5],
    ['👍🏽 x', 'x', 3],
    ['❤️ x', 'x', 3],
    ['🇩🇪 x', 'x', 3],
    ['ｱ x', 'x', 2],
  ])('count the columns of a terminal: %s', (source, marked, columns) => {
    const start = source.indexOf(marked);
    expect(caretText(source, { start, end: start + 1 })).toBe(`  ${source}\n  ${' '.repeat(columns)}^`);
  });

  test('are as wide as what they mark', () => {
    expect(caretText('a 😀b', { start: 2, end: 5 })).toBe('  a 😀b\n    ^^^');
  });

  test('follow the excerpt of a long line', () => {
    const source = `${'a'.repeat(500)} !! ${'b'.repeat(500)}`;
    const [line = '', carets = ''] = caretText(source, { start: 501, end: 503 }).split('\n');
    expect(line.length).toBeLessThan(140);
    expect(line.slice(carets.indexOf('^'), carets.length)).toBe('!!');
  });

  test('stay in line beside tabs', () => {
    expect(caretText('\ta b', { start: 3, end: 4 })).toBe('   a b\n     ^');
  });
});
