/** Names longer than this are not compared: nobody mistypes them, and the comparison is quadratic. */
const MAX_COMPARED = 80;

/**
 * The candidate that a mistyped name most likely meant, or undefined when none is near: at most a third of the letters
 * may differ. Swapped neighbours count as one mistake, a difference in case as a small one, and so does another way to join
 * words: `max_value` for `maxValue`.
 *
 * @example
 * ```ts
 * closestName('Param.Frmae', ['Param.Frame', 'Param.Scene']); // => 'Param.Frame'
 * ```
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  // Costs are in halves, so that two names that differ in case alone are nearer than two that differ in a letter.
  // Of a name of one or two letters a changed letter leaves too little: only the case may differ.
  let bestCost = Math.max(1, Math.floor((name.length * 2) / 3)) + 1;
  if (name.length > MAX_COMPARED) return undefined;
  for (const candidate of candidates) {
    if (candidate !== name && isJoinedAlike(name, candidate)) return candidate;
    if (Math.abs(candidate.length - name.length) * 2 >= bestCost || candidate === name) continue;
    const cost = editCost(name, candidate, bestCost);
    if (cost < bestCost) {
      best = candidate;
      bestCost = cost;
    }
  }
  return best;
}

const JOINT = /[-_]/;

function isJoinedAlike(a: string, b: string): boolean {
  return (JOINT.test(a) || JOINT.test(b)) && withoutJoints(a) === withoutJoints(b);
}

function withoutJoints(name: string): string {
  return name.replaceAll(/[-_]/g, '').toLowerCase();
}

/** Optimal string alignment distance in halves: 2 for an edit or a swap, 1 for a change of case; Infinity from a limit on. */
function editCost(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let leastBefore = 0;
  let last = Array.from({ length: b.length + 1 }, (_, j) => j * 2);
  for (let i = 1; i <= a.length; i++) {
    const row = [i * 2];
    let least = i * 2;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        at(last, j) + 2,
        at(row, j - 1) + 2,
        at(last, j - 1) + letterCost(a.charAt(i - 1), b.charAt(j - 1)),
      );
      if (i > 1 && j > 1 && a.charAt(i - 1) === b.charAt(j - 2) && a.charAt(i - 2) === b.charAt(j - 1)) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 2);
      }
      row.push(cost);
      least = Math.min(least, cost);
    }
    // A swap leads over one row: two with nothing below the limit are needed.
    if (least >= limit && leastBefore >= limit) return Infinity;
    leastBefore = least;
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function letterCost(a: string, b: string): number {
  if (a === b) return 0;
  return a.toLowerCase() === b.toLowerCase() ? 1 : 2;
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
