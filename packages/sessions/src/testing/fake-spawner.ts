import { SpawnError, type SpawnPort, type SpawnRequest, type SpawnedProcess } from '../ports/spawn.ts';
import { FakeProcess } from './fake-process.ts';

/** What a fake process does once it exists. */
export type FakeBehavior = (process: FakeProcess) => void;

/**
 * Starts processes that exist only in memory and do what a test tells them.
 *
 * @example
 * ```ts
 * import { Session } from '@ojd/sessions';
 * import { FakeSpawner, VirtualClock } from '@ojd/sessions/testing';
 *
 * const spawn = new FakeSpawner((process) => process.print('openjd_progress: 50\n').end(0));
 * await using session = await Session.create({ ports: { spawn, clock: new VirtualClock() } });
 * const result = await session.runSubprocess({ command: 'render' });
 * [result.state, result.progress]; // => ['success', 50]
 * ```
 */
export class FakeSpawner implements SpawnPort {
  readonly name = 'fake';
  /** Every process so far, in the order of starting. */
  readonly processes: FakeProcess[] = [];
  #behavior: FakeBehavior | undefined;
  #failure: { readonly code: string; readonly message: string } | undefined;
  #waiting: ((process: FakeProcess) => void)[] = [];

  /** @param behavior what each process does by itself. Default: nothing until told. */
  constructor(behavior?: FakeBehavior) {
    this.#behavior = behavior;
  }

  /** What the processes after this do by themselves. */
  behave(behavior: FakeBehavior): void {
    this.#behavior = behavior;
  }

  /** The next process cannot be started. */
  failNext(code: string, message: string = `cannot start: ${code}`): void {
    this.#failure = { code, message };
  }

  /** The next process to be started. */
  next(): Promise<FakeProcess> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }

  spawn(request: SpawnRequest): Promise<SpawnedProcess> {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) return Promise.reject(new SpawnError(failure.code, 'command', failure.message));
    // Pids that no system gives, so that nobody can take one for a real process.
    const process = new FakeProcess(request, 2 ** 31 + this.processes.length);
    this.processes.push(process);
    const waiting = this.#waiting;
    this.#waiting = [];
    // After the caller has got the process, as a real one would.
    setImmediate(() => {
      for (const resolve of waiting) resolve(process);
      this.#behavior?.(process);
    });
    return Promise.resolve(process);
  }
}
