import type { Call } from '../call.ts';
import type { Int } from '../signature.ts';

const MAX_WIDTH = 32;
/** The width of a number where a name says nothing about it. */
const DEFAULT_WIDTH = 4;

/** Digits, %d, %04d or ####. */
const PLACEHOLDER = /%(?:0(?<width>[0-9]+))?d|(?<hashes>#+)|(?<digits>[0-9]+)/g;

/** The stem of a file name with the last placeholder for a frame number replaced, or a number appended. */
export function numberedName(stem: string, number: Int, call: Call): string {
  const match = [...stem.matchAll(PLACEHOLDER)].at(-1);
  if (match === undefined) return `${stem}_${padded(number, DEFAULT_WIDTH)}`;
  const { digits, width, hashes } = match.groups ?? {};
  const places = digits?.length ?? hashes?.length ?? Number(width ?? 0);
  if (digits === undefined && places > MAX_WIDTH) {
    call.refuseValue(`Expected a padding of at most ${MAX_WIDTH} places in the file name, found ${places}`, 0);
  }
  return stem.slice(0, match.index) + padded(number, places) + stem.slice(match.index + match[0].length);
}

/** The sign counts as one of the places. */
function padded(number: Int, width: number): string {
  const sign = number < 0 ? '-' : '';
  const digits = String(number).replace('-', '');
  return sign + digits.padStart(width - sign.length, '0');
}
