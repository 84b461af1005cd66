import { constants as systemConstants } from 'node:os';
import type {
  ProcessExit,
  ProcessSignal,
  ReadableOutput,
  SignalTarget,
  SpawnedProcess,
  SpawnPort,
  SpawnRequest,
} from '../../ports/spawn.ts';
import { commandToStart } from '../find-command.ts';
import { DescriptorOutput, LARGE_PIPE_BYTES } from '../descriptor-output.ts';
import { ProcessGroup } from '../process-group.ts';
import { retryWhileBusy, spawnErrorFrom } from '../spawn-errors.ts';
import { FileActionsStore } from './file-actions.ts';
import { LateOutput } from './late-output.ts';
import { type LibC, loadLibC } from './libc.ts';
import { namesByNumber } from './names-by-number.ts';
import { Reaper } from './reaper.ts';
import { type SpawnCall, spawnCalls } from './spawn-calls.ts';
import { stringTable } from './string-table.ts';

/** Options of {@link posixSpawn}. */
export interface PosixSpawnOptions {
  /** The C library to call; the one of this process by default. */
  readonly libc?: LibC;
  /**
   * On which thread a process is started. Here it takes the event loop about half a millisecond; on another thread it takes the loop
   * less and the process longer. `adaptive` (the default) is here for processes that come one after the other, and on another thread where several run.
   */
  readonly thread?: 'here' | 'other' | 'adaptive';
}

/**
 * The spawn port on top of `posix_spawn(3)`, several times as fast as `child_process` and hard to notice for the event loop: the memory of this process is
 * never copied, whatever its size. Throws {@link NativeCallsUnavailableError} where the C library can't be called.
 */
export function posixSpawn(options: PosixSpawnOptions = {}): SpawnPort {
  const libc = options.libc ?? loadLibC();
  const reaper = new Reaper(libc);
  const calls = spawnCalls(libc);
  const fileActions = new FileActionsStore(libc);
  const here = CHOICES[options.thread ?? 'adaptive']();
  return {
    name: 'posix_spawn',
    async spawn(request) {
      let pipe: Pipe | undefined;
      let pid: number;
      try {
        const path = commandToStart(request, process.platform);
        const { writeEnd } = (pipe = openPipe(libc));
        const call = here(reaper.waitingFor) ? calls.here : calls.onOtherThread;
        pid = await retryWhileBusy(() => start(libc, fileActions, call, path, request, writeEnd));
      } catch (error) {
        if (pipe !== undefined) closePipe(libc, pipe);
        throw spawnErrorFrom(error, request, process.platform);
      }
      // All that starting it does not need is done while it starts up.
      return new PosixProcess(pid, pipe, reaper, libc);
    },
  };
}

/** Whether the next process is started on this thread, while so many are waited for. */
type IsHere = (waitingFor: number) => boolean;

const CHOICES: Readonly<Record<NonNullable<PosixSpawnOptions['thread']>, () => IsHere>> = {
  here: () => () => true,
  other: () => () => false,
  adaptive: oneAtATime,
};

/** For so long after processes overlapped, they are expected to do so again. */
const OVERLAP_LASTS_MS = 100;

/**
 * Here while processes come one after the other. Where several run, a new one may have to wait for a processor before it executes its program, and
 * the thread that started it waits with it.
 */
function oneAtATime(): IsHere {
  let overlappedAtMs = Number.NEGATIVE_INFINITY;
  return (waitingFor) => {
    const now = performance.now();
    if (waitingFor > 0) overlappedAtMs = now;
    return now - overlappedAtMs > OVERLAP_LASTS_MS;
  };
}

interface Pipe {
  readonly readEnd: number;
  readonly writeEnd: number;
}

function openPipe(libc: LibC): Pipe {
  const ends = new Int32Array(2);
  if (libc.makePipe(ends) !== 0) throw systemError(errorName(libc.errorNumber()));
  const [readEnd = -1, writeEnd = -1] = ends;
  return { readEnd, writeEnd };
}

// Not fs.closeSync: in a worker thread Node warns of descriptors that it has not opened.
function closePipe(libc: LibC, { readEnd, writeEnd }: Pipe): void {
  libc.close(readEnd);
  libc.close(writeEnd);
}

async function start(
  libc: LibC,
  store: FileActionsStore,
  call: SpawnCall,
  path: string,
  request: SpawnRequest,
  writeEnd: number,
): Promise<number> {
  const argv = asTable(libc, [request.command, ...request.args]);
  const variables = Object.keys(request.env).map((name) => `${name}=${request.env[name] ?? ''}`);
  const environment = asTable(libc, variables);
  const actions = store.take(request.cwd, writeEnd);
  const fileActions = actions.memory;
  try {
    const [errorNumber, pid] = await call({ path, fileActions, argv, environment });
    if (errorNumber === 0) return pid;
    if (errorName(errorNumber) !== 'ENOEXEC') throw systemError(errorName(errorNumber));
    // As execvp: a file that is no program is a script for sh.
    const script = asTable(libc, [SHELL, path, ...request.args]);
    const [shellError, shellPid] = await call({ path: SHELL, fileActions, argv: script, environment });
    if (shellError === 0) return shellPid;
    throw systemError(errorName(shellError));
  } finally {
    store.giveBack(actions);
  }
}

/** `argv` and `envp` as the C library wants them. */
function asTable(libc: LibC, strings: readonly string[]): Buffer {
  const table = stringTable(strings, libc.addressOf);
  if (table === undefined) throw systemError('EINVAL');
  return table;
}

const SHELL = '/bin/sh';

const ERROR_NAMES = namesByNumber(systemConstants.errno);

function errorName(errorNumber: number): string {
  return ERROR_NAMES.get(errorNumber) ?? `errno ${errorNumber}`;
}

function systemError(code: string): Error {
  return Object.assign(new Error(`posix_spawn: ${code}`), { code });
}

function signalNumber(signal: ProcessSignal | 0): number {
  return signal === 0 ? 0 : systemConstants.signals[signal];
}

class PosixProcess implements SpawnedProcess {
  readonly pid: number;
  readonly output: ReadableOutput;
  readonly exit: Promise<ProcessExit>;
  readonly #group: ProcessGroup;
  readonly #reaper: Reaper;

  constructor(pid: number, { readEnd, writeEnd }: Pipe, reaper: Reaper, libc: LibC) {
    this.#reaper = reaper;
    this.pid = pid;
    // Where the exit is told of, the write end stays open here until then: the end of the output, which comes shortly before, would only wake the loop once
    // more, and too early to reap. Else it says when to look.
    const late = reaper.isTold ? new LateOutput(readEnd, libc) : undefined;
    if (late === undefined) libc.close(writeEnd);
    this.output = late ?? this.#outputToLookAt(readEnd, libc);
    const group = new ProcessGroup(pid, (target, signal) => libc.kill(target, signalNumber(signal)) === 0);
    this.#group = group;
    this.exit = new Promise((resolve) => {
      reaper.onExit(pid, (exit) => {
        group.leaderReaped();
        resolve(exit);
        if (late === undefined) return;
        libc.close(writeEnd);
        late.readRest();
      });
    });
  }

  #outputToLookAt(readEnd: number, libc: LibC): ReadableOutput {
    const output = new DescriptorOutput(readEnd, () => libc.enlargePipe(readEnd, LARGE_PIPE_BYTES));
    output.whenEnded(() => this.#reaper.lookFor(this.pid));
    return output;
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    return this.#group.signal(target, signal);
  }
  groupRemains(): boolean {
    return this.#group.outlivesLeader();
  }

  letGo(): void {
    this.#reaper.letGo(this.pid);
  }
}
