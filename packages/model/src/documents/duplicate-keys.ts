// Keys that stand twice in a mapping. In YAML that is often one "- " that was forgotten: all keys of the second element
// then stand in the first one.
import type { DiagnosticPath } from '@ojd/expr';
import { type DocumentNode, type Extent, quote } from './nodes.ts';
import type { DocumentProblem } from './problem.ts';

export function duplicateKey(key: string, extent: Extent | undefined, first: Extent | undefined): DocumentProblem {
  return {
    code: 'duplicate-key',
    message: `The key ${quote(key)} stands twice in this mapping.`,
    hint: 'Remove one of the two.',
    key,
    extent,
    related: [{ message: 'first here', extent: first }],
  };
}

const MAX_RELATED = 20;

/** The problems, with the paths of duplicate keys; several of one mapping are one problem. */
export function groupDuplicateKeys(
  problems: readonly DocumentProblem[],
  root: DocumentNode | undefined,
): DocumentProblem[] {
  const first = new Map<string, number>();
  const grouped: DocumentProblem[] = [];
  for (const problem of problems) {
    const { code, key = '', extent } = problem;
    if (code !== 'duplicate-key' || root === undefined || extent === undefined) {
      grouped.push(problem);
      continue;
    }
    const owner = ownerAt(root, extent.start);
    const index = first.get(JSON.stringify(owner));
    const earlier = index === undefined ? undefined : grouped[index];
    if (index === undefined || earlier === undefined) {
      first.set(JSON.stringify(owner), grouped.length);
      grouped.push({ ...problem, path: [...owner, key] });
    } else if ((earlier.related?.length ?? 0) < MAX_RELATED) {
      const hint = `Remove what stands twice, or write "- " in front of ${quote(earlier.key ?? '')} if a new element begins there.`;
      const related = [...(earlier.related ?? []), { message: `${quote(key)} too`, extent }];
      grouped[index] = { ...earlier, hint, related };
    }
  }
  return grouped;
}

/** The path of the innermost mapping around an offset. */
function ownerAt(root: DocumentNode, offset: number): DiagnosticPath {
  const path: (string | number)[] = [];
  let owner: DiagnosticPath = [];
  let node: DocumentNode | undefined = root;
  while (node !== undefined) {
    if (node.kind === 'map') owner = [...path];
    const children: readonly (readonly [string | number, DocumentNode])[] =
      node.kind === 'map'
        ? [...node.entries.values()].map(({ key, value }) => [key, value])
        : node.kind === 'list'
          ? [...node.items.entries()]
          : [];
    const next = children.find(
      ([, { extent }]) => extent !== undefined && extent.start <= offset && offset < extent.end,
    );
    if (next === undefined) return owner;
    path.push(next[0]);
    node = next[1];
  }
  return owner;
}
