/** How much a ring keeps. */
export interface RingLimits {
  readonly maxEvents: number;
  readonly maxBytes: number;
}

/** No item should stand for more events than this: items leave as a whole, and most of what may stay should. */
export function mostEventsPerItem({ maxEvents }: RingLimits): number {
  return Math.max(1, Math.floor(maxEvents / 8));
}

/** What an item of a ring counts for. */
interface Weight {
  readonly events: number;
  readonly bytes: number;
}

/**
 * The newest items, addressed by their position since the beginning. An item may stand for several events. Pushing is constant
 * time on average; the newest item always stays, however big.
 */
export class Ring<Item> {
  readonly #limits: RingLimits;
  #items: (Item | undefined)[] = [];
  // Two lists of numbers instead of one of objects: a flood pushes millions.
  #itemEvents: number[] = [];
  #itemBytes: number[] = [];
  #head = 0;
  #evicted = 0;
  #evictedEvents = 0;
  #events = 0;
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

  /** How many events have left. */
  get evictedEvents(): number {
    return this.#evictedEvents;
  }

  at(position: number): Item | undefined {
    return position < this.#evicted ? undefined : this.#items[position - this.#evicted + this.#head];
  }

  push(item: Item, weight: Weight): void {
    this.#items.push(item);
    this.#itemEvents.push(weight.events);
    this.#itemBytes.push(weight.bytes);
    this.#events += weight.events;
    this.#bytes += weight.bytes;
    const { maxEvents, maxBytes } = this.#limits;
    while (this.length > 1 && (this.#events > maxEvents || this.#bytes > maxBytes)) this.#evict();
  }

  #evict(): void {
    const events = this.#itemEvents[this.#head] ?? 0;
    this.#events -= events;
    this.#bytes -= this.#itemBytes[this.#head] ?? 0;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    this.#evicted += 1;
    this.#evictedEvents += events;
    // Give the dead front back once it is the larger part: each item is moved at most once per halving.
    if (this.#head > 512 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#itemEvents = this.#itemEvents.slice(this.#head);
      this.#itemBytes = this.#itemBytes.slice(this.#head);
      this.#head = 0;
    }
  }
}
