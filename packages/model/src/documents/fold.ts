/**
 * Where a run of line breaks, and the blanks around them, ends; -1 where none begins. By hand: an expression keeps a way back
 * for each line, and there may be millions.
 */
export function foldEnd(text: string, at: number): number {
  let end = at;
  let isFold = false;
  for (; ; end++) {
    const char = text[end];
    if (char === '\n') isFold = true;
    else if (char !== ' ' && char !== '\t' && !(char === '\r' && text[end + 1] === '\n')) return isFold ? end : -1;
  }
}
