import { expect, test } from 'vitest';
import {
  examplesInMarkdown,
  examplesInSource,
  type DocExample,
  type ExampleUse,
} from '../../src/doc-examples/extract.ts';
import { moduleText, namesOfIndex, namesOfModule, promisedOutput } from '../../src/doc-examples/module.ts';

test('a Markdown example knows its line and its code without indentation; other languages are left alone', () => {
  const text = ['# Title', '', '1. A step:', '   ```ts', '   const a = 1;', '   ```', '```sh', 'ls', '```', ''].join(
    '\n',
  );
  expect(examplesInMarkdown('README.md', text)).toEqual([
    { file: 'README.md', line: 4, code: 'const a = 1;\n', use: { kind: 'run' } },
  ]);
});

test('a TSDoc example knows its line in the source; a plain comment has none', () => {
  const text = [
    '/* ```ts',
    'no(); ``` */',
    '/**',
    ' * Adds.',
    ' *',
    ' * @example',
    ' * ```ts',
    ' * add(1, 2); // => 3',
    ' * ```',
    ' */',
  ].join('\n');
  expect(examplesInSource('a.ts', text)).toEqual([
    { file: 'a.ts', line: 7, code: 'add(1, 2); // => 3\n', use: { kind: 'run' } },
  ]);
});

test('an example that is not run gives its reason; one that shows a file names it', () => {
  expect(useOf('no-run needs another user')).toEqual({ kind: 'compile', reason: 'needs another user' });
  expect(useOf('examples/a.ts')).toEqual({ kind: 'copy', of: 'examples/a.ts' });
  expect(() => useOf('no-run')).toThrow(
    'a.md:1: a TypeScript fence says nothing more, "no-run REASON" or a file\'s path; found "no-run"',
  );
});

test('a fence that is never closed is refused, not swallowed', () => {
  expect(() => examplesInMarkdown('a.md', 'x\n```ts\ncode')).toThrow('a.md:2: this code fence is never closed');
});

test('an example without imports may use the exports of its module and package, and gets only those that it names', () => {
  const available = [
    ...namesOfModule('export interface Sum {}\nexport async function add() {}\n', './add.ts'),
    ...namesOfIndex(
      "export { add, type Term } from './a.ts';\nexport type { Far } from './b.ts';\nexport { x as minus } from './c.ts';",
      '@ojd/expr',
    ),
  ];
  const code = 'const s: Sum = add(1, minus(2)); s.Term;\n';
  expect(
    moduleText(example(code), available)
      .match(/^import \{ (?!inspect).*$/gm)
      ?.toSorted(),
  ).toEqual([
    "import { add } from './add.ts';",
    "import { minus } from '@ojd/expr';",
    "import { type Sum } from './add.ts';",
  ]);
  const own = "import { add } from '@ojd/expr';\nadd(1, 2);\n";
  expect(moduleText(example(own), available).match(/^import .*add.*$/gm)).toEqual(["import { add } from '@ojd/expr';"]);
});

test('a value with an arrow is shown; what prints for itself is left alone', () => {
  const code = "add(1, 2); // => 3\nconst a = 'x'; // => 'x'\nconsole.log(a); // => x\nadd(1, 2); // a remark\n";
  expect(moduleText(example(code), []).split('\n').slice(-5)).toEqual([
    '__show(add(1, 2));',
    "const a = 'x'; __show(a);",
    'console.log(a); // => x',
    'add(1, 2); // a remark',
    '',
  ]);
  expect(promisedOutput(code)).toEqual(['3', "'x'", 'x']);
});

function example(code: string): DocExample {
  return { file: 'a.ts', line: 3, code, use: { kind: 'run' } };
}

function useOf(info: string): ExampleUse | undefined {
  return examplesInMarkdown('a.md', `\`\`\`ts ${info}\nx\n\`\`\``)[0]?.use;
}
