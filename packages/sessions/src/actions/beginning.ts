import type { SpawnOptions } from '../ports/spawn.ts';

/** What a port may heed while it starts a process. Most ports don't look, and an AbortController takes longer to make than anything else of an action. */
export class Beginning implements SpawnOptions {
  #controller: AbortController | undefined;
  #givenUp = false;

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#givenUp) this.#controller.abort();
    }
    return this.#controller.signal;
  }

  giveUp(): void {
    this.#givenUp = true;
    this.#controller?.abort();
  }
}
