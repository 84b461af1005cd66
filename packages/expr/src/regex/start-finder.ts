import { nativeEscape } from './character-set.ts';
import { Op, type Program } from './program.ts';

/** The first position at or after `from` where a match can begin; -1 when there is none. */
export type StartFinder = (text: string, from: number) => number;

const MAX_FIRSTS = 16;
// Native search for a text takes at worst the product of both lengths.
const MAX_PREFIX = 64;

/**
 * What the engine's own search can look for before the simulation starts: the text that every match begins with, or the
 * characters it can begin with. Undefined when a match can be empty or its beginnings are too many.
 */
export function startFinder(program: Program): StartFinder | undefined {
  const firsts = firstInstructions(program);
  if (firsts === undefined || firsts.length === 0 || firsts.length > MAX_FIRSTS) return undefined;
  const [only] = firsts;
  const prefix = firsts.length === 1 && only !== undefined ? literalPrefix(program, only) : '';
  if (prefix !== '') return (text, from) => text.indexOf(prefix, from);
  const sources = firsts.map((instruction) => nativeSource(program, instruction));
  if (sources.includes(undefined)) return undefined;
  const native = new RegExp(sources.join('|'), 'gu');
  return (text, from) => {
    native.lastIndex = from;
    return native.exec(text)?.index ?? -1;
  };
}

/** The consuming instructions a match can begin with; undefined if it can be empty. */
function firstInstructions({ ops, a, b }: Program): readonly number[] | undefined {
  const firsts: number[] = [];
  const seen = new Set<number>();
  const pending = [0];
  for (let instruction = pending.pop(); instruction !== undefined; instruction = pending.pop()) {
    if (seen.has(instruction)) continue;
    seen.add(instruction);
    const op = ops[instruction];
    if (op === Op.match) return undefined;
    if (op === Op.literal || op === Op.set) {
      firsts.push(instruction);
      continue;
    }
    if (op !== Op.jump) pending.push(instruction + 1);
    if (op === Op.split || op === Op.jump) pending.push(a[instruction] ?? 0);
    if (op === Op.split || op === Op.iterated) pending.push(b[instruction] ?? 0);
  }
  return firsts;
}

/** The literals in a row from `start`. */
function literalPrefix({ ops, a }: Program, start: number): string {
  let prefix = '';
  for (let instruction = start; prefix.length < MAX_PREFIX; instruction += 1) {
    const op = ops[instruction];
    if (op === Op.save) continue;
    const codePoint = a[instruction] ?? 0;
    // A lone surrogate could be found in the middle of a pair.
    if (op !== Op.literal || (codePoint >= 0xd800 && codePoint <= 0xdfff)) break;
    prefix += String.fromCodePoint(codePoint);
  }
  return prefix;
}

function nativeSource({ ops, a, sets }: Program, instruction: number): string | undefined {
  const operand = a[instruction] ?? 0;
  return ops[instruction] === Op.literal ? nativeEscape(operand) : sets[operand]?.nativeSource;
}
