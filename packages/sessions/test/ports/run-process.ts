import { tmpdir } from 'node:os';
import type { ProcessExit, SpawnedProcess, SpawnPort, SpawnRequest } from '../../src/ports/spawn.ts';

/** A request for a POSIX shell, which most cases need nothing more than. */
export function shell(script: string, ...args: string[]): SpawnRequest {
  return request('sh', '-c', script, 'sh', ...args);
}

export function request(command: string, ...args: string[]): SpawnRequest {
  return { command, args, env: { PATH: '/usr/local/bin:/usr/bin:/bin' }, cwd: tmpdir() };
}

/** What a process wrote and how it ended. */
export interface Finished extends ProcessExit {
  readonly pid: number;
  readonly text: string;
}

export async function run(port: SpawnPort, toRun: SpawnRequest): Promise<Finished> {
  return finished(await port.spawn(toRun));
}

/** Reads a process to the end. */
export async function finished(started: SpawnedProcess): Promise<Finished> {
  const [text, exit] = await Promise.all([readAll(started), started.exit]);
  return { pid: started.pid, text, ...exit };
}

export function readAll(started: SpawnedProcess): Promise<string> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    started.output.onEnd(() => resolve(Buffer.concat(chunks).toString()));
    started.output.onData((chunk) => chunks.push(Buffer.from(chunk)));
  });
}

/** Reads until the output holds a text: then the process is surely as far as that. */
export function readUntil(started: SpawnedProcess, expected: string): Promise<void> {
  let text = '';
  return new Promise((resolve) => {
    started.output.onData((chunk) => {
      text += Buffer.from(chunk).toString();
      if (text.includes(expected)) resolve();
    });
  });
}

/** Polls, for what the system tells nobody about. */
export async function eventually(holds: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`Waited 5 s in vain for: ${what}`);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}
