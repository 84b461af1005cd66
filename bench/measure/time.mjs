import { performance } from 'node:perf_hooks';

/** Milliseconds that the work takes. */
export async function elapsedMs(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** How long a short function is called again and again for one figure, and before the first. */
export const AT_LEAST_MS = 60;
export const WARM_UP_MS = 1500;

/** Milliseconds for one call of a short function: it is called until `atLeastMs` have gone by. */
export function msPerCall(work, atLeastMs = AT_LEAST_MS) {
  let calls = 0;
  const start = performance.now();
  let now = start;
  // Looking at the clock costs as much as the fastest of what is measured: batches grow.
  for (let batch = 1; now - start < atLeastMs; batch *= 2) {
    for (let call = 0; call < batch; call++) work();
    calls += batch;
    now = performance.now();
  }
  return (now - start) / calls;
}

/** Calls a function until the engine has compiled what it uses often, as it is in a program that runs for long. */
export function warmUp(work, ms = WARM_UP_MS) {
  const start = performance.now();
  while (performance.now() - start < ms) work();
}
