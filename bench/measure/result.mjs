/**
 * One line of the table.
 * @typedef {object} Result
 * @property {string} what what was measured
 * @property {string} against what it is compared with
 * @property {number} [value] the ratio (or what `unit` says)
 * @property {string} [unit] what `value` is, unless it is a ratio
 * @property {{ atMost: number } | { atLeast: number }} [target] absent: reported only
 * @property {string} [figures] the two measured figures, for readers
 * @property {string} [missing] why there is no value
 */

/** Whether a result reaches its target; undefined where there is nothing to compare. */
export function isReached({ value, target }) {
  if (value === undefined || target === undefined) return undefined;
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}

/** The result of two medians of times: how many times as long ours takes. */
export function longer(what, against, ours, theirs, target, digits = 2) {
  return {
    what,
    against,
    value: ours / theirs,
    ...(target !== undefined && { target: { atMost: target } }),
    figures: `${ours.toFixed(digits)} ms : ${theirs.toFixed(digits)} ms`,
  };
}

/** The result of two medians of times: how many times as fast ours is. */
export function faster(what, against, ours, theirs, target, digits = 2) {
  return {
    what,
    against,
    value: theirs / ours,
    ...(target !== undefined && { target: { atLeast: target } }),
    figures: `${ours.toFixed(digits)} ms : ${theirs.toFixed(digits)} ms`,
  };
}
