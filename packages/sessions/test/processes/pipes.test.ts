import { describe, expect, test } from 'vitest';
import { childProcessSpawn } from '../../src/processes/child-process-spawn.ts';
import { FifoPipes } from '../../src/processes/fifo-pipes.ts';
import { SocketPipes } from '../../src/processes/socket-pipes.ts';
import { run, shell } from '../ports/run-process.ts';

describe.skipIf(process.platform === 'win32')('pipes without pipe(2)', () => {
  test('a socket keeps the order of stdout and stderr where there is no mkfifo', async () => {
    const port = childProcessSpawn({ pipes: new SocketPipes() });
    const { text, exitCode } = await run(
      port,
      shell('for i in 1 2 3 4 5; do echo out $i; echo err $i >&2; done; exit 3'),
    );
    expect(text).toBe([1, 2, 3, 4, 5].map((i) => `out ${i}\nerr ${i}\n`).join(''));
    expect(exitCode).toBe(3);
  });

  test('a mkfifo that fails is a typed error and leaves nothing behind', async () => {
    const port = childProcessSpawn({ pipes: new FifoPipes('/bin/false') });
    await expect(port.spawn(shell('true'))).rejects.toMatchObject({ name: 'SpawnError', subject: 'host' });
  });
});
