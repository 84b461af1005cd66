import { parseMessage } from '../../src/messages/parse-message.ts';
import { MASK, Redactor } from '../../src/messages/redactor.ts';
import { LineReader, type LinePart, MAX_LINE_BYTES } from '../../src/output/line-reader.ts';

/** What a run has seen; all of it must be as expected, and none of it may be zero. */
export interface FuzzReport {
  readonly lines: number;
  readonly messages: number;
  readonly masks: number;
  readonly escapes: number;
  readonly cutLines: number;
  /** The first lines that did not come out as they must. */
  readonly wrong: readonly { readonly expected: string; readonly found: string | undefined }[];
}

/** A small generator of numbers (xorshift), so that a seed tells all: ten million lines are not kept. */
class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  pick<T>(items: readonly [T, ...T[]]): T {
    return items[this.below(items.length)] ?? items[0];
  }
}

/** A piece of a line: its bytes, and what of it may be seen in the end. */
interface Piece {
  readonly bytes: Buffer;
  readonly shown: string;
}

function piece(text: string, shown = text): Piece {
  return { bytes: Buffer.from(text), shown };
}

// No piece but a secret holds a '§', so what is found by accident is no matter.
const WORDS = [
  '',
  'frame ',
  '42',
  ' rendered in ',
  '0.25 s',
  'é',
  '日本',
  '😀',
  '\t',
  '{"a": 1}',
  'openjd_',
  '\\x41',
  '********',
  '\u2028',
  '=',
  '"',
].map((word) => piece(word));
const BROKEN = [[0xff], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5]].map(
  (bytes) => ({
    bytes: Buffer.from([...bytes, 0x7c]),
    shown: `${bytes.map((byte) => `\\x${byte.toString(16)}`).join('')}|`,
  }),
);
const PREFIXES = [
  'openjd_progress: ',
  'openjd_status: ',
  'openjd_fail: ',
  'openjd_env: ',
  'openjd_unset_env: ',
  ' openjd_env:',
  'OPENJD_ENV ',
  'openjd_session_runtime_loglevel: ',
].map((prefix) => piece(prefix));
const LINE_ENDS = ['\n', '\r\n', '\r', '\n', '\n'] as const;

/**
 * Sends random lines through all that stands between a process and those who see its output, in random chunks, and compares each line
 * with what was put together beside it.
 */
export function fuzzOutput(options: { readonly lines: number; readonly seed: number }): FuzzReport {
  const dice = new Dice(options.seed);
  const redactor = new Redactor();
  const secrets: [Piece, ...Piece[]] = [piece('§first§', MASK)];
  redactor.add('§first§');
  const expected: string[] = [];
  const wrong: { expected: string; found: string | undefined }[] = [];
  let checked = 0;
  let messages = 0;
  let masks = 0;
  let escapes = 0;
  let cutLines = 0;
  let glued = '';

  const onLine = (text: string, part: LinePart) => {
    const begins = part === 'whole' || part === 'start';
    const message = begins
      ? parseMessage(text, { in: dice.below(2) === 0 ? 'task' : 'environment', cut: part === 'start' })
      : undefined;
    if (message !== undefined) {
      messages++;
      if ('secrets' in message) for (const secret of message.secrets) redactor.add(secret);
    }
    if (part === 'start') cutLines++;
    const shown = redactor.redactPart(text, part);
    glued = begins ? shown : glued + shown;
    if (part === 'whole' || part === 'end') compare(glued);
  };
  const compare = (found: string | undefined) => {
    const wanted = expected[checked++ % BATCH] ?? '';
    if (found !== wanted && wrong.length < 5)
      wrong.push({ expected: wanted.slice(0, 300), found: found?.slice(0, 300) });
  };

  const reader = new LineReader(onLine);
  let written = 0;
  while (written < options.lines) {
    const pieces: Buffer[] = [];
    for (let count = Math.min(BATCH, options.lines - written); count > 0; count--) {
      const line = randomLine(dice, secrets);
      for (const { shown } of line) {
        if (shown === MASK) masks++;
        else if (shown.startsWith('\\x')) escapes++;
      }
      expected[written++ % BATCH] = line.map(({ shown }) => shown).join('');
      pieces.push(...line.map(({ bytes }) => bytes), Buffer.from(dice.pick(LINE_ENDS)));
    }
    writeInChunks(reader, Buffer.concat(pieces), dice);
    if (checked < written) {
      // The last line end was a '\r' or it wasn't; either way each line but none of the next batch has come.
      wrong.push({ expected: expected[checked % BATCH] ?? '', found: undefined });
      checked = written;
    }
  }
  reader.end();
  return { lines: checked, messages, masks, escapes, cutLines, wrong };
}

const BATCH = 512;

function randomLine(dice: Dice, secrets: [Piece, ...Piece[]]): readonly Piece[] {
  const kind = dice.below(1_000);
  if (kind === 0) return tellSecret(dice, secrets);
  // A line that ends in '\r' must not be empty, and one that is empty in between is not told apart: so each begins with something.
  const line: Piece[] = [kind < 100 ? dice.pick(PREFIXES as [Piece, ...Piece[]]) : piece('-')];
  for (let count = dice.below(8); count > 0; count--) {
    const choice = dice.below(20);
    if (choice === 0) line.push(dice.pick(BROKEN as [Piece, ...Piece[]]));
    // A letter beside each secret: two that touch would be one mask.
    else if (choice === 1) line.push(dice.pick(secrets), piece('.'));
    else line.push(dice.pick(WORDS as [Piece, ...Piece[]]));
  }
  if (kind === 1) line.push(piece('x'.repeat(MAX_LINE_BYTES - dice.below(40))), dice.pick(secrets), piece('!'));
  return line;
}

/** A line that makes a new secret known, and must itself not show it. */
function tellSecret(dice: Dice, secrets: [Piece, ...Piece[]]): readonly Piece[] {
  const value = `§${dice.pick(['', 'é', '😀', ' ', '"', '\\'])}${dice.below(1e9).toString(36)}§`;
  if (secrets.length < 2_000) secrets.push(piece(value, MASK));
  else secrets[dice.below(secrets.length - 1) + 1] = piece(value, MASK);
  const prefix = dice.pick([
    'openjd_redacted_env: KEY=',
    'openjd_redacted_env:KEY=',
    ' openjd_redacted_env: KEY=',
    'openjd_redacted_env: 9=',
  ]);
  return [piece(prefix), piece(value, MASK)];
}

function writeInChunks(reader: LineReader, bytes: Buffer, dice: Dice): void {
  // Mostly whole pipes full, sometimes byte by byte.
  const most = dice.pick([1, 7, 300, 65_536, 65_536, 65_536]);
  const end = most === 1 ? Math.min(bytes.length, 2_000) : bytes.length;
  let start = 0;
  while (start < end) {
    const size = 1 + dice.below(most);
    reader.write(bytes.subarray(start, start + size));
    start += size;
  }
  if (start < bytes.length) reader.write(bytes.subarray(start));
}
