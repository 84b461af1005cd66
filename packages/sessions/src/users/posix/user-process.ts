import { constants } from 'node:os';
import type { ProcessExit, ProcessSignal, ReadableOutput, SignalTarget, SpawnedProcess } from '../../ports/spawn.ts';
import { ProcessGroup, type Kill } from '../../processes/process-group.ts';
import { namesByNumber } from '../../processes/posix-spawn/names-by-number.ts';
import { readProcStat } from '../../processes/proc-files.ts';
import { exists, type KnownProcess } from './helper-processes.ts';

const SIGNAL_NAMES = namesByNumber(constants.signals);

/** A process of another user, which the helper starts and signals. */
export class UserProcess implements SpawnedProcess {
  readonly pid: number;
  readonly output: ReadableOutput;
  readonly exit: Promise<ProcessExit>;
  /** With the pid, this names the process for good. */
  readonly startTicks: number | undefined;
  readonly #group: ProcessGroup;
  #resolve: (exit: ProcessExit) => void = () => {};

  /**
   * @param startTicks as the process itself said: it may have ended by now, and its number be another's.
   * @param send has the helper send a signal.
   */
  constructor(
    { pid, startTicks }: KnownProcess,
    output: ReadableOutput,
    send: (target: number, signal: ProcessSignal, startTicks: number | undefined) => void,
  ) {
    this.pid = pid;
    this.output = output;
    this.startTicks = startTicks;
    this.exit = new Promise((resolve) => {
      this.#resolve = resolve;
    });
    const kill: Kill = (target, signal) => {
      // The answer is wanted at once, and only the helper may signal: whether somebody is there can be seen without it.
      if (!exists(target)) return false;
      const leader = readProcStat(pid)?.startTicks;
      // Another process has the number: then its group died out before. Nobody has it, and what is left of the group holds it; or the system hides it:
      // then the helper looks, which is of the same user.
      if (leader !== undefined && leader !== startTicks) return false;
      if (signal !== 0) send(target, signal, this.startTicks);
      return true;
    };
    this.#group = new ProcessGroup(pid, kill);
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    return this.#group.signal(target, signal);
  }

  groupRemains(): boolean {
    return this.#group.outlivesLeader();
  }

  ended(exit: { readonly exitCode: number } | { readonly signalNumber: number }): void {
    this.#group.leaderReaped();
    this.#resolve(
      'exitCode' in exit
        ? { exitCode: exit.exitCode, signal: null }
        : { exitCode: null, signal: SIGNAL_NAMES.get(exit.signalNumber) ?? `signal ${exit.signalNumber}` },
    );
  }

  lost(reason: string): void {
    this.#group.leaderReaped();
    this.#resolve({ exitCode: null, signal: null, lost: reason });
  }
}
