import type { CharacterSet } from './character-set.ts';

/** What a pattern parses to. Flags are gone by then: they chose the assertion, the set or the literal. */
export type RegexNode =
  | { readonly kind: 'empty' }
  | { readonly kind: 'literal'; readonly codePoint: number }
  | { readonly kind: 'set'; readonly set: CharacterSet }
  | { readonly kind: 'assertion'; readonly assertion: Assertion }
  | { readonly kind: 'capture'; readonly group: number; readonly body: RegexNode }
  | { readonly kind: 'sequence'; readonly items: readonly RegexNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly RegexNode[] }
  | RepeatNode;

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: RegexNode;
  readonly min: number;
  /** Infinity when open-ended. */
  readonly max: number;
  readonly lazy: boolean;
}

/** Zero-width tests, numbered because the compiled program holds numbers only. */
export const Assertion = {
  textStart: 0,
  lineStart: 1,
  /** Python's `$`: the end, or before a newline that ends the text. */
  textEnd: 2,
  lineEnd: 3,
  wordBoundary: 4,
  notWordBoundary: 5,
} as const;
export type Assertion = (typeof Assertion)[keyof typeof Assertion];

/** Whether the node can match the empty text. Assertions count: they consume nothing. */
export function isNullable(node: RegexNode): boolean {
  switch (node.kind) {
    case 'literal':
    case 'set':
      return false;
    case 'capture':
      return isNullable(node.body);
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.branches.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    case 'empty':
    case 'assertion':
    default:
      return true;
  }
}
