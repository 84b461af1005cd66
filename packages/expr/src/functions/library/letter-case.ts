// The four digraphs that have a form of their own for the start of a word.
const DIGRAPHS: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };
const GEORGIAN = /^[\u10d0-\u10fa\u10fd-\u10ff]$/;
const IOTA_BELOW = '\u0345';
const CASED = /\p{Cased}/u;

/** A letter as it stands at the start of a word. JavaScript knows only the form for all capitals. */
function titleLetter(letter: string): string {
  if (GEORGIAN.test(letter)) return letter;
  const upper = letter.toUpperCase();
  const digraph = DIGRAPHS[upper];
  if (digraph !== undefined) return digraph;
  // ᾳ is ᾼ at the start of a word, and ΑΙ in capitals.
  const [base = '', ...marks] = letter.normalize('NFD');
  if (marks.includes(IOTA_BELOW)) {
    const others = marks.filter((mark) => mark !== IOTA_BELOW).join('');
    const composed = (base.toUpperCase() + others + IOTA_BELOW).normalize('NFC');
    return composed.length === 1 ? composed : (base.toUpperCase() + others).normalize('NFC') + IOTA_BELOW;
  }
  if (letter === 'ŉ') return upper;
  const [first = '', ...rest] = upper;
  return first + rest.join('').toLowerCase();
}

/**
 * The letters of a text with their small forms. The text is lowered as a whole: the small form of a sigma depends on what
 * stands around it.
 */
function* lowered(text: string): Generator<{ readonly letter: string; readonly small: string }, void, undefined> {
  const whole = text.toLowerCase();
  let position = 0;
  for (const letter of text) {
    const end = position + (letter === 'Σ' ? 1 : letter.toLowerCase().length);
    yield { letter, small: whole.slice(position, end) };
    position = end;
  }
}

/** The first letter large, the others small. */
export function capitalize(text: string): string {
  const [first] = lowered(text);
  return first === undefined ? '' : titleLetter(first.letter) + text.toLowerCase().slice(first.small.length);
}

/** The first letter of every word large, the others small; whatever has no case ends a word. */
export function titleCase(text: string): string {
  let result = '';
  let isInWord = false;
  for (const { letter, small } of lowered(text)) {
    result += isInWord ? small : titleLetter(letter);
    isInWord = CASED.test(letter);
  }
  return result;
}
