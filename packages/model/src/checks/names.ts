import type { DiagnosticPath } from '@ojd/expr';
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import type { ShapeCheck } from './shape-check.ts';
import type { Walk } from './walk.ts';

/** The items of a list; none for anything else. */
export function itemsOf(node: DocumentNode | undefined): readonly DocumentNode[] {
  return node?.kind === 'list' ? node.items : [];
}

/** A rule: no two objects of a list have the same value under a key. */
export function uniqueIn(options: {
  id: string;
  list: string;
  key: string;
  code: DiagnosticCode;
  noun: string;
  severity?: 'warning';
  /** What to do. Default: rename one of the two. */
  hint?: string;
  /** Values that are equal after this are the same. */
  fold?: (value: string) => string;
}): ShapeCheck {
  const { id, list, key, code, noun, severity = 'error', hint, fold = (value) => value } = options;
  return {
    id,
    run(node, path, walk) {
      const first = new Map<string, DiagnosticPath>();
      for (const [index, item] of itemsOf(childOf(node, list)).entries()) {
        const value = textOf(childOf(item, key));
        if (value === undefined) continue;
        const here = [...path, list, index, key];
        // What a format string gives is not known yet, but twice the same one gives the same; its names have a case.
        const name = value.includes('{{') ? value : fold(value);
        reportRepeated(name, here, first, { code, noun, severity, hint, shown: value }, walk);
      }
    },
  };
}

/** Remembers where a name stood first; reports it when it stands there again. */
export function reportRepeated(
  name: string,
  path: DiagnosticPath,
  first: Map<string, DiagnosticPath>,
  {
    code,
    noun,
    shown,
    severity = 'error',
    hint = 'Rename one of the two.',
  }: { code: DiagnosticCode; noun: string; shown: string; severity?: 'error' | 'warning'; hint?: string | undefined },
  { report }: Walk,
): void {
  // That it is empty is said of each.
  if (name === '') return;
  const earlier = first.get(name);
  if (earlier === undefined) {
    first.set(name, path);
    return;
  }
  const message = `Another ${noun} is called ${quote(shown)} already.`;
  report.add({ code, severity, message, hint, path, related: [{ message: 'first here', path: earlier }] });
}
