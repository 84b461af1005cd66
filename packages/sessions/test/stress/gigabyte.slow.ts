// A process that prints a gigabyte without ever ending a line.
import { expect, test } from 'vitest';
import { realSession } from '../session/harness.ts';

const gigabyte = 1024 ** 3;

test(
  'a gigabyte without a newline passes through a session, its log and a reader in constant memory',
  { timeout: 300_000 },
  async () => {
    const session = await realSession();
    const action = session.runSubprocess({ command: 'sh', args: ['-c', `head -c ${gigabyte} /dev/zero | tr '\\0' x`] });
    let characters = 0;
    let mostMemory = 0;
    const before = process.memoryUsage().rss;
    action.events$.subscribe((event) => {
      if (event.type !== 'log' || event.content !== 'command-output') return;
      characters += event.text.length;
      mostMemory = Math.max(mostMemory, process.memoryUsage().rss);
    });
    expect((await action).state).toBe('success');
    expect(characters).toBe(gigabyte);
    expect((mostMemory - before) / 1024 ** 2).toBeLessThan(200);
  },
);
