import type { SourceRange } from '@ojd/expr';
import { SPECIFICATION_REVISION } from '@ojd/model';

export const range: SourceRange = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 2, offset: 1 } };
export const revision: string = SPECIFICATION_REVISION;
