import { expectTypeOf, test } from 'vitest';
import type { DiagnosticPath, ModelDiagnostic, RelatedLocation, SourcePosition, SourceRange } from '@ojd/model';

test('the parts of a diagnostic have names of this package', () => {
  expectTypeOf<ModelDiagnostic['range']>().toEqualTypeOf<SourceRange | undefined>();
  expectTypeOf<SourceRange['start']>().toEqualTypeOf<SourcePosition>();
  expectTypeOf<ModelDiagnostic['path']>().toEqualTypeOf<DiagnosticPath>();
  expectTypeOf<ModelDiagnostic['related']>().toEqualTypeOf<readonly RelatedLocation[] | undefined>();
});
