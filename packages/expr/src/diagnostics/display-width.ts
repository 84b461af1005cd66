/** Two columns on a terminal: emoji, and what East Asian Width calls wide or fullwidth, in blocks. */
const WIDE =
  /[\u1100-\u115F\u2329\u232A\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18DF2}\u{1AFF0}-\u{1B2FB}\u{1F200}-\u{1F265}\u{20000}-\u{3FFFD}]|(?!\p{Regional_Indicator})\p{Emoji_Presentation}/u;
/**
 * None: marks on the letter before them, the later parts of a Korean syllable, format characters (but for the soft hyphen, which terminals show),
 * and the colour of the skin of the emoji before it.
 */
const NARROW = /\p{Mark}|[\u1160-\u11FF\uD7B0-\uD7FB]|(?!\u00AD)\p{Format}|\p{Emoji_Modifier}/u;
const JOINER = '\u200D';
/** Asks for the picture of a character that has a plain form as well. */
const AS_PICTURE = '\uFE0F';

/**
 * How many columns of a terminal a text takes.
 *
 * @example
 * ```ts
 * displayWidth('日本'); // => 4
 * ```
 */
export function displayWidth(text: string): number {
  let width = 0;
  let before = '';
  for (const point of text) {
    if (point === AS_PICTURE && !WIDE.test(before) && before !== '') width += 1;
    // What a joiner joins is one picture.
    else if (before !== JOINER) width += NARROW.test(point) ? 0 : WIDE.test(point) ? 2 : 1;
    before = point;
  }
  return width;
}
