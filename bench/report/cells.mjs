import { isReached } from '../measure/result.mjs';

/** The columns of a result as text, for all ways to show it. */
export function cells(result) {
  return {
    what: result.what,
    against: result.against,
    value: result.value === undefined ? '-' : `${shortNumber(result.value)}${unitOf(result)}`,
    target: targetText(result.target),
    verdict: verdict(result),
    figures: [result.figures, result.missing].filter((text) => text !== undefined).join('; '),
  };
}

function unitOf({ unit }) {
  return unit === undefined || unit === 'exponent' ? '' : ` ${unit}`;
}

function shortNumber(value) {
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function targetText(target) {
  if (target === undefined) return '';
  return 'atMost' in target ? `<= ${target.atMost}` : `>= ${target.atLeast}`;
}

function verdict(result) {
  const reached = isReached(result);
  if (reached !== undefined) return reached ? 'reached' : 'short';
  return result.missing === undefined ? '' : 'not measured';
}
