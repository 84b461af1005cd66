import { request, run } from '../ports/run-process.ts';
import { spawnPort } from './spawn-port.ts';

/** What this program tells: `peakMemoryBytes` of processes that need next to nothing, and of one that needs 500 MB. */
export interface PeaksOfProcesses {
  readonly small: readonly (number | null)[];
  readonly large: number | null;
  readonly hostBytes: number;
}

const port = spawnPort();
const peakOf = async (command: string, ...args: string[]): Promise<number | null> =>
  (await run(port, request(command, ...args))).usage?.peakMemoryBytes ?? null;

// A host that is larger than most of its processes, and grows and shrinks while they start.
const held = Buffer.alloc(300_000_000, 1);
const small: (number | null)[] = [];
for (let round = 0; round < 20; round += 1) {
  const brief = Buffer.alloc(1_000_000 * round, 1);
  // One after the other starts them on this thread, two at a time on another one.
  // oxlint-disable-next-line eslint/no-await-in-loop
  small.push(await peakOf('true'), ...(await Promise.all([peakOf('true'), peakOf('true')])));
  brief.fill(0);
}
const large = await peakOf(process.execPath, '-e', 'Buffer.alloc(500_000_000, 1)');
const peaks: PeaksOfProcesses = { small, large, hostBytes: held.length };
process.stdout.write(JSON.stringify(peaks));
