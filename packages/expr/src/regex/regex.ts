import { Matcher, type StepObserver } from './matcher.ts';
import { parsePattern } from './parse-pattern.ts';
import { compileProgram } from './program.ts';
import { RegexError } from './regex-error.ts';
import { startFinder } from './start-finder.ts';

/** How large a pattern may be. */
export interface RegexLimits {
  /** UTF-16 units of the pattern. Default 65,536. */
  readonly maxLength: number;
  /**
   * States of the compiled pattern: about one for each character, class and quantifier, times the counted repetitions
   * around it. Default 20,000.
   */
  readonly maxStates: number;
  /** How deep groups may be nested. Default 250. */
  readonly maxNesting: number;
}

const DEFAULT_LIMITS: RegexLimits = { maxLength: 65_536, maxStates: 20_000, maxNesting: 250 };

// Compiling costs time as well: about as much as so many steps of a search. Classes cost most.
const STEPS_PER_PATTERN_UNIT = 32;
const STEPS_PER_STATE = 2;

/**
 * What the expression evaluator counts for steps: one operation (specification, design constraint 3) for so many. With
 * the default budget of 10,000,000 operations a search ends after some seconds at the latest, whatever the pattern.
 */
export const STEPS_PER_OPERATION = 16;

/** Where a pattern matched. Offsets are UTF-16 units, `end` is exclusive. */
export interface Match {
  readonly start: number;
  readonly end: number;
  /** Group 0 is the whole match; undefined where a group took no part. */
  readonly groups: readonly [string, ...(string | undefined)[]];
}

/**
 * A compiled pattern. Make it with `compileRegex`.
 *
 * Every search takes time proportional to the text times the size of the pattern; going through all matches of a text
 * can take as many searches as it has characters. `onSteps`, where a method takes it, is told the steps every 16,384 or
 * so (with a large pattern, after each character), and may throw to end the search.
 */
export class Regex {
  readonly pattern: string;
  /** Capturing groups, group 0 not counted. */
  readonly groupCount: number;
  readonly #matcher: Matcher;

  /** @internal */
  constructor(pattern: string, groupCount: number, matcher: Matcher) {
    this.pattern = pattern;
    this.groupCount = groupCount;
    this.#matcher = matcher;
  }

  /** The match that begins at the start of the text, as Python's `re.match`. */
  match(text: string, onSteps?: StepObserver): Match | undefined {
    return this.#find(text, 0, { anchored: true, refuseEmptyAtStart: false, onSteps });
  }

  /** The leftmost match, as Python's `re.search`. */
  search(text: string, onSteps?: StepObserver): Match | undefined {
    return this.#find(text, 0, { anchored: false, refuseEmptyAtStart: false, onSteps });
  }

  /**
   * All matches from left to right, one search at a time. They don't overlap; an empty one may touch the one before,
   * unless that was empty too, as in Python since 3.7.
   */
  *matches(text: string, onSteps?: StepObserver): Generator<Match, void, undefined> {
    let from = 0;
    let refuseEmptyAtStart = false;
    for (;;) {
      const match = this.#find(text, from, { anchored: false, refuseEmptyAtStart, onSteps });
      if (match === undefined) return;
      yield match;
      from = match.end;
      refuseEmptyAtStart = match.start === match.end;
    }
  }

  /** All matches, see `matches`. */
  findAll(text: string, onSteps?: StepObserver): Match[] {
    return [...this.matches(text, onSteps)];
  }

  /** The text with each match replaced by `replacement`, which is taken as it is. */
  replace(text: string, replacement: string, onSteps?: StepObserver): string {
    return [...this.parts(text, 0, onSteps)].join(replacement);
  }

  /** The texts between the matches, see `parts`. */
  split(text: string, maxSplit = 0, onSteps?: StepObserver): string[] {
    return [...this.parts(text, maxSplit, onSteps)];
  }

  /**
   * The texts between the matches, one at a time; captured texts are not among them. At most `maxSplit` matches count; as
   * in Python, 0 stands for all of them and a negative number for none.
   */
  *parts(text: string, maxSplit: number, onSteps?: StepObserver): Generator<string, void, undefined> {
    let left = maxSplit === 0 ? Infinity : Math.max(0, maxSplit);
    let from = 0;
    for (const { start, end } of left === 0 ? [] : this.matches(text, onSteps)) {
      yield text.slice(from, start);
      from = end;
      left -= 1;
      if (left === 0) break;
    }
    yield text.slice(from);
  }

  #find(
    text: string,
    from: number,
    how: { anchored: boolean; refuseEmptyAtStart: boolean; onSteps: StepObserver | undefined },
  ): Match | undefined {
    const slots = this.#matcher.search({ text, from, ...how });
    if (slots === undefined) return undefined;
    const [start = 0, end = 0] = slots;
    const groups: [string, ...(string | undefined)[]] = [text.slice(start, end)];
    for (let slot = 2; slot < slots.length; slot += 2) {
      const [groupStart = -1, groupEnd = -1] = slots.subarray(slot, slot + 2);
      groups.push(groupStart < 0 || groupEnd < 0 ? undefined : text.slice(groupStart, groupEnd));
    }
    return { start, end, groups };
  }
}

/**
 * Compiles a regular expression of the expression language: the intersection of Python's `re` and Rust's `regex`, with
 * the meaning it has in Python where the two differ (docs/regular-expressions.md).
 *
 * Compiling costs as much as searching through a short text: keep what is used again.
 *
 * @throws RegexError for a malformed pattern, a construct outside the language, or a pattern over the limits.
 *
 * @example
 * ```ts
 * compileRegex(String.raw`_v(\d+)`).search('asset_v042_final.abc')?.groups; // => ['_v042', '042']
 * ```
 */
export function compileRegex(
  pattern: string,
  { onSteps, ...limits }: Partial<RegexLimits> & { readonly onSteps?: StepObserver | undefined } = {},
): Regex {
  const { maxLength, maxStates, maxNesting } = { ...DEFAULT_LIMITS, ...limits };
  if (pattern.length > maxLength) {
    throw new RegexError(
      `The regular expression is too long: ${pattern.length} UTF-16 units, where ${maxLength} are allowed.`,
      maxLength,
    );
  }
  onSteps?.(STEPS_PER_PATTERN_UNIT * pattern.length);
  const { root, groupCount } = parsePattern(pattern, maxNesting);
  const program = compileProgram(root, groupCount, maxStates);
  onSteps?.(STEPS_PER_STATE * program.stateCount);
  return new Regex(pattern, groupCount, new Matcher(program, startFinder(program)));
}
