// Where a piece of a string's value stands in the text: through quotes, escapes, folding and indentation.
import { foldEnd } from './fold.ts';
import type { Extent, ScalarNode } from './nodes.ts';

/**
 * Source offsets of the units of a scalar's value: `offsets[i]` is where value unit `i` was written, and one more entry
 * says where the last unit ends. Undefined when the text does not explain the value.
 */
type Offsets = readonly number[];

/** The extent in the text of value units `start` to `end` of a string; the whole scalar if it cannot be told. */
export function extentInside(node: ScalarNode, text: string, start: number, end: number): Extent | undefined {
  if (node.extent === undefined || typeof node.value !== 'string') return node.extent;
  const offsets = scalarOffsets(node, node.value, text.slice(node.extent.start, node.extent.end));
  const from = offsets?.[start];
  // The end is where the last unit ends, not where the next begins: a fold may lie between the two.
  const to = end > start ? offsets?.[end - 1] : from;
  const ends = end > start ? offsets?.[node.value.length + end] : from;
  if (from === undefined || to === undefined || ends === undefined) return node.extent;
  return { start: node.extent.start + from, end: node.extent.start + ends };
}

/** Starts of all units, followed by ends of all units (index `length + i` is where unit `i - 1` ends). */
function scalarOffsets(node: ScalarNode, value: string, source: string): Offsets | undefined {
  const pieces = node.style === 'block' ? blockPieces(value, source) : flowPieces(node.style, source);
  const starts: number[] = [];
  const ends: number[] = [0];
  for (const piece of pieces) {
    for (let unit = 0; unit < piece.units; unit++) {
      // A piece written unit for unit maps exactly; an escape or a fold maps as a whole.
      const exact = piece.units === piece.length;
      starts.push(exact ? piece.at + unit : piece.at);
      ends.push(exact ? piece.at + unit + 1 : piece.at + piece.length);
    }
  }
  return starts.length === value.length ? [...starts, ...ends] : undefined;
}

/** `units` of the value that were written as `length` units of the source, beginning at `at`. */
interface Piece {
  readonly at: number;
  readonly length: number;
  readonly units: number;
}

const LINE_BREAK = /\r?\n/g;
const ESCAPED_BREAK = /\\\r?\n[ \t]*/y;
const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^])/y;

function* flowPieces(style: ScalarNode['style'], source: string): Generator<Piece> {
  const quoted = style !== 'plain';
  const end = quoted ? source.length - 1 : source.length;
  let at = quoted ? 1 : 0;
  while (at < end) {
    const escapes = style === 'double-quoted' || style === 'json';
    const skipped = escapes ? matchAt(ESCAPED_BREAK, source, at) : undefined;
    const folded = skipped === undefined ? foldEnd(source, at) : -1;
    const escape = escapes ? matchAt(ESCAPE, source, at) : undefined;
    if (skipped !== undefined) {
      at += skipped.length;
    } else if (folded >= 0) {
      // One line break folds to a space; n line breaks to n - 1 line feeds.
      const breaks = source.slice(at, folded).match(LINE_BREAK)?.length ?? 1;
      yield { at, length: folded - at, units: Math.max(1, breaks - 1) };
      at = folded;
    } else if (escape !== undefined) {
      const wide = escape.startsWith('\\U') && Number.parseInt(escape.slice(2), 16) > 0xffff;
      yield { at, length: escape.length, units: wide ? 2 : 1 };
      at += escape.length;
    } else if (style === 'single-quoted' && source.startsWith("''", at)) {
      yield { at, length: 2, units: 1 };
      at += 2;
    } else {
      yield { at, length: 1, units: 1 };
      at += 1;
    }
  }
}

function matchAt(pattern: RegExp, source: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0];
}

/** A block scalar: its lines stand in the value in order, and only line breaks and spaces come between them. */
function* blockPieces(value: string, source: string): Generator<Piece> {
  const lines = sourceLines(source);
  const indent = blockIndent(lines, value);
  let written = 0;
  // A line break stands at the end of the line that it ends.
  let lineEnd: number | undefined;
  for (const line of lines.slice(1)) {
    const content = line.text.slice(indent);
    if (content.trim() === '' && !value.startsWith(content, written)) continue;
    const found = value.indexOf(content, written);
    if (content === '' || found < 0) continue;
    if (found > written) yield { at: lineEnd ?? line.at, length: 0, units: found - written };
    yield { at: line.at + indent, length: content.length, units: content.length };
    written = found + content.length;
    lineEnd = line.at + line.text.length;
  }
  if (written < value.length) yield { at: lineEnd ?? source.length, length: 0, units: value.length - written };
}

function sourceLines(source: string): { text: string; at: number }[] {
  const lines: { text: string; at: number }[] = [];
  let at = 0;
  for (const match of source.matchAll(LINE_BREAK)) {
    lines.push({ text: source.slice(at, match.index), at });
    at = match.index + match[0].length;
  }
  lines.push({ text: source.slice(at), at });
  return lines;
}

function blockIndent(lines: readonly { text: string }[], value: string): number {
  const first = lines.slice(1).find((line) => line.text.trim() !== '');
  if (first === undefined) return 0;
  const spaces = /^ */.exec(first.text)?.[0].length ?? 0;
  // With an indentation indicator (`|2`), further spaces of the first line belong to the value.
  const kept = /^ */.exec(value.replace(/^\n+/, ''))?.[0].length ?? 0;
  return Math.max(0, spaces - kept);
}
