export type { SourcePosition, SourceRange } from './diagnostics/source-range.ts';
