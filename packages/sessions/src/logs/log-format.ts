import type { SessionEvent } from '../events/session-event.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import type { OutputLines } from './lossless-sink.ts';

/** What a log file holds of events. Made anew for each file. */
export interface LogFormat {
  event(event: SessionEvent): string;
  /** Pieces that follow one another: to put large texts together is to copy them. */
  lines(lines: OutputLines): readonly string[];
}

export const logFormats: Readonly<Record<'text' | 'ndjson', () => LogFormat>> = {
  text: (): LogFormat => new TextFormat(),
  ndjson: (): LogFormat => ({
    event: (event) => `${JSON.stringify(event)}\n`,
    lines: (lines) => Array.from(lines.events(), (event) => `${JSON.stringify(event)}\n`),
  }),
};

/** What a line says of itself before its text. */
interface Tags {
  readonly timestampMs: number;
  readonly level: LogLevel;
  readonly sessionId: string;
  readonly actionId?: string;
  readonly content: LogContent;
}

/** In characters. A text of more than 128 KiB is costly memory to the engine, and the tags can make a text of short lines several times as long. */
const pieceLength = 16 * 1024;

/** `TIME LEVEL SESSION/ACTION CONTENT | text`: each line of a text of several lines has them all, so that none can pass for another's. */
class TextFormat implements LogFormat {
  /** The tags of the newest lines: a flood has many lines in one millisecond. */
  #newest: { readonly tags: Tags; readonly text: string; readonly afterLineEnd: string } | undefined;

  event(event: SessionEvent): string {
    if (event.type !== 'log' && event.type !== 'session-log') return '';
    // Many readers take a carriage return for the end of a line.
    return this.#tagged(event, event.text.replaceAll(/\r\n?/g, '\n')).join('');
  }

  lines(lines: OutputLines): readonly string[] {
    const { sessionId, actionId, timestampMs, text } = lines;
    return this.#tagged(
      { timestampMs, level: 'info', sessionId, actionId, content: 'command-output' },
      text.slice(0, -1),
    );
  }

  #tagged(tags: Tags, text: string): readonly string[] {
    if (this.#newest === undefined || !areSame(this.#newest.tags, tags)) this.#newest = { tags, ...prefixes(tags) };
    const { text: prefix, afterLineEnd } = this.#newest;
    const pieces = [prefix];
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = start + pieceLength;
      // No character is to be cut in two.
      if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
      // A regular expression is what the engine replaces fastest.
      pieces.push(text.slice(start, end).replace(/\n/g, afterLineEnd));
    }
    pieces.push('\n');
    return pieces;
  }
}

function areSame(a: Tags, b: Tags): boolean {
  return (
    a.timestampMs === b.timestampMs &&
    a.level === b.level &&
    a.actionId === b.actionId &&
    a.content === b.content &&
    a.sessionId === b.sessionId
  );
}

function prefixes({ timestampMs, level, sessionId, actionId, content }: Tags): { text: string; afterLineEnd: string } {
  const whose = actionId === undefined ? shownId(sessionId) : `${shownId(sessionId)}/${actionId}`;
  const text = `${new Date(timestampMs).toISOString()} ${level} ${whose} ${content} | `;
  // By way of bytes it is one piece: the engine keeps a text that was put together as its parts, which are slow to insert many times.
  return { text, afterLineEnd: Buffer.from(`\n${text.replaceAll('$', '$$$$')}`).toString() };
}

/** Callers choose the ids of sessions; one with spaces or line ends must not change what the fields of a line are. */
function shownId(id: string): string {
  return /^[!-~]+$/.test(id) && !id.startsWith('"') ? id : JSON.stringify(id).replaceAll(' ', String.raw`\u0020`);
}
