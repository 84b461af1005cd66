import type { LinePart } from '../output/line-reader.ts';
import { Automaton } from './automaton.ts';
import { Prefilter } from './prefilter.ts';
import { secretForms } from './secret-forms.ts';

/** What stands for a secret, whatever its length. */
export const MASK = '********';

/** In the filter, shorter lines would cost all texts more than they cost the texts that are taken apart for them. */
const SHORT_LINE = 8;

/** As lenient as the search for near misses. */
const TELLS_SECRET = /^\s*openjd_redacted_env(?=:|\s|$)/iu;

/** A stretch `[start, end)` of a text that is to be masked. */
interface Run {
  start: number;
  end: number;
}

/**
 * Masks secrets in lines of text. The time is linear in the text for any number of secrets, and a line without one is given back as it is.
 *
 * Hits that overlap or touch become one {@link MASK}. Secrets of several lines are masked line by line.
 */
export class Redactor {
  readonly #substrings = new Set<string>();
  readonly #wholeLines = new Set<string>();
  /** One of them is so short that any text could hold it. */
  #hasShortLines = false;
  readonly #automata = new AutomatonSet();
  readonly #prefilter = new Prefilter();
  /** The end of the last part of a cut line: it may be the beginning of a secret. */
  #held = '';
  /** How much of it is under a mask that was given out already. */
  #heldMasked = 0;
  /** The cut line itself tells a secret, of which only the beginning can be known. */
  #hidesLine = false;

