import { classSet } from './character-set.ts';
import { Assertion } from './syntax.ts';

const NEWLINE = 10;

/** Whether the assertion holds between the characters before and after `position`. */
export function holds(assertion: number, text: string, position: number): boolean {
  switch (assertion) {
    case Assertion.textStart:
      return position === 0;
    case Assertion.lineStart:
      return position === 0 || text.charCodeAt(position - 1) === NEWLINE;
    case Assertion.textEnd:
      return position === text.length || (position === text.length - 1 && text.charCodeAt(position) === NEWLINE);
    case Assertion.lineEnd:
      return position === text.length || text.charCodeAt(position) === NEWLINE;
    case Assertion.wordBoundary:
      return isWordBoundary(text, position);
    default:
      return !isWordBoundary(text, position);
  }
}

function isWordBoundary(text: string, position: number): boolean {
  return isWordBefore(text, position) !== isWordAfter(text, position);
}

function isWordAfter(text: string, position: number): boolean {
  const codePoint = text.codePointAt(position);
  return codePoint !== undefined && classSet('w').has(codePoint);
}

function isWordBefore(text: string, position: number): boolean {
  if (position === 0) return false;
  // A position never falls inside a surrogate pair, so a trailing half just before it belongs to one, or stands alone.
  const pair = position > 1 ? (text.codePointAt(position - 2) ?? 0) : 0;
  return classSet('w').has(pair > 0xffff ? pair : text.charCodeAt(position - 1));
}
