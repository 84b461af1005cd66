// Characters that no document may hold, and strings that are too long.
import type { DocumentLimits } from './limits.ts';
import type { DocumentNode } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';
import { isSuspicious } from './suspicious-string.ts';

const LONE_SURROGATE = /\p{Surrogate}/u;
/** What writes half of a pair in a text that has none. */
const SURROGATE_ESCAPE = /\\[uU]/;

/** What is wrong with a text before it is read. */
export function forbiddenCharacter(text: string): DocumentProblem | undefined {
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const message = 'The document holds a NUL character.';
    const hint = 'Remove it. If there are many, save the file as UTF-8.';
    return { code: 'document-forbidden-character', message, hint, extent: { start: nul, end: nul + 1 } };
  }
  const lone = LONE_SURROGATE.exec(text)?.index;
  return lone === undefined ? undefined : surrogate('The document', [], { start: lone, end: lone + 1 });
}

function surrogate(what: string, path: DocumentProblem['path'], extent: DocumentProblem['extent']): DocumentProblem {
  const message = `${what} holds half of a surrogate pair, which is no character.`;
  return { code: 'document-forbidden-character', message, hint: 'Remove it.', path: path ?? [], extent };
}

/** Whether a string of the text needs a look. The text itself holds no half of a pair: that was looked at. */
export function isTextSuspicious(text: string, { maxStringLength }: DocumentLimits): boolean {
  return text.length > maxStringLength || SURROGATE_ESCAPE.test(text);
}

/** Adds the problems of strings that are too long or hold what UTF-8 cannot say. Shared nodes are looked at once. */
export function checkStrings(root: DocumentNode, limits: DocumentLimits, problems: DocumentProblem[]): void {
  checkStringsIn(root, { path: [], limits, problems, seen: new Set() });
}

function checkStringsIn(node: DocumentNode, check: StringCheck): void {
  const { path, seen } = check;
  if (node.kind === 'scalar') {
    // A shared string is told of once.
    if (!seen.has(node) && checkString(node.text, 'This string', node.extent, check)) seen.add(node);
    return;
  }
  if (seen.has(node)) return;
  seen.add(node);
  if (node.kind === 'list') {
    for (const [index, item] of node.items.entries()) {
      path.push(index);
      checkStringsIn(item, check);
      path.pop();
    }
    return;
  }
  for (const { key, keyExtent, value } of node.entries.values()) {
    path.push(key);
    checkString(key, 'This key', keyExtent, check);
    checkStringsIn(value, check);
    path.pop();
  }
}

interface StringCheck {
  /** Where the check is: it goes along, and is copied for a problem only. */
  readonly path: (string | number)[];
  readonly limits: DocumentLimits;
  readonly problems: DocumentProblem[];
  readonly seen: Set<DocumentNode>;
}

/** Whether there was a problem. */
function checkString(text: string, what: string, extent: DocumentProblem['extent'], check: StringCheck): boolean {
  const { limits, problems } = check;
  const { maxStringLength } = limits;
  if (!isSuspicious(text, limits)) return false;
  const path = [...check.path];
  if (text.length > maxStringLength) {
    const message = `${what} has ${text.length} characters, more than ${maxStringLength}.`;
    const hint = 'Keep data out of the template, or raise the limit maxStringLength.';
    problems.push({ code: 'document-string-too-long', message, hint, path, extent });
    return true;
  }
  if (!LONE_SURROGATE.test(text)) return false;
  problems.push(surrogate(what, path, extent));
  return true;
}
