import type { TextSink } from './streams.ts';

/** At most ten a second: a person can't read more, and a job may have thousands of Tasks a minute. */
const REDRAW_MS = 100;
const ERASE = '\r\u001B[K';

/**
 * One line at the bottom of a terminal that says what goes on; what is written in the meantime scrolls by above it.
 * It is cut to the width of the terminal, because a line that wraps can't be erased.
 */
export class StatusLine implements TextSink {
  readonly #sink: TextSink;
  readonly #render: (text: string) => string;
  readonly #now: () => number;
  #text = '';
  #isShown = false;
  #drawnAtMs = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** @param render puts the cut text in a style */
  constructor(sink: TextSink, render: (text: string) => string = (text) => text, now: () => number = Date.now) {
    this.#sink = sink;
    this.#render = render;
    this.#now = now;
  }

  get isTTY(): boolean {
    return this.#sink.isTTY;
  }

  get columns(): number | undefined {
    return this.#sink.columns;
  }

  /** Says something else; soon, if it was drawn just now. */
  say(text: string): void {
    this.#text = text;
    const waitMs = this.#drawnAtMs + REDRAW_MS - this.#now();
    if (waitMs <= 0) return this.#draw('');
    this.#timer ??= setTimeout(() => this.#draw(''), waitMs).unref();
  }

  /** Whole lines, above the status line. */
  write(lines: string): void {
    this.#draw(lines);
  }

  /** Takes the line away. What is written afterwards is written as it is. */
  close(): void {
    this.#text = '';
    this.#draw('');
  }

  #draw(lines: string): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#cut();
    if (lines === '' && text === '' && !this.#isShown) return;
    if (text !== '') this.#drawnAtMs = this.#now();
    this.#sink.write((this.#isShown ? ERASE : '') + lines + (text === '' ? '' : this.#render(text)));
    this.#isShown = text !== '';
  }

  #cut(): string {
    const width = (this.#sink.columns ?? 80) - 1;
    // Control characters of a status message would move the cursor.
    const text = this.#text.replaceAll(/\p{Cc}+/gu, ' ');
    const whole = firstColumns(text, width);
    return whole === text ? text : `${firstColumns(text, width - 3)}...`;
  }
}

/** As much of a text as fits, where what is not of the first alphabets may take two columns. */
function firstColumns(text: string, columns: number): string {
  let taken = '';
  let width = 0;
  for (const character of text) {
    width += (character.codePointAt(0) ?? 0) < 0x300 ? 1 : 2;
    if (width > columns) return taken;
    taken += character;
  }
  return taken;
}
