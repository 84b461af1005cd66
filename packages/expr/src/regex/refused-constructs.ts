/** A construct that Python's `re` or Rust's `regex` has and the other lacks, or reads differently. */
export interface RefusedConstruct {
  /** The text that gives it away. */
  readonly opening: string;
  readonly name: string;
  readonly hint: string;
}

const NO_LOOKAROUND = 'Match the surrounding text too, and capture the part you need with a group.';
const NO_BACKREFERENCE = 'Capture both parts, and compare the captured texts in the expression.';
const USE_DOLLAR = 'Use $ for the end of the text.';
const USE_HEX = String.raw`Use \xHH, \uHHHH or \UHHHHHHHH.`;

/** What may not follow `(`; tried in this order, so longer openings come first. */
export const REFUSED_GROUPS: readonly RefusedConstruct[] = [
  { opening: '?<=', name: 'lookbehind (?<=...)', hint: NO_LOOKAROUND },
  { opening: '?<!', name: 'negative lookbehind (?<!...)', hint: NO_LOOKAROUND },
  { opening: '?=', name: 'lookahead (?=...)', hint: NO_LOOKAROUND },
  { opening: '?!', name: 'negative lookahead (?!...)', hint: NO_LOOKAROUND },
  { opening: '?P=', name: 'named backreference (?P=name)', hint: NO_BACKREFERENCE },
  { opening: '?P>', name: 'subpattern call (?P>name)', hint: 'Repeat the subpattern in place.' },
  { opening: '?<', name: 'group name (?<name>...)', hint: 'Write (?P<name>...).' },
  { opening: "?'", name: "group name (?'name'...)", hint: 'Write (?P<name>...).' },
  { opening: '?>', name: 'atomic group (?>...)', hint: 'Use (?:...): matching takes linear time without it.' },
  { opening: '?(', name: 'conditional (?(group)yes|no)', hint: 'Write the two cases as alternatives: yes|no.' },
  { opening: '?#', name: 'comment (?#...)', hint: 'Use the flag x, with # to the end of the line.' },
  { opening: '?|', name: 'branch reset (?|...)', hint: 'Use (?:...) with one group in each branch.' },
  { opening: '?&', name: 'subpattern call (?&name)', hint: 'Repeat the subpattern in place.' },
  { opening: '*', name: 'verb (*...)', hint: String.raw`Write \* for the character.` },
];

/** What may not follow a backslash; tried in this order. */
export const REFUSED_ESCAPES: readonly RefusedConstruct[] = [
  { opening: 'x{', name: String.raw`brace escape \x{...}`, hint: USE_HEX },
  { opening: 'u{', name: String.raw`brace escape \u{...}`, hint: USE_HEX },
  { opening: 'U{', name: String.raw`brace escape \U{...}`, hint: USE_HEX },
  { opening: 'b{', name: String.raw`word boundary \b{...}`, hint: String.raw`Use \b.` },
  { opening: '<', name: String.raw`word boundary \<`, hint: String.raw`Use \b, or < for the character.` },
  { opening: '>', name: String.raw`word boundary \>`, hint: String.raw`Use \b, or > for the character.` },
  { opening: 'Z', name: String.raw`end of text \Z`, hint: USE_DOLLAR },
  { opening: 'z', name: String.raw`end of text \z`, hint: USE_DOLLAR },
  { opening: 'G', name: String.raw`anchor \G`, hint: String.raw`Use ^ or \A for the start of the text.` },
  { opening: 'p', name: String.raw`Unicode property \p`, hint: String.raw`Use \w, \d, \s or a class of ranges.` },
  { opening: 'P', name: String.raw`Unicode property \P`, hint: String.raw`Use \W, \D, \S or a class of ranges.` },
  { opening: 'N', name: String.raw`named character \N{...}`, hint: USE_HEX },
  { opening: 'g', name: String.raw`backreference \g`, hint: NO_BACKREFERENCE },
  { opening: 'k', name: String.raw`backreference \k`, hint: NO_BACKREFERENCE },
  { opening: '0', name: 'octal escape', hint: USE_HEX },
  ...Array.from('123456789', (digit) => ({
    opening: digit,
    name: `backreference \\${digit}`,
    hint: NO_BACKREFERENCE,
  })),
];

/** What may not stand inside `[...]`: Rust reads these as set operations, Python as characters. */
export const REFUSED_IN_CLASS: readonly RefusedConstruct[] = [
  { opening: '[:', name: 'POSIX class [:name:]', hint: String.raw`Use \w, \d, \s or ranges such as a-z.` },
  { opening: '[', name: 'nested class', hint: String.raw`Write \[ for the character.` },
  { opening: '--', name: 'class difference --', hint: String.raw`Write \- for the character.` },
  { opening: '&&', name: 'class intersection &&', hint: String.raw`Write \& for the character.` },
  { opening: '~~', name: 'class symmetric difference ~~', hint: String.raw`Write \~ for the character.` },
];

export const REFUSED_FLAGS: ReadonlyMap<string, string> = new Map([
  ['a', 'ASCII matching'],
  ['L', 'locale matching'],
  ['U', 'swapped greediness'],
  ['R', 'CRLF mode'],
]);

export function findRefused(
  constructs: readonly RefusedConstruct[],
  source: string,
  index: number,
): RefusedConstruct | undefined {
  return constructs.find(({ opening }) => source.startsWith(opening, index));
}
