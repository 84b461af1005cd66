import { writeSync } from 'node:fs';
import { constants, type NodeGCPerformanceDetail, PerformanceObserver } from 'node:perf_hooks';
import { setImmediate as turn } from 'node:timers/promises';
import { getHeapStatistics } from 'node:v8';
import { logFile, Session } from '@ojd/sessions';
import { FakeSpawner } from '@ojd/sessions/testing';

/** What this program tells: bytes that were taken from the heap, of which nothing is given back meanwhile. */
export interface Allocated {
  readonly perAction: number;
  readonly perLine: number;
  /** Whether garbage was collected after all, beside what was asked for: then the figures are too small. */
  readonly collected: boolean;
}

const LINE = `${'a line as a renderer prints it, '.padEnd(79, 'and more ')}\n`;
const CHUNK = Buffer.from(LINE.repeat(800));
const CHUNKS = 125;
/** Few, because what they hold outside of the heap makes the collector run. */
const COUNTED = 200;

let collections = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    const { kind } = (entry as unknown as { readonly detail: NodeGCPerformanceDetail }).detail;
    if (kind === constants.NODE_PERFORMANCE_GC_MINOR) collections += 1;
  }
}).observe({ entryTypes: ['gc'] });

/** The young generation is made so large by the flags that it takes all of it. */
async function allocated(work: () => Promise<void>): Promise<number> {
  globalThis.gc?.();
  await turn();
  const before = getHeapStatistics().used_heap_size;
  await work();
  return getHeapStatistics().used_heap_size - before;
}

const spawner = new FakeSpawner();
const session = await Session.create({ sessionId: 'counted', ports: { spawn: spawner } });
const logged = await Session.create({ sessionId: 'logged', sinks: [logFile('/dev/null')], ports: { spawn: spawner } });
const actions = async (count: number): Promise<void> => {
  spawner.behave((process) => process.end(0));
  // oxlint-disable-next-line eslint/no-await-in-loop -- one after the other, as in a session
  for (let left = count; left > 0; left--) await session.runSubprocess({ command: 'render' }).orThrow();
};
const lines = async (): Promise<void> => {
  spawner.behave((process) => {
    for (let chunks = 0; chunks < CHUNKS; chunks++) process.printBytes(CHUNK);
    process.end(0);
  });
  await logged.runSubprocess({ command: 'render' }).orThrow();
};
await actions(2_000);
await lines();
await turn();
collections = 0;
const perAction = (await allocated(() => actions(COUNTED))) / COUNTED;
const perLine = (await allocated(lines)) / (CHUNKS * 800);
await turn();
await Promise.all([session.close(), logged.close()]);
const told: Allocated = { perAction, perLine, collected: collections > 0 };
writeSync(1, JSON.stringify(told));
