/** How much a ring keeps. */
export interface RingLimits {
  readonly maxItems: number;
  readonly maxBytes: number;
}

/**
 * The newest items, addressed by their position since the beginning. Pushing is constant time on average;
 * the newest item always stays, however big.
 */
export class Ring<Item> {
  readonly #limits: RingLimits;
  #items: (Item | undefined)[] = [];
  #sizes: number[] = [];
  #head = 0;
  #evicted = 0;
  #bytes = 0;

  constructor(limits: RingLimits) {
    this.#limits = limits;
  }

  /** Position of the oldest item still here. */
  get start(): number {
    return this.#evicted;
  }

  get length(): number {
    return this.#items.length - this.#head;
  }

  at(position: number): Item | undefined {
    return position < this.#evicted ? undefined : this.#items[position - this.#evicted + this.#head];
  }

  push(item: Item, bytes: number): void {
    this.#items.push(item);
    this.#sizes.push(bytes);
    this.#bytes += bytes;
    while (this.length > 1 && (this.length > this.#limits.maxItems || this.#bytes > this.#limits.maxBytes))
      this.#evict();
  }

  #evict(): void {
    this.#bytes -= this.#sizes[this.#head] ?? 0;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    this.#evicted += 1;
    // Give the dead front back once it is the larger part: each item is moved at most once per halving.
    if (this.#head > 512 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#sizes = this.#sizes.slice(this.#head);
      this.#head = 0;
    }
  }
}
