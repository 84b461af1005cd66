import { describe, expect, test } from 'vitest';
import { mark, plainText, style, terminalOf } from '../../src/terminal/terminal.ts';

const tty = { write: () => {}, isTTY: true, columns: 120 };
const pipe = { write: () => {}, isTTY: false, columns: undefined };

describe('colours', () => {
  test.each([
    ['a terminal has them', tty, {}, true],
    ['a pipe has none', pipe, {}, false],
    ['NO_COLOR forbids them', tty, { NO_COLOR: '1' }, false],
    ['NO_COLOR wins over FORCE_COLOR', tty, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['an empty NO_COLOR says nothing', tty, { NO_COLOR: '' }, true],
    ['FORCE_COLOR asks for them in a pipe', pipe, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 forbids them', tty, { FORCE_COLOR: '0' }, false],
    ['CI has none', tty, { CI: 'true' }, false],
    ['a dumb terminal has none', tty, { TERM: 'dumb' }, false],
  ])('%s', (_, sink, env, colour) => {
    expect(terminalOf(sink, env).colour).toBe(colour);
  });

  test('a style is plain text where there are none', () => {
    expect(style(terminalOf(pipe, {}), 'red', 'ERROR')).toBe('ERROR');
    expect(style(terminalOf(tty, {}), 'red', 'ERROR')).toBe('\u001B[31mERROR\u001B[0m');
  });
});

test.each([
  [tty, {}, true],
  [tty, { NO_COLOR: '1' }, true],
  [tty, { CI: '1' }, false],
  [tty, { TERM: 'dumb' }, false],
  [pipe, { FORCE_COLOR: '1' }, false],
])('a line is rewritten only on a terminal that can do it, for a person: %j %j', (sink, env, animated) => {
  expect(terminalOf(sink, env).animated).toBe(animated);
});

test("the width is the terminal's, and 80 elsewhere", () => {
  expect(terminalOf(tty, {}).width).toBe(120);
  expect(terminalOf(pipe, {}).width).toBe(80);
});

test.each([
  [{ LANG: 'en_US.UTF-8' }, true],
  [{ LC_ALL: 'C', LANG: 'en_US.UTF-8' }, false],
  [{ LANG: 'de_DE.utf8' }, true],
  [{ LANG: 'C' }, false],
  [{}, true],
  [{ TERM: 'linux' }, false],
])('Unicode follows the locale: %j', (env, unicode) => {
  expect(terminalOf(tty, env).unicode).toBe(unicode);
});

describe('marks and typographic characters', () => {
  test.each([
    ['on a terminal', tty, { LANG: 'C.UTF-8', NO_COLOR: '1' }, '\u2713 ', 'cut\u2026'],
    ['on an ASCII terminal', tty, { LANG: 'C', NO_COLOR: '1' }, '+ ', 'cut...'],
    ['in a pipe', pipe, { LANG: 'C.UTF-8' }, '', 'cut\u2026'],
  ])('%s', (_, sink, env, good, text) => {
    const terminal = terminalOf(sink, env);
    expect(mark(terminal, true)).toBe(good);
    expect(plainText(terminal, 'cut\u2026')).toBe(text);
  });
});
