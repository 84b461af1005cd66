import type { ExprCode } from '../diagnostics/codes.ts';
import type { ParseOutcome } from '../diagnostics/expr-error.ts';
import type { ExprProblem, Span } from '../diagnostics/problem.ts';
import { fitsInt64 } from './int64.ts';
import { type IntRange, makeRun } from './runs.ts';

/**
 * Limits on the text of a range expression.
 *
 * @see Template Schemas 3.4.1.1.1
 */
export interface RangeLimits {
  /** The most comma-separated parts that a range expression may have. Default 10,000. */
  readonly maxParts: number;
}

const DEFAULT_MAX_PARTS = 10_000;

// One part: an integer, a range, or a range with a step. Spaces and tabs may stand between its tokens.
const PART = /^[ \t]*(?<start>-?\d+)[ \t]*(?:-[ \t]*(?<end>-?\d+)[ \t]*(?::[ \t]*(?<step>-?\d+)[ \t]*)?)?$/;

/** A part as written: the values that it has, and the span of numbers that it claims. */
interface Part {
  readonly run: IntRange;
  readonly claimed: { readonly low: bigint; readonly high: bigint };
  readonly span: Span;
}

class RangeRefusal {
  readonly problem: ExprProblem;
  constructor(problem: ExprProblem) {
    this.problem = problem;
  }
}

/** The runs of a range expression in ascending order. */
export function parseRuns(text: string, limits: Partial<RangeLimits> = {}): ParseOutcome<readonly IntRange[]> {
  try {
    const parts = splitParts(text, limits.maxParts ?? DEFAULT_MAX_PARTS).map(({ text: part, start }) =>
      parsePart(part, start),
    );
    const sorted = parts.toSorted((a, b) => (a.claimed.low < b.claimed.low ? -1 : 1));
    refuseOverlap(text, sorted);
    return { ok: true, value: sorted.map((part) => part.run) };
  } catch (refusal) {
    if (refusal instanceof RangeRefusal) return { ok: false, problems: [refusal.problem] };
    throw refusal;
  }
}

function refuse(code: ExprCode, message: string, span: Span, hint?: string): never {
  throw new RangeRefusal({ code, message, span, ...(hint === undefined ? {} : { hint }) });
}

function splitParts(text: string, maxParts: number): { text: string; start: number }[] {
  if (text.trim() === '') {
    refuse('range-expr-empty', 'Expected a range expression such as 1-10,20-30:2, found nothing', {
      start: 0,
      end: text.length,
    });
  }
  const parts: { text: string; start: number }[] = [];
  for (let start = 0; start <= text.length;) {
    if (parts.length === maxParts) {
      const message = `Expected at most ${maxParts} comma-separated parts in a range expression, found more`;
      refuse('range-expr-too-many-parts', message, { start, end: text.length });
    }
    const comma = text.indexOf(',', start);
    const end = comma === -1 ? text.length : comma;
    parts.push({ text: text.slice(start, end), start });
    start = end + 1;
  }
  return parts;
}

/** A text inside a message: a message is one line. */
const onOneLine = (text: string): string => JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');

function parsePart(text: string, offset: number): Part {
  const trimmed = text.trim();
  const start = offset + (trimmed === '' ? 0 : text.indexOf(trimmed));
  const span = { start, end: trimmed === '' ? offset + text.length : start + trimmed.length };
  const groups = PART.exec(text)?.groups;
  const startText = groups?.['start'];
  if (startText === undefined) {
    const found = trimmed === '' ? 'nothing' : `'${onOneLine(trimmed)}'`;
    return refuse(
      'range-expr-syntax',
      `Expected an integer, a range or a range with a step (7, 1-10 or 1-10:2) in a range expression, found ${found}`,
      span,
      /[\n\r]/.test(trimmed) ? 'write it on one line: between its parts may stand spaces and tabs alone' : undefined,
    );
  }
  const first = int64(startText, span);
  const end = groups?.['end'] === undefined ? first : int64(groups['end'], span);
  const step = groups?.['step'] === undefined ? 1n : int64(groups['step'], span);
  if (step === 0n) {
    refuse('range-expr-step', `Expected a step other than 0 in '${trimmed}'`, span, 'leave out :0 for every value');
  }
  return { ...valuesOf(first, end, step), span };
}

/** The start is always a member; a step that leads away from the end adds nothing to it. */
function valuesOf(start: bigint, end: bigint, step: bigint): Omit<Part, 'span'> {
  const isAway = step > 0n ? end < start : end > start;
  const far = isAway ? start : end;
  if (step > 0n) return { run: makeRun(start, far, step), claimed: { low: start, high: far } };
  const lowest = start - ((start - far) / -step) * -step;
  return { run: makeRun(lowest, start, -step), claimed: { low: far, high: start } };
}

function int64(text: string, span: Span): bigint {
  const value = BigInt(text);
  if (!fitsInt64(value)) {
    refuse('range-expr-overflow', `Expected integers from -2^63 to 2^63-1 in a range expression, found ${text}`, span);
  }
  return value;
}

/** Parts may not overlap, even where they have no value in common: 1-10:4 and 2-6 do. */
function refuseOverlap(text: string, sorted: readonly Part[]): void {
  let widest: Part | undefined;
  for (const part of sorted) {
    if (widest !== undefined && part.claimed.low <= widest.claimed.high) {
      const [first, second] = widest.span.start < part.span.start ? [widest, part] : [part, widest];
      refuse(
        'range-expr-overlap',
        `Expected parts that do not overlap, found ${written(text, first.span)} and ${written(text, second.span)}`,
        second.span,
      );
    }
    widest = part;
  }
}

function written(text: string, span: Span): string {
  return text.slice(span.start, span.end).trim();
}
