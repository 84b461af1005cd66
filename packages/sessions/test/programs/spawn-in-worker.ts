import { parentPort } from 'node:worker_threads';
import { run, shell } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

const port = spawnPort();
const all = await Promise.all(
  Array.from({ length: 20 }, async (_, index) => run(port, shell(`echo worker ${index}; exit ${index}`))),
);
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port of a worker thread, not a window
parentPort?.postMessage(all.map(({ text, exitCode }) => `${text}${exitCode}`));
