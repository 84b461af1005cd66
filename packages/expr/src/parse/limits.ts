/**
 * What an expression may cost. Every limit is tested before what it limits happens.
 *
 * @see Expression Language 1.3.9 and 1.3.10
 */
export interface ExprLimits {
  /** Operations of one evaluation; a call is one, a list adds its length, a text one for every 256 letters. Default 10,000,000. */
  readonly maxOperations: number;
  /** Bytes of the values alive at once in one evaluation. Default 100,000,000. */
  readonly maxMemoryBytes: number;
  /** Brackets, unary operators and other constructs inside each other. Default 64. */
  readonly maxDepth: number;
  /** UTF-16 units of one expression. Default 65,536. */
  readonly maxSourceLength: number;
  /** `{{ }}` of one format string. Default 10,000. */
  readonly maxSegments: number;
}

/**
 * The limits that hold unless the caller says otherwise.
 *
 * @see Expression Language 1.3.9 and 1.3.10
 */
export const DEFAULT_LIMITS: ExprLimits = {
  maxOperations: 10_000_000,
  maxMemoryBytes: 100_000_000,
  maxDepth: 64,
  maxSourceLength: 65_536,
  maxSegments: 10_000,
};

/** The default limits with some of them replaced. */
export function withDefaults(limits?: Partial<ExprLimits>): ExprLimits {
  return limits === undefined ? DEFAULT_LIMITS : { ...DEFAULT_LIMITS, ...limits };
}
