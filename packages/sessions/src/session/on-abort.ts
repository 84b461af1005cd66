import { getMaxListeners, setMaxListeners } from 'node:events';

/**
 * Calls back when the signal is aborted, until the returned function is called.
 *
 * Node warns of a leak when a signal has more than ten listeners. One signal for fifty sessions is no leak, and each of
 * ours is taken away again: so the limit is raised by what is added, and lowered after it.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => {};
  changeLimit(signal, 1);
  signal.addEventListener('abort', callback, { once: true });
  let listening = true;
  return () => {
    if (!listening) return;
    listening = false;
    signal.removeEventListener('abort', callback);
    changeLimit(signal, -1);
  };
}

function changeLimit(signal: AbortSignal, by: number): void {
  const limit = getMaxListeners(signal);
  // 0 is no limit.
  if (limit > 0) setMaxListeners(limit + by, signal);
}
