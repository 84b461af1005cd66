/**
 * Runs each case in turn, round after round, so that a busy moment of the machine hits all alike.
 * @template {string} Name
 * @param {Readonly<Record<Name, () => number | Promise<number>>>} cases each gives what it measured
 * @param {{ readonly rounds: number, readonly warmUp?: number }} options rounds that count, after `warmUp` that don't
 * @returns {Promise<Record<Name, number>>} the median of each case
 */
export async function interleave(cases, options) {
  const values = await interleavedValues(cases, options);
  return Object.fromEntries(Object.entries(values).map(([name, measured]) => [name, median(measured)]));
}

/**
 * The same, with what each round gave, for ratios within a round.
 * @template {string} Name
 * @param {Readonly<Record<Name, () => number | Promise<number>>>} cases
 * @param {{ readonly rounds: number, readonly warmUp?: number }} options
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function interleavedValues(cases, { rounds, warmUp = 1 }) {
  const entries = Object.entries(cases);
  const values = Object.fromEntries(entries.map(([name]) => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, measure] of entries) {
      const value = await measure();
      if (round >= 0) values[name].push(value);
    }
  }
  return values;
}

/** The median of the ratios within each round: what swings from round to round, on both sides alike, is not in it. */
export function medianOfRatios(upper, lower) {
  return median(upper.map((value, round) => value / lower[round]));
}

export function median(values) {
  return quantile(values, 0.5);
}

export function quantile(values, part) {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

/** The slope of the straight line through the logarithms: 1 where the cost grows as the work does. */
export function growthExponent(points) {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)]);
  const mean = (index) => logs.reduce((sum, point) => sum + point[index], 0) / logs.length;
  const [meanSize, meanCost] = [mean(0), mean(1)];
  const covariance = logs.reduce((sum, [size, cost]) => sum + (size - meanSize) * (cost - meanCost), 0);
  return covariance / logs.reduce((sum, [size]) => sum + (size - meanSize) ** 2, 0);
}
