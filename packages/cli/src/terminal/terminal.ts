import type { Streams, TextSink } from './streams.ts';

/** What a stream can show. */
export interface Terminal {
  /** A person looks at it: lines should fit. */
  readonly interactive: boolean;
  /** What was written can be erased again. */
  readonly animated: boolean;
  readonly colour: boolean;
  readonly unicode: boolean;
  readonly width: number;
}

const DEFAULT_WIDTH = 80;

/** What a file can show. */
export const PLAIN_TERMINAL: Terminal = {
  interactive: false,
  animated: false,
  colour: false,
  unicode: true,
  width: DEFAULT_WIDTH,
};

/**
 * What may be shown on `sink`: `NO_COLOR` (not empty) forbids colours, `FORCE_COLOR` (not empty and not 0) asks for them, else they are
 * for terminals outside CI. Unicode needs a UTF-8 locale.
 */
export function terminalOf(sink: TextSink, env: Streams['env']): Terminal {
  return {
    interactive: sink.isTTY,
    animated: sink.isTTY && !env['CI'] && env['TERM'] !== 'dumb',
    colour: wantsColour(sink, env),
    unicode: speaksUtf8(env),
    width: (sink.isTTY && sink.columns) || DEFAULT_WIDTH,
  };
}

function wantsColour(sink: TextSink, env: Streams['env']): boolean {
  if (env['NO_COLOR']) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  return sink.isTTY && !env['CI'] && env['TERM'] !== 'dumb';
}

function speaksUtf8(env: Streams['env']): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'];
  // Windows and macOS terminals set no locale and speak UTF-8; a POSIX "C" locale is ASCII.
  if (!locale) return env['TERM'] !== 'linux';
  return /utf-?8/i.test(locale);
}

/** A mark before an outcome, for people; nothing where nobody looks, so that pipes carry the plain words. */
export function mark(terminal: Terminal, ok: boolean): string {
  if (!terminal.interactive) return '';
  const [good, bad] = terminal.unicode ? ['\u2713', '\u2717'] : ['+', 'x'];
  return `${ok ? style(terminal, 'green', good) : style(terminal, 'red', bad)} `;
}

/** Text for a terminal that has only ASCII: the typographic characters of our own messages are written out. */
export function plainText(terminal: Terminal, text: string): string {
  return terminal.unicode ? text : text.replaceAll('\u2026', '...');
}

const STYLES = { bold: '1', dim: '2', red: '31', green: '32', yellow: '33', cyan: '36' } as const;

/** `text` in a style where the terminal has colours, else unchanged. */
export function style(terminal: Terminal, name: keyof typeof STYLES, text: string): string {
  return terminal.colour ? `\u001B[${STYLES[name]}m${text}\u001B[0m` : text;
}

/** Text from a template, whose control characters would otherwise do to the terminal what they say; line breaks and tabs stay. */
export function visible(text: string): string {
  // oxlint-disable-next-line eslint/no-control-regex
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
