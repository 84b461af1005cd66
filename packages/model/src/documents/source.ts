import type { DiagnosticPath, SourceRange } from '@ojd/expr';
import type { TemplateSource } from '../diagnostics/template-source.ts';
import { LineIndex } from './line-index.ts';
import { childOf, type DocumentNode, type Extent } from './nodes.ts';
import { extentInside } from './scalar-offsets.ts';

/** A document and where its values stand in its text. */
export class DocumentSource implements TemplateSource {
  readonly #text: string | undefined;
  readonly #root: DocumentNode | undefined;
  #lines: LineIndex | undefined;

  constructor(text: string | undefined, root: DocumentNode | undefined) {
    this.#text = text;
    this.#root = root;
  }

  get text(): string | undefined {
    return this.#text;
  }

  rangeOf(
    path: DiagnosticPath,
    what: 'key' | 'value' | 'object',
    span?: { readonly start: number; readonly end: number },
  ): SourceRange | undefined {
    const extent = this.#extentOf(path, what, span);
    return extent === undefined ? this.range({ start: 0, end: 0 }) : this.range(extent);
  }

  /** The range of an extent of the text; undefined when there is no text. */
  range(extent: Extent): SourceRange | undefined {
    if (this.#text === undefined) return undefined;
    this.#lines ??= new LineIndex(this.#text);
    return this.#lines.range(trimmed(extent, this.#text));
  }

  #extentOf(path: DiagnosticPath, what: 'key' | 'value' | 'object', span?: Extent): Extent | undefined {
    let node = this.#root;
    let keyExtent: Extent | undefined;
    let whole = true;
    for (const key of sourcePath(this.#root, path)) {
      const child = childOf(node, key);
      if (child === undefined) {
        whole = false;
        break;
      }
      keyExtent = node?.kind === 'map' ? node.entries.get(String(key))?.keyExtent : undefined;
      node = child;
    }
    if (node === undefined) return undefined;
    const beginning = keyExtent ?? firstKey(node) ?? node.extent;
    if (what === 'object' || !whole) return beginning;
    if (what === 'key') return keyExtent ?? node.extent;
    if (span === undefined || node.kind !== 'scalar' || this.#text === undefined) return node.extent;
    return extentInside(node, this.#text, span.start, span.end);
  }
}

function firstKey(node: DocumentNode): Extent | undefined {
  return node.kind === 'map' ? node.entries.values().next().value?.keyExtent : undefined;
}

/** A collection or block scalar ends with the line break after it: a range that ends before reads better. */
function trimmed(extent: Extent, text: string): Extent {
  let end = Math.min(extent.end, text.length);
  while (end > extent.start + 1 && /\s/.test(text.charAt(end - 1))) end -= 1;
  return { start: extent.start, end };
}

const SIMPLE_ACTIONS: readonly string[] = ['bash', 'cmd', 'node', 'powershell', 'python'];

/**
 * A path of a decoded template as the document has it: a simple action was expanded into `script`, so a path into that
 * script leads back to what the author wrote.
 */
function sourcePath(root: DocumentNode | undefined, path: DiagnosticPath): DiagnosticPath {
  if (path[0] !== 'steps' || path[2] !== 'script') return path;
  const step = childOf(childOf(root, 'steps'), path[1] ?? 0);
  const name = SIMPLE_ACTIONS.find((key) => childOf(step, key) !== undefined);
  if (name === undefined || childOf(step, 'script') !== undefined) return path;
  const [, , , part, , field, ...rest] = path;
  const action = [...path.slice(0, 2), name];
  if (part === 'let') return [...action, ...path.slice(3)];
  if (part === 'embeddedFiles') return [...action, 'script'];
  if (field === 'args') {
    const generated = name === 'cmd' || name === 'powershell' ? 2 : 1;
    const index = Number(rest[0] ?? 0) - generated;
    return index < 0 ? action : [...action, 'args', index];
  }
  return field === undefined || field === 'command' ? action : [...action, field, ...rest];
}
