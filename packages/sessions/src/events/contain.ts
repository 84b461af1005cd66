/** Calls what is not ours, so that it cannot bring the process down: neither by what it throws nor by a promise that it returns. */
export function contain(call: () => unknown, report: (error: unknown) => void): void {
  try {
    watch(call(), report);
  } catch (thrown) {
    report(thrown);
  }
}

/** Reports the rejection of a promise that nobody else waits for: what an async function returned where none was expected. */
export function watch(returned: unknown, report: (error: unknown) => void): void {
  if (isThenable(returned)) void Promise.resolve(returned).then(undefined, report);
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
