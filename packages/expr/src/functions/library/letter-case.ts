// The four digraphs that have a form of their own for the start of a word.
const DIGRAPHS: Readonly<Record<string, string>> = { Ǆ: 'ǅ', Ǉ: 'ǈ', Ǌ: 'ǋ', Ǳ: 'ǲ' };
const GEORGIAN = /^[\u10d0-\u10fa\u10fd-\u10ff]$/;
const IOTA_BELOW = '\u0345';
const CASED_WORD = /\p{Cased}+/gu;

/** A letter as it stands at the start of a word. JavaScript knows only the form for all capitals. */
function titleLetter(letter: string): string {
  if (GEORGIAN.test(letter)) return letter;
  const upper = letter.toUpperCase();
  const digraph = DIGRAPHS[upper];
  if (digraph !== undefined) return digraph;
  const decomposed = letter.normalize('NFD');
  // ᾳ is ᾼ at the start of a word, and ΑΙ in capitals.
  if (decomposed.includes(IOTA_BELOW)) {
    const [first = '', ...marks] = decomposed;
    return (first.toUpperCase() + marks.join('')).normalize('NFC');
  }
  if (letter === 'ŉ') return upper;
  const [first = '', ...rest] = upper;
  return first + rest.join('').toLowerCase();
}

/** The first letter large, the others small. */
export function capitalize(text: string): string {
  const [first = ''] = text;
  // The whole text is lowered, for the sake of a sigma at the end of a word.
  return titleLetter(first) + text.toLowerCase().slice(first.toLowerCase().length);
}

/** The first letter of every word large, the others small; whatever has no case ends a word. */
export function titleCase(text: string): string {
  return text.replaceAll(CASED_WORD, capitalize);
}
