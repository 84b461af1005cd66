import type { CST, ErrorCode } from 'yaml';
import type { Extent, ScalarStyle } from '../nodes.ts';

interface ComposedBase extends Extent {
  /** Where the comment and the line break behind it end. */
  readonly after: number;
  readonly anchor?: string | undefined;
}

export interface ComposedAlias extends ComposedBase {
  readonly kind: 'alias';
  /** The anchor that it names. */
  readonly source: string;
}

export interface ComposedScalar extends ComposedBase {
  readonly kind: 'scalar';
  /** The text without quotes, escapes and folds. */
  readonly text: string;
  readonly style: ScalarStyle;
  /** What its tag makes of the text, where it has one. */
  readonly type?: ScalarType | undefined;
}

export interface ComposedMap extends ComposedBase {
  readonly kind: 'map';
  readonly items: readonly ComposedPair[];
}

/** The value is missing where there is neither a value nor a colon. */
export interface ComposedPair {
  readonly key: ComposedNode;
  readonly value: ComposedNode | undefined;
}

export interface ComposedList extends ComposedBase {
  readonly kind: 'list';
  readonly items: readonly ComposedNode[];
}

/** A node of YAML as it stands in the text: anchors and aliases are names, scalars are texts. */
export type ComposedNode = ComposedAlias | ComposedScalar | ComposedMap | ComposedList;

/** The types that a tag of YAML can give a scalar. */
export type ScalarType = 'str' | 'int' | 'float' | 'bool' | 'null';

export interface ComposedDocument extends Extent {
  /** Undefined where there are more mistakes than anyone is told. */
  readonly contents: ComposedNode | undefined;
  readonly mistakes: readonly SyntaxMistake[];
}

/** What is wrong in a text, by the codes of the library that took it apart. */
export interface SyntaxMistake extends Extent {
  readonly code: ErrorCode;
  /** Where the code alone does not say it. */
  readonly message?: string | undefined;
}

/** Notes a mistake at one character, or at the whole of a token or range. */
export type OnMistake = (at: number | Extent | PlacedToken, code: ErrorCode, message?: string) => void;

interface PlacedToken {
  readonly offset: number;
  readonly source?: string;
}

export function mistake(at: Parameters<OnMistake>[0], code: ErrorCode, message?: string): SyntaxMistake {
  const { start, end } = typeof at === 'number' ? { start: at, end: at + 1 } : extentOf(at);
  return { start, end, code, message };
}

function extentOf(at: Extent | PlacedToken): Extent {
  if (!('offset' in at)) return at;
  return { start: at.offset, end: at.offset + (at.source?.length ?? 1) };
}

/** A token of the library's parser. */
export type Token = CST.Token;
