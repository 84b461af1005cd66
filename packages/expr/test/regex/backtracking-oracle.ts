// A second matcher, as simple as it can be: it tries everything in order, as Python's does, and may take exponential
// time. The tests compare the real one with it on small patterns and texts.

export type Tree =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'start' | 'end' | 'boundary' | 'any' }
  | { readonly kind: 'group'; readonly body: Tree }
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Tree[] }
  | {
      readonly kind: 'repeat';
      readonly body: Tree;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    };

/** The pattern that a tree stands for. */
export function patternOf(tree: Tree): string {
  switch (tree.kind) {
    case 'text':
      return tree.text;
    case 'start':
      return '^';
    case 'end':
      return '$';
    case 'boundary':
      return String.raw`\b`;
    case 'any':
      return '.';
    case 'group':
      return `(${patternOf(tree.body)})`;
    case 'sequence':
      return tree.items.map((item) => (item.kind === 'choice' ? `(?:${patternOf(item)})` : patternOf(item))).join('');
    case 'choice':
      return tree.items.map(patternOf).join('|');
    case 'repeat': {
      const max = tree.max === Infinity ? '' : tree.max;
      return `(?:${patternOf(tree.body)}){${tree.min},${max}}${tree.lazy ? '?' : ''}`;
    }
    default:
      throw new Error('unreachable');
  }
}

/** Thrown when the oracle would take too long. */
export class TooManySteps extends Error {}

const MAX_STEPS = 50_000;

type Captures = readonly (readonly [start: number, end: number] | undefined)[];
type Continue = (position: number, captures: Captures) => Captures | undefined;

/** The captures of the match that begins at `from`, group 0 included, as a backtracking engine finds it. */
export function matchAt(tree: Tree, text: string, from: number): Captures | undefined {
  const numbers = new Map<Tree, number>();
  numberGroups(tree, numbers);
  let steps = 0;

  function run(node: Tree, position: number, captures: Captures, next: Continue): Captures | undefined {
    steps += 1;
    if (steps > MAX_STEPS) throw new TooManySteps();
    switch (node.kind) {
      case 'text':
        return text.startsWith(node.text, position) ? next(position + node.text.length, captures) : undefined;
      case 'any':
        return position < text.length && text[position] !== '\n' ? next(position + 1, captures) : undefined;
      case 'start':
        return position === 0 ? next(position, captures) : undefined;
      case 'end':
        return /^\n?$/.test(text.slice(position)) ? next(position, captures) : undefined;
      case 'boundary':
        return isWord(text[position - 1]) !== isWord(text[position]) ? next(position, captures) : undefined;
      case 'group': {
        const group = numbers.get(node) ?? 0;
        return run(node.body, position, captures, (end, inner) => next(end, inner.with(group, [position, end])));
      }
      case 'sequence':
        return runAll(node.items, position, captures, next);
      case 'choice':
        return first(node.items, (item) => run(item, position, captures, next));
      case 'repeat':
        return repeat(node, { done: 0, emptyLast: false }, position, captures, next);
      default:
        throw new Error('unreachable');
    }
  }

  function runAll(items: readonly Tree[], position: number, captures: Captures, next: Continue): Captures | undefined {
    const [item, ...rest] = items;
    if (item === undefined) return next(position, captures);
    return run(item, position, captures, (end, inner) => runAll(rest, end, inner, next));
  }

  /** Iterations up to the least count are taken in any case; one beyond it that was empty is the last. */
  function repeat(
    node: Tree & { kind: 'repeat' },
    past: { done: number; emptyLast: boolean },
    position: number,
    captures: Captures,
    next: Continue,
  ): Captures | undefined {
    const more = (): Captures | undefined =>
      run(node.body, position, captures, (end, inner) => {
        const emptyLast = past.done >= node.min && end === position;
        return repeat(node, { done: past.done + 1, emptyLast }, end, inner, next);
      });
    const leave = (): Captures | undefined => next(position, captures);
    if (past.done < node.min) return more();
    if (past.done >= node.max || past.emptyLast) return leave();
    return first(node.lazy ? [leave, more] : [more, leave], (attempt) => attempt());
  }

  const unset: Captures = Array.from({ length: numbers.size + 1 }, () => undefined);
  return run(tree, from, unset, (end, captures) => captures.with(0, [from, end]));
}

/** The leftmost match. */
export function search(tree: Tree, text: string): Captures | undefined {
  return first(
    Array.from({ length: text.length + 1 }, (_, from) => from),
    (from) => matchAt(tree, text, from),
  );
}

function numberGroups(tree: Tree, numbers: Map<Tree, number>): void {
  if (tree.kind === 'group') numbers.set(tree, numbers.size + 1);
  if ('body' in tree) numberGroups(tree.body, numbers);
  if ('items' in tree) for (const item of tree.items) numberGroups(item, numbers);
}

function first<T>(values: readonly T[], attempt: (value: T) => Captures | undefined): Captures | undefined {
  for (const value of values) {
    const found = attempt(value);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWord(character: string | undefined): boolean {
  return character !== undefined && /\w/.test(character);
}