  /** From now on the value, and each form in which it can show up in a line, is masked. An empty value is no secret. */
  add(value: string): void {
    const { substrings, wholeLines } = secretForms(value);
    for (const line of wholeLines) this.#addWholeLine(line);
    for (const substring of substrings) {
      if (this.#substrings.has(substring)) continue;
      this.#substrings.add(substring);
      this.#automata.add(substring);
      this.#prefilter.add(substring);
    }
  }

  /**
   * Whether there can be anything to mask in a text, given in UTF-8; false is certain, and much faster to find out than {@link Redactor.redact} is.
   */
  mayHoldSecret(bytes: Uint8Array): boolean {
    if (this.#substrings.size === 0) return false;
    return this.#hasShortLines || this.#prefilter.mayHoldOne(bytes);
  }

  /** The text with all secrets masked. A text of several lines is taken line by line. */
  redact(text: string): string {
    if (this.#substrings.size === 0) return text;
    if (text.includes('\n'))
      return text
        .split('\n')
        .map((line) => this.#redactLine(line))
        .join('\n');
    return this.#redactLine(text);
  }

  /**
   * The same for the parts of a line that was cut: the beginning of what could be a secret is held back until the next part shows whether it is one,
   * so a part may come out shorter and the next one longer. A cut line that is itself `openjd_redacted_env` is hidden as a whole.
   */
  redactPart(text: string, part: LinePart): string {
    if (part === 'whole') return this.redact(text);
    if (part === 'start') this.#hidesLine = TELLS_SECRET.test(text);
    if (this.#hidesLine) return part === 'start' ? `openjd_redacted_env: ${MASK}` : MASK;
    const whole = part === 'start' ? text : this.#held + text;
    const masked = part === 'start' ? 0 : this.#heldMasked;
    const runs: Run[] = masked > 0 ? [{ start: 0, end: masked }] : [];
    const openEnd = this.#automata.scan(whole, (start, end) => addHit(runs, start, end));
    const settled = part === 'end' ? whole.length : whole.length - openEnd;
    const givenOut = runs.findLast((run, index) => run.start < settled || (index === 0 && masked > 0));
    this.#held = whole.slice(settled);
    this.#heldMasked = givenOut === undefined ? 0 : Math.max(0, givenOut.end - settled);
    return maskRuns(whole, runs, settled, masked > 0);
  }

  #addWholeLine(line: string): void {
    if (this.#wholeLines.has(line)) return;
    this.#wholeLines.add(line);
    if (line.length < SHORT_LINE) this.#hasShortLines = true;
    else this.#prefilter.add(line);
  }

  #redactLine(line: string): string {
    if (this.#wholeLines.size > 0 && this.#wholeLines.has(line.trim())) return MASK;
    if (!this.#prefilter.mayHoldOne(utf8Of(line))) return line;
    const runs: Run[] = [];
    this.#automata.scan(line, (start, end) => addHit(runs, start, end));
    return runs.length === 0 ? line : maskRuns(line, runs, line.length, false);
  }
}

/** Most lines fit in here: no memory of their own for each. */
const scratch = Buffer.allocUnsafeSlow(4096);

/** The text in UTF-8, valid until the next call. */
function utf8Of(text: string): Uint8Array {
  // A UTF-16 unit has at most three bytes.
  if (text.length * 3 > scratch.length) return Buffer.from(text);
  return scratch.subarray(0, scratch.write(text));
}

/** Adds a hit whose end is not before any other's; merges those that overlap or touch. */
function addHit(runs: Run[], start: number, end: number): void {
  let run: Run = { start, end };
  for (let last = runs.at(-1); last !== undefined && last.end >= run.start; last = runs.at(-1)) {
    run = { start: Math.min(last.start, run.start), end: Math.max(last.end, run.end) };
    runs.pop();
  }
  runs.push(run);
}

/** The first `length` characters with each run masked; the first run may have its mask already. */
function maskRuns(text: string, runs: readonly Run[], length: number, firstIsMasked: boolean): string {
  let masked = '';
  let from = 0;
  for (const [index, run] of runs.entries()) {
    if (run.start >= length) break;
    masked += text.slice(from, run.start);
    if (index > 0 || !firstIsMasked) masked += MASK;
    from = run.end;
  }
  return masked + text.slice(from, Math.max(from, length));
}

/**
 * A growing set of patterns, searched with few automata: each is at most half as large as the one before it, so adding one pattern after another
 * costs each of them few rebuilds (after Bentley and Saxe), and searching costs a few passes at most.
 */
class AutomatonSet {
  /** By size, descending. */
  #automata: Automaton[] = [];
  #added: string[] = [];
  /** Characters searched with more than one automaton since the last change. */
  #searched = 0;

  add(pattern: string): void {
    this.#added.push(pattern);
  }

  /** As {@link Automaton.scan}, hits in ascending order of their ends. */
  scan(text: string, onHit: (start: number, end: number) => void): number {
    this.#takeAdded(text.length);
    const [only] = this.#automata;
    if (only !== undefined && this.#automata.length === 1) return only.scan(text, onHit);
    const hits: Run[] = [];
    const openEnds = this.#automata.map((automaton) => automaton.scan(text, (start, end) => hits.push({ start, end })));
    hits.sort((a, b) => a.end - b.end);
    for (const hit of hits) onHit(hit.start, hit.end);
    return Math.max(0, ...openEnds);
  }

  #takeAdded(textLength: number): void {
    if (this.#added.length > 0) {
      const patterns = this.#added;
      this.#added = [];
      for (
        let last = this.#automata.at(-1);
        last !== undefined && last.patterns.length <= 2 * patterns.length;
        last = this.#automata.at(-1)
      ) {
        for (const pattern of last.patterns) patterns.push(pattern);
        this.#automata.pop();
      }
      this.#automata.push(new Automaton(patterns));
      this.#searched = 0;
      return;
    }
    if (this.#automata.length < 2) return;
    // Once as much was searched as building one automaton of all costs, it pays.
    this.#searched += textLength;
    if (this.#searched < 8 * this.#automata.reduce((sum, automaton) => sum + automaton.size, 0)) return;
    this.#automata = [new Automaton(this.#automata.flatMap((automaton) => automaton.patterns))];
  }
}
