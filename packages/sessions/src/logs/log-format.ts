import type { SessionEvent } from '../events/session-event.ts';
import type { LogContent, LogLevel } from '../events/log-content.ts';
import type { OutputLines } from './lossless-sink.ts';
import { asciiPrefix, type AsciiPrefix } from './prefixed-lines.ts';

/** What a log file holds of events. Made anew for each file. */
export interface LogFormat {
  event(event: SessionEvent): string;
  /** Pieces that follow one another: to put large texts together is to copy them. */
  lines(lines: OutputLines): readonly string[];
  /** Where all that it does with lines is to put the same before each, and that is ASCII. */
  prefix?(lines: OutputLines): AsciiPrefix | undefined;
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
  #newest: ({ readonly tags: Tags } & Prefix) | undefined;

  event(event: SessionEvent): string {
    if (event.type !== 'log' && event.type !== 'session-log') return '';
    // Many readers take a carriage return for the end of a line.
    return this.#tagged(event, event.text.replaceAll(/\r\n?/g, '\n')).join('');
  }

  lines(lines: OutputLines): readonly string[] {
    return this.#tagged(tagsOf(lines), lines.text.slice(0, -1));
  }

  prefix(lines: OutputLines): AsciiPrefix | undefined {
    return this.#prefixOf(tagsOf(lines)).ascii;
  }

  #prefixOf(tags: Tags): Prefix {
    if (this.#newest === undefined || !areSame(this.#newest.tags, tags)) this.#newest = { tags, ...prefixOf(tags) };
    return this.#newest;
  }

  #tagged(tags: Tags, text: string): readonly string[] {
    const { text: prefix, afterLineEnd } = this.#prefixOf(tags);
    const pieces = [prefix];
    for (let start = 0, end = 0; start < text.length; start = end) {
      end = start + pieceLength;
      // No character is to be cut in two.
      if (/[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
      pieces.push(text.slice(start, end).replace(/\n/g, afterLineEnd));
    }
    pieces.push('\n');
    return pieces;
  }
}

interface Prefix {
  readonly text: string;
  readonly afterLineEnd: string;
  readonly ascii: AsciiPrefix | undefined;
}

function tagsOf({ sessionId, actionId, timestampMs }: OutputLines): Tags {
  return { timestampMs, level: 'info', sessionId, actionId, content: 'command-output' };
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

function prefixOf({ timestampMs, level, sessionId, actionId, content }: Tags): Prefix {
  const whose = actionId === undefined ? shownId(sessionId) : `${shownId(sessionId)}/${actionId}`;
  const text = `${new Date(timestampMs).toISOString()} ${level} ${whose} ${content} | `;
  return { text, afterLineEnd: `\n${text.replaceAll('$', '$$$$')}`, ascii: asciiPrefix(text) };
}

/** Callers choose the ids of sessions; one with spaces or line ends must not change what the fields of a line are. */
function shownId(id: string): string {
  return /^[!-~]+$/.test(id) && !id.startsWith('"') ? id : JSON.stringify(id).replaceAll(' ', String.raw`\u0020`);
}
