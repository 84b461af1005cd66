import { expect, test } from 'vitest';
import { ALL_CODES, exampleDiagnostics } from './code-table.ts';
import { diagnosticsPage } from './documentation.ts';

test.each(Object.entries(ALL_CODES))('the example of %s gives that code alone', (code, { example }) => {
  // A program is run where it stands in docs/diagnostics.md, by the test of the examples in documents.
  if ('ts' in example) expect(example.ts).toMatch(new RegExp(`; // => \\['${code}'\\]\\n?\\}?$`));
  else {
    const codes = exampleDiagnostics(example)?.map((diagnostic) => diagnostic.code);
    // Too many problems are told after those that are not too many.
    const isMore = 'limits' in example && example.limits?.['maxProblems'] !== undefined;
    expect(isMore ? codes?.filter((other) => other === code) : codes).toEqual([code]);
  }
});

// `npx vitest run --project model -u` writes the page.
test('docs/diagnostics.md says what the source says', async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot('../../../../docs/diagnostics.md');
});
