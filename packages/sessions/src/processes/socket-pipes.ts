import { once } from 'node:events';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputPipe, SocketOutput, type OutputPipe, type OutputPipeSource } from './output-pipe.ts';

/**
 * One socket for stdout and stderr, where a POSIX system has no `mkfifo`: the order of the two is kept, but a process can't open it
 * again by name (`echo x > /dev/stderr` fails in it).
 */
export class SocketPipes implements OutputPipeSource {
  async open(): Promise<OutputPipe> {
    const folder = mkdtempSync(join(tmpdir(), 'ojd-output-'));
    const path = join(folder, 'socket');
    const server = createServer();
    try {
      server.listen(path);
      await once(server, 'listening');
      const writeEnd = connect(path);
      const [readEnd] = await Promise.all([accepted(server), once(writeEnd, 'connect')]);
      return outputPipe(new SocketOutput(readEnd), writeEnd);
    } finally {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

/** One named pipe for stdout and stderr on Windows; the process gets a handle that it can write to as to a file. */
export class NamedPipes implements OutputPipeSource {
  async open(): Promise<OutputPipe> {
    const { readEnd, writeEnd } = await connectNamedPipe((path) => openSync(path, 'w'));
    return outputPipe(new SocketOutput(readEnd), writeEnd);
  }
}

/** Makes a named pipe of Windows; the write end is opened by the caller, who knows what kind is needed. */
export async function connectNamedPipe<WriteEnd>(
  openWriteEnd: (path: string) => WriteEnd,
): Promise<{ readonly readEnd: Socket; readonly writeEnd: WriteEnd }> {
  const path = `\\\\.\\pipe\\ojd-output-${randomUUID()}`;
  const server = createServer();
  try {
    server.listen(path);
    await once(server, 'listening');
    const readEnd = accepted(server);
    const writeEnd = openWriteEnd(path);
    return { readEnd: await readEnd, writeEnd };
  } finally {
    server.close();
  }
}

function accepted(server: Server): Promise<Socket> {
  server.maxConnections = 1;
  return new Promise((resolve, reject) => {
    server.once('connection', resolve).once('error', reject);
  });
}
