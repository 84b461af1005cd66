import { expect, test } from 'vitest';
import { ALL_CODES, exampleDiagnostics } from './code-table.ts';
import { diagnosticsPage } from './documentation.ts';

const EXAMPLES = Object.entries(ALL_CODES).map(([code, { example }]) => ({ code, example }));

test.each(EXAMPLES.filter(({ example }) => !('ts' in example)))(
  'the example of $code gives that code alone',
  ({ code, example }) => {
    const codes = exampleDiagnostics(example)?.map((diagnostic) => diagnostic.code);
    // Too many problems are told after those that are not too many.
    const isMore = 'limits' in example && example.limits?.['maxProblems'] !== undefined;
    expect(isMore ? codes?.filter((other) => other === code) : codes).toEqual([code]);
  },
);

// They are run where they stand in docs/diagnostics.md, by the test of the examples in documents.
const PROGRAMS = EXAMPLES.flatMap(({ code, example }) => ('ts' in example ? [{ code, program: example.ts }] : []));

test.each(PROGRAMS)('the program of $code ends with that code alone', ({ code, program }) => {
  expect(program).toMatch(new RegExp(`; // => \\['${code}'\\]\\n?\\}?$`));
});

// `npx vitest run --project model -u` writes the page.
test('docs/diagnostics.md says what the source says', async () => {
  await expect(diagnosticsPage()).toMatchFileSnapshot('../../../../docs/diagnostics.md');
});
