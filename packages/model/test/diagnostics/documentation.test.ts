import { expect, test } from 'vitest';
import { ALL_CODES, exampleDiagnostics } from './code-table.ts';
import { diagnosticsPage } from './documentation.ts';

test.each(Object.entries(ALL_CODES).filter(([, { example }]) => !('described' in example)))(
  'the example of %s gives that code alone',
  (code, { example }) => {
    expect(exampleDiagnostics(example)?.map((diagnostic) => diagnostic.code)).toEqual([code]);
  },
);

// `npx vitest run --project model -u` writes the page.
test('docs/diagnostics.md says what the source says', async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot('../../../../docs/diagnostics.md');
});
