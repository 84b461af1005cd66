import { type CST, Lexer, Parser } from 'yaml';
import { LexemeCount } from '../lexeme-count.ts';
import { limitProblem } from '../limit-problems.ts';
import type { DocumentLimits } from '../limits.ts';
import { LimitExceeded } from '../problem.ts';
import { mistake, type ComposedDocument, type SyntaxMistake } from './composed.ts';
import { readEnd } from './properties.ts';
import { TokenComposer } from './token-composer.ts';

interface Composed {
  readonly documents: readonly ComposedDocument[];
  /** Offsets of quotes that open and never close. */
  readonly unclosed: readonly number[];
}

/**
 * The first two documents of a text. Stops before parsing what holds too many values, because it would take minutes, and
 * before composing what nests too deep: the parser, when it leaves a collection, and the composer call themselves once
 * for each level, and what they hold in common is the parser's stack.
 */
export function composeText(text: string, limits: DocumentLimits): Composed {
  const { lexemes, unclosed } = lexemesOf(text, limits);
  const parser = new Parser();
  const stream = new DocumentStream(limits.maxProblems);
  for (const lexeme of lexemes) {
    const start = parser.offset;
    for (const token of parser.next(lexeme)) stream.next(token);
    if (stream.documents.length > 1) return { documents: stream.documents, unclosed };
    if (parser.stack.length > limits.maxDepth + NO_COLLECTIONS) {
      throw new LimitExceeded(limitProblem('maxDepth', limits, { extent: { start, end: start + 1 } }));
    }
  }
  for (const token of parser.end()) stream.next(token);
  return { documents: stream.end(), unclosed };
}

/** Of what is on the parser's stack, the document and a scalar are no collections. */
const NO_COLLECTIONS = 2;

function lexemesOf(text: string, limits: DocumentLimits): { lexemes: string[]; unclosed: number[] } {
  const count = new LexemeCount(limits);
  const lexemes: string[] = [];
  const unclosed: number[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    lexemes.push(lexeme);
    const offset = count.next(lexeme);
    if (/^["']/.test(lexeme) && (lexeme.length === 1 || !lexeme.endsWith(lexeme.charAt(0)))) unclosed.push(offset);
  }
  return { lexemes, unclosed };
}

/** The documents of a stream of tokens, each with the mistakes in it and behind it. */
class DocumentStream {
  readonly documents: (ComposedDocument & { readonly mistakes: SyntaxMistake[] })[] = [];
  /** What belongs to the next document. */
  #mistakes: SyntaxMistake[] = [];
  #hasDirectives = false;
  readonly #maxProblems: number;

  constructor(maxProblems: number) {
    this.#maxProblems = maxProblems;
  }

  next(token: CST.Token): void {
    switch (token.type) {
      case 'directive':
        this.#hasDirectives = true;
        this.#directive(token);
        break;
      case 'document':
        this.#document(token);
        break;
      case 'doc-end': {
        const problems = this.documents.at(-1)?.mistakes ?? this.#mistakes;
        const end = token.offset + token.source.length;
        readEnd(token.end, end, true, (...words) => problems.push(mistake(...words)));
        break;
      }
      case 'error': {
        const problems = this.#hasDirectives ? this.#mistakes : (this.documents.at(-1)?.mistakes ?? this.#mistakes);
        problems.push(mistake(token, 'UNEXPECTED_TOKEN', token.message));
        break;
      }
      default: // white space and comments
    }
  }

  /** The documents; what stands behind the last belongs to it. */
  end(): readonly ComposedDocument[] {
    // One by one: what is spread lies on the stack.
    for (const problem of this.#mistakes) this.documents.at(-1)?.mistakes.push(problem);
    return this.documents;
  }

  #document(token: CST.Document): void {
    const mistakes = this.#mistakes;
    if (this.#hasDirectives && !token.start.some(({ type }) => type === 'doc-start')) {
      mistakes.push(mistake(token, 'MISSING_CHAR', 'Expected a line --- between the directives and the document.'));
    }
    const contents = new TokenComposer(mistakes, this.#maxProblems).document(token);
    this.documents.push({ contents, mistakes, start: token.offset, end: contents?.after ?? token.offset });
    this.#mistakes = [];
    this.#hasDirectives = false;
  }

  #directive(token: CST.Directive): void {
    if (/^%YAML[ \t]+1\.[12][ \t]*$/.test(token.source)) return;
    this.#mistakes.push(mistake(token, 'BAD_DIRECTIVE'));
  }
}
