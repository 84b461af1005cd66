/** What Python counts as white space, for a character class: more than ASCII, and not quite the \s of JavaScript. */
export const SPACE: string = String.raw`\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000`;
