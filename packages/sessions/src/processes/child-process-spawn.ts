import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { isMainThread } from 'node:worker_threads';
import crossSpawn from 'cross-spawn';
import type { ProcessExit, SpawnedProcess, SpawnPort, SpawnRequest } from '../ports/spawn.ts';
import { FifoPipes } from './fifo-pipes.ts';
import { commandToStart } from './find-command.ts';
import type { OutputPipe, OutputPipeSource } from './output-pipe.ts';
import { ProcessGroup } from './process-group.ts';
import { NamedPipes, SocketPipes } from './socket-pipes.ts';
import { retryWhileBusy, spawnErrorFrom } from './spawn-errors.ts';
import { endWindowsTree } from './windows-spawn/end-tree.ts';

/** Options of {@link childProcessSpawn}. */
export interface ChildProcessSpawnOptions {
  /** Whose rules to follow; the host's by default. */
  readonly platform?: NodeJS.Platform;
  /** Where the pipes come from; the best that the platform has by default. */
  readonly pipes?: OutputPipeSource;
}

/** The spawn port on top of `node:child_process`, which works wherever Node does. */
export function childProcessSpawn(options: ChildProcessSpawnOptions = {}): SpawnPort {
  const platform = options.platform ?? process.platform;
  const pipes = options.pipes ?? defaultPipes(platform);
  return {
    name: 'child_process',
    async spawn(request) {
      let pipe: OutputPipe | undefined;
      try {
        const path = commandToStart(request, platform);
        const { writeEnd, output } = (pipe = await pipes.open());
        const child = await retryWhileBusy(() => start(path, request, writeEnd, platform));
        return platform === 'win32' ? new WindowsProcess(child, output) : new PosixProcess(child, output);
      } catch (error) {
        pipe?.output.destroy();
        throw spawnErrorFrom(error, request, platform);
      } finally {
        pipe?.closeWriteEnd();
      }
    },
  };
}

function defaultPipes(platform: NodeJS.Platform): OutputPipeSource {
  if (platform === 'win32') return new NamedPipes();
  // When a worker thread ends, Node closes every descriptor that fs opened there, also those that a socket object has closed long since and whose
  // numbers belong to somebody else by then (seen on Node 20.20). So a worker thread opens none.
  return (isMainThread ? FifoPipes.find() : undefined) ?? new SocketPipes();
}

interface StartedChild {
  readonly pid: number;
  readonly child: ChildProcess;
}

async function start(
  path: string,
  request: SpawnRequest,
  writeEnd: OutputPipe['writeEnd'],
  platform: NodeJS.Platform,
): Promise<StartedChild> {
  const options: SpawnOptions = {
    cwd: request.cwd,
    env: { ...request.env },
    stdio: ['ignore', writeEnd, writeEnd],
    windowsHide: true,
  };
  const child =
    platform === 'win32'
      ? crossSpawn(path, [...request.args], options) // a .cmd or .bat file needs cmd.exe and its quoting
      : spawn(path, request.args, { ...options, detached: true, argv0: request.command });
  const { pid } = child;
  if (pid !== undefined) return { pid, child };
  return new Promise((_, reject) => {
    child.once('error', reject); // emitted in a moment: nothing was started
  });
}

class PosixProcess implements SpawnedProcess {
  readonly pid: number;
  readonly output: SpawnedProcess['output'];
  readonly exit: Promise<ProcessExit>;
  readonly #group: ProcessGroup;
  readonly #child: ChildProcess;

  constructor({ pid, child }: StartedChild, output: SpawnedProcess['output']) {
    this.#child = child;
    this.pid = pid;
    this.output = output;
    const group = new ProcessGroup(pid);
    this.#group = group;
    this.exit = exitOf(child, () => group.leaderReaped());
  }

  signal(...[target, signal]: Parameters<SpawnedProcess['signal']>): boolean {
    return this.#group.signal(target, signal);
  }

  groupRemains(): boolean {
    return this.#group.outlivesLeader();
  }

  letGo(): void {
    this.#child.unref();
  }
}

class WindowsProcess implements SpawnedProcess {
  readonly pid: number;
  readonly output: SpawnedProcess['output'];
  readonly exit: Promise<ProcessExit>;
  readonly #child: ChildProcess;

  constructor({ pid, child }: StartedChild, output: SpawnedProcess['output']) {
    this.pid = pid;
    this.output = output;
    this.#child = child;
    this.exit = exitOf(child, () => undefined);
  }

  signal(...[target, signal]: Parameters<SpawnedProcess['signal']>): boolean {
    if (signal !== 'SIGKILL' || this.#child.exitCode !== null || this.#child.signalCode !== null) return false;
    if (target === 'leader') return this.#child.kill('SIGKILL');
    // taskkill follows the tree from the process, which therefore has to be alive until then.
    endWindowsTree(this.pid, () => this.#child.kill('SIGKILL'));
    return true;
  }

  letGo(): void {
    this.#child.unref();
  }
}

function exitOf(child: ChildProcess, onReaped: () => void): Promise<ProcessExit> {
  return new Promise((resolve) => {
    child.on('exit', (exitCode, signal) => {
      onReaped();
      resolve({ exitCode, signal });
    });
    // A failed kill is reported by the return value of kill.
    child.on('error', () => undefined);
  });
}
