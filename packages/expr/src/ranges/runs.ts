/**
 * An arithmetic run: `start`, `start + step`, ..., `end`. The step is positive, and the end is a member.
 *
 * @see Template Schemas 3.4.1.1.1
 */
export interface IntRange {
  readonly start: bigint;
  readonly end: bigint;
  readonly step: bigint;
}

/** How many values a run has. */
export function runLength(run: IntRange): bigint {
  return (run.end - run.start) / run.step + 1n;
}

/** A run that ends with a member, and has step 1 when it has a single value. */
export function makeRun(start: bigint, limit: bigint, step: bigint): IntRange {
  const end = limit - ((limit - start) % step);
  return { start, end, step: start === end ? 1n : step };
}

/** Joins neighbours that continue each other, such as 1-3 and 4-6, or 1-5:2 and 7-9:2. */
export function joinRuns(sorted: readonly IntRange[]): readonly IntRange[] {
  const joined: IntRange[] = [];
  for (const run of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && last.step === run.step && last.end + last.step === run.start) {
      joined[joined.length - 1] = { start: last.start, end: run.end, step: run.step };
    } else {
      joined.push(run);
    }
  }
  return joined;
}

/**
 * Cuts ascending values into the fewest runs that reading from the left finds. Takes whole runs at a time, so equal sets
 * have equal results whatever their parts were, and nothing is expanded.
 */
export class RunBuilder {
  readonly #done: IntRange[] = [];
  #start = 0n;
  #end = 0n;
  #step = 0n; // 0: no value yet, or a single one
  #isEmpty = true;

  addValue(value: bigint): void {
    if (this.#isEmpty) {
      this.#start = value;
      this.#isEmpty = false;
    } else if (this.#step === 0n) {
      this.#step = value - this.#end;
    } else if (value - this.#end !== this.#step) {
      this.#close();
      this.#start = value;
      this.#step = 0n;
    }
    this.#end = value;
  }

  addRun(run: IntRange): void {
    for (let value = run.start; value <= run.end; value += run.step) {
      this.addValue(value);
      if (this.#step === run.step) {
        this.#end = run.end;
        return;
      }
    }
  }

  finish(): readonly IntRange[] {
    if (!this.#isEmpty) this.#close();
    return this.#done;
  }

  #close(): void {
    this.#done.push({ start: this.#start, end: this.#end, step: this.#step === 0n ? 1n : this.#step });
  }
}
