import { expect, test } from 'vitest';
import { LineReader } from '../../src/output/line-reader.ts';
import { chooseSpawnPort } from '../../src/processes/choose-spawn.ts';
import { shell } from '../ports/run-process.ts';

test.skipIf(process.platform === 'win32').each(['child_process', 'posix_spawn'])(
  'a process (%s) that writes a gigabyte without a line end costs next to no memory',
  async (name) => {
    const started = await chooseSpawnPort(name).spawn(shell('head -c 1073741824 /dev/zero'));
    let characters = 0;
    let most = 0;
    const reader = new LineReader((line) => {
      characters += line.length;
    });
    const before = process.memoryUsage().rss;
    const ended = new Promise<void>((resolve) => {
      started.output.onEnd(resolve);
    });
    started.output.onData((chunk) => {
      reader.write(chunk);
      most = Math.max(most, process.memoryUsage.rss() - before);
    });
    await ended;
    reader.end();
    expect(characters).toBe(1_073_741_824);
    expect(most).toBeLessThan(100 * 1024 * 1024);
    expect(await started.exit).toMatchObject({ exitCode: 0 });
  },
  120_000,
);
