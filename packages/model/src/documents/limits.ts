import { DEFAULT_LIMITS, type ExprLimits } from '@ojd/expr';

/**
 * Limits on the document itself, before any rule of the specification is looked at. All are on by default: a template
 * is input from strangers.
 */
export interface DocumentLimits {
  /** Bytes of the text in UTF-8. Checked before anything is parsed. */
  readonly maxBytes: number;
  /** Nesting of lists and mappings, those behind aliases included. Checked before the document is composed. More than 500 are never read. */
  readonly maxDepth: number;
  /** Values that YAML aliases may add to the document, all expansions counted. */
  readonly maxAliasedNodes: number;
  /** Values in the document, all expansions of aliases counted. Of pieces of a text that belong to no value, such as comments and blank lines, there may be as many. */
  readonly maxNodes: number;
  /** UTF-16 units of one string. */
  readonly maxStringLength: number;
  /** Comma-separated pieces of one integer range expression. */
  readonly maxRangePieces: number;
  /** `{{ }}` of one format string. */
  readonly maxSegments: number;
  /** UTF-16 units of one expression. */
  readonly maxSourceLength: number;
  /** Brackets, unary operators and other constructs inside each other in one expression. More than 200 are never read. */
  readonly maxExpressionDepth: number;
  /** Operations of all expressions of the document together; each has the limits of `@ojd/expr` besides. */
  readonly maxTotalOperations: number;
  /** Problems that are reported: whoever has more is told so, and the rest is not looked at. */
  readonly maxProblems: number;
}

/** The limits that hold unless the caller says otherwise. */
export const DEFAULT_DOCUMENT_LIMITS: DocumentLimits = {
  maxBytes: 16 * 1024 * 1024,
  maxDepth: 128,
  maxAliasedNodes: 100_000,
  maxNodes: 1_000_000,
  maxStringLength: 4 * 1024 * 1024,
  maxRangePieces: 10_000,
  maxSegments: DEFAULT_LIMITS.maxSegments,
  maxSourceLength: DEFAULT_LIMITS.maxSourceLength,
  maxExpressionDepth: DEFAULT_LIMITS.maxDepth,
  maxTotalOperations: 1_000_000,
  maxProblems: 1000,
};

/** Reading calls itself once for each level: so many take half the stack that an engine has by default. */
export const MOST_LEVELS = 500;

/** The limits that hold, given what a caller says of them. */
export function documentLimits(given: Partial<DocumentLimits> | undefined): DocumentLimits {
  const limits = { ...DEFAULT_DOCUMENT_LIMITS, ...given };
  return { ...limits, maxDepth: Math.min(limits.maxDepth, MOST_LEVELS) };
}

/** The limits on how an expression or a format string of the document is read. */
export function readingLimits({
  maxSegments,
  maxSourceLength,
  maxExpressionDepth,
}: DocumentLimits): Partial<ExprLimits> {
  return { maxSegments, maxSourceLength, maxDepth: maxExpressionDepth };
}
