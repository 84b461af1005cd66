// Finds the TypeScript examples in Markdown and in TSDoc comments.

/** One fenced block of TypeScript in a document. */
export interface DocExample {
  /** The document, relative to the repository. */
  readonly file: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  readonly code: string;
  readonly use: ExampleUse;
}

export type ExampleUse =
  /** The default: it is compiled and run, and must print what its `// =>` comments say. */
  | { readonly kind: 'run' }
  /** "```ts no-run REASON": it is only compiled. */
  | { readonly kind: 'compile'; readonly reason: string }
  /** "```ts examples/NAME.ts": it shows that file and must be equal to it; the file has a test of its own. */
  | { readonly kind: 'copy'; readonly of: string };

const FENCE = /^(?<indent>[ \t]*)(?<ticks>`{3,})(?:ts|typescript)(?<info>[ \t].*)?$/;

/** The examples of a Markdown document. */
export function examplesInMarkdown(file: string, text: string): readonly DocExample[] {
  return fencedBlocks(file, text.split(/\r?\n/), 1);
}

/** The examples in the `/** ... *\/` comments of a TypeScript source. */
export function examplesInSource(file: string, text: string): readonly DocExample[] {
  return [...text.matchAll(/\/\*\*(?:[^*]|\*(?!\/))*\*\//g)].flatMap((comment) => {
    const firstLine = text.slice(0, comment.index).split('\n').length;
    const lines = comment[0].split(/\r?\n/).map((line) => line.replace(/^\s*\* ?/, ''));
    return fencedBlocks(file, lines, firstLine);
  });
}

function fencedBlocks(file: string, lines: readonly string[], firstLine: number): readonly DocExample[] {
  const examples: DocExample[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const fence = FENCE.exec(lines[index] ?? '')?.groups;
    if (fence === undefined) continue;
    const { indent = '', ticks = '', info = '' } = fence;
    const end = lines.findIndex((line, at) => at > index && line.trim() === ticks);
    if (end === -1) throw new Error(`${file}:${firstLine + index}: this code fence is never closed`);
    const code = lines
      .slice(index + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    const line = firstLine + index;
    examples.push({ file, line, code: `${code.join('\n')}\n`, use: useOf(info.trim(), `${file}:${line}`) });
    index = end;
  }
  return examples;
}

function useOf(info: string, place: string): ExampleUse {
  if (info === '') return { kind: 'run' };
  if (info.endsWith('.ts')) return { kind: 'copy', of: info };
  const reason = /^no-run\s+(?<reason>.+)$/.exec(info)?.groups?.['reason'];
  if (reason !== undefined) return { kind: 'compile', reason };
  throw new Error(`${place}: a TypeScript fence says nothing more, "no-run REASON" or a file's path; found "${info}"`);
}
