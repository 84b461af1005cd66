import type { IntRangeExpr } from '../../ranges/int-range-expr.ts';
import type { ExprValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';

/** Characters that are written longer than they are, and by how many UTF-16 units at most. */
export type Growth = readonly (readonly [characters: RegExp, units: number])[];

const JSON_ESCAPED: Growth[number] = [/["\\\b\f\n\r\t]/g, 1];

/** What grows in each form of text. */
export const GROWTHS: Readonly<Record<'json' | 'asciiJson' | 'python' | 'shell' | 'cmd' | 'powerShell', Growth>> = {
  // oxlint-disable-next-line eslint/no-control-regex -- JSON writes control characters as \u001b
  json: [JSON_ESCAPED, [/[\0-\x07\v\x0e-\x1f]/g, 5]],
  // oxlint-disable-next-line eslint/no-control-regex -- and whatever is not ASCII
  asciiJson: [JSON_ESCAPED, [/[\0-\x07\v\x0e-\x1f\x7f-\uffff]/g, 5]],
  python: [
    [/[\\'\n\r\t]/g, 1],
    [/(?![\n\r\t ])[\p{C}\p{Z}]/gu, 9],
  ],
  shell: [[/'/g, 4]],
  cmd: [[/[\^"%!]/g, 2]],
  powerShell: [[/['\u2018-\u201b]/g, 1]],
};

/** Refuses to write out a value whose text would not fit, before it is written. */
export function reserveTextOf(value: ExprValue, growth: Growth, call: Call): void {
  const length = textLength(value, growth);
  call.meter.reserveText(length);
  // Escaping goes letter by letter.
  call.meter.spend(Math.floor(length / 32));
}

/** How long the text of a value is at most. */
function textLength(value: ExprValue, growth: Growth): number {
  switch (value.kind) {
    case 'string':
    case 'path':
      return growth.reduce(
        (length, [characters, units]) => length + units * count(value.value, characters),
        value.value.length + 2,
      );
    case 'range_expr':
      return rangeLength(value.value) + 2;
    case 'list':
      return value.items.reduce((length, item) => length + textLength(item, growth) + 2, 3);
    case 'int':
      return String(value.value).length;
    case 'float':
      return value.text?.length ?? LONGEST_FLOAT;
    default:
      return '$false'.length;
  }
}

/** `-2.2250738585072014e-308` */
const LONGEST_FLOAT = 24;

function rangeLength({ ranges }: IntRangeExpr): number {
  return ranges.reduce((length, { start, end, step }) => length + `${start}-${end}:${step},`.length, 0);
}

function count(text: string, characters: RegExp): number {
  let found = 0;
  characters.lastIndex = 0;
  while (characters.test(text)) found++;
  return found;
}
