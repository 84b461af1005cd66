/** Tasks after which the measured time per task is trusted at once. */
const TRUSTED_TASK_COUNT = 10;
/** Weight of the chunk size in use while few tasks are measured, so that one odd chunk doesn't swing it. */
const CAUTION = 0.75;

/** Finds the chunk size that takes about the target run time (TASK_CHUNKING, `targetRuntimeSeconds`). */
export class AdaptiveChunkSize {
  readonly #targetMs: number;
  #tasks = 0;
  #elapsedMs = 0;

  constructor(targetRuntimeSeconds: number) {
    this.#targetMs = targetRuntimeSeconds * 1000;
  }

  /** Notes a chunk that is done and returns the size for the next one; `current` as long as nothing was measured. */
  next(current: number, taskCount: number, durationMs: number): number {
    this.#tasks += taskCount;
    this.#elapsedMs += durationMs;
    if (this.#tasks <= 0 || this.#elapsedMs <= 0) return current;
    const ideal = this.#targetMs / (this.#elapsedMs / this.#tasks);
    const cautious = this.#tasks < TRUSTED_TASK_COUNT && ideal > current;
    const size = cautious ? CAUTION * current + (1 - CAUTION) * ideal : ideal;
    return Math.min(Math.max(Math.floor(size), 1), Number.MAX_SAFE_INTEGER);
  }
}
