interface Subscriber<Event> {
  readonly deliver: (event: Event) => void;
  readonly complete: () => void;
  /** The number of the first event that is news to this subscriber. */
  readonly from: number;
}

/**
 * Brings events to subscribers, in one order for all: what a subscriber causes while it is told of an event comes after that event,
 * and who subscribes meanwhile is told only what is published from then on.
 */
export class Broadcast<Event> {
  readonly #subscribers = new Set<Subscriber<Event>>();
  #queue: Event[] = [];
  /** The number of the first event in the queue. */
  #first = 0;
  #delivering = false;

  get hasSubscribers(): boolean {
    return this.#subscribers.size > 0;
  }

  /** @returns what ends the subscription. */
  subscribe(deliver: (event: Event) => void, complete: () => void): () => void {
    const subscriber = { deliver, complete, from: this.#first + this.#queue.length };
    this.#subscribers.add(subscriber);
    return () => this.#subscribers.delete(subscriber);
  }

  publish(events: readonly Event[]): void {
    if (!this.hasSubscribers) return;
    for (const event of events) this.#queue.push(event);
    this.#deliverAll();
  }

  /** What is published meanwhile is delivered afterwards: what a subscriber of it causes comes after all of it. */
  together(publish: () => void): void {
    if (this.#delivering) {
      publish();
      return;
    }
    this.#delivering = true;
    try {
      publish();
    } finally {
      this.#delivering = false;
      this.#deliverAll();
    }
  }

  #deliverAll(): void {
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let index = 0; index < this.#queue.length; index += 1) this.#deliver(index);
    } finally {
      this.#first += this.#queue.length;
      this.#queue = [];
      this.#delivering = false;
    }
  }

  complete(): void {
    for (const { complete } of this.#subscribers) complete();
    this.#subscribers.clear();
  }

  #deliver(index: number): void {
    const event = this.#queue[index];
    if (event === undefined) return;
    for (const { deliver, from } of this.#subscribers) if (from <= this.#first + index) deliver(event);
  }
}
