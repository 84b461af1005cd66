import { createRequire } from 'node:module';
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
import { SocketOutput } from '../output-pipe.ts';
import { connectNamedPipe } from '../socket-pipes.ts';
import { spawnErrorFrom } from '../spawn-errors.ts';
import { commandLine, environmentBlock, windowsVariables } from './command-line.ts';
import { type Handle, type JobProcess, loadWin32, type ProcessOwner, type Win32 } from './win32.ts';

/**
 * The spawn port on top of CreateProcess: what `child_process` can't do on Windows. Each process is in a job object before it runs, so that none of its
 * descendants can escape; it is asked to end by CTRL_BREAK (within a console); and it inherits its three streams and no other handle.
 */
export function createProcessSpawn(win32: Win32 = loadWin32(), as: ActingAs = OWN_USER): SpawnPort {
  return {
    name: 'create_process',
    async spawn(request) {
      let output: SocketOutput | undefined;
      try {
        const pipe = await connectNamedPipe((path) => win32.open(path, 'write'));
        const readEnd = new SocketOutput(pipe.readEnd);
        output = readEnd;
        try {
          const description = as.see(() => describe(request, as.variables()));
          const { owner, within } = as;
          const made = win32.create({
            ...description,
            output: pipe.writeEnd,
            ...(owner !== undefined && { owner }),
            ...(within !== undefined && { within }),
          });
          return new WindowsJobProcess(made, readEnd, win32);
        } finally {
          win32.close(pipe.writeEnd);
        }
      } catch (error) {
        output?.destroy();
        throw as.see(() => spawnErrorFrom(error, request, 'win32'));
      }
    },
  };
}

/** Whom processes are started as. */
export interface ActingAs {
  readonly owner?: ProcessOwner;
  /** The job of the whole session. */
  readonly within?: Handle;
  /** The variables that no process can do without are taken from these. */
  readonly variables: () => Readonly<Record<string, string | undefined>>;
  /** Looks for commands with that user's eyes. */
  readonly see: <T>(look: () => T) => T;
}

const OWN_USER: ActingAs = { variables: () => process.env, see: (look) => look() };

function describe(request: SpawnRequest, host: Readonly<Record<string, string | undefined>>) {
  const path = commandToStart(request, 'win32');
  const parsed = parse(path, request.args, {});
  // A script with a #! line names a program that has still to be found.
  const program = commandToStart({ ...request, command: parsed.command }, 'win32');
  const words = [parsed.command, ...parsed.args];
  return {
    program,
    // cross-spawn has quoted for cmd.exe already, whose rules are its own.
    commandLine: parsed.options.windowsVerbatimArguments === true ? words.join(' ') : commandLine(words),
    environment: environmentBlock(windowsVariables(request.env, host)),
    cwd: request.cwd,
  };
}

/** What cross-spawn makes of a command and its arguments on Windows: a .cmd or .bat file is run, and quoted for, cmd.exe. */
interface ParsedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly options: { readonly windowsVerbatimArguments?: boolean };
}

const { _parse: parse }: { _parse: (command: string, args: readonly string[], options: object) => ParsedCommand } =
  createRequire(import.meta.url)('cross-spawn');

/** The system tells an end only to a thread that waits for it, and threads are few: so it is asked, often at first and when output ends. */
const FIRST_LOOK_MS = 1;
const LAST_LOOK_MS = 32;

/** A process in a job of its own; the job outlives it as long as somebody in it lives. */
export class WindowsJobProcess implements SpawnedProcess {
  readonly pid: number;
  readonly output: ReadableOutput;
  readonly exit: Promise<ProcessExit>;
  readonly #win32: Win32;
  readonly #made: JobProcess;
  #settle: (exit: ProcessExit) => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #delayMs = FIRST_LOOK_MS;
  #ended = false;
  #outputEnded = false;
  #killed = false;
  #closed = false;
  #wanted = true;

  constructor(made: JobProcess, output: SocketOutput, win32: Win32) {
    this.pid = made.pid;
    this.output = output;
    this.#made = made;
    this.#win32 = win32;
    this.exit = new Promise((resolve) => {
      this.#settle = resolve;
    });
    output.whenEnded(() => {
      this.#outputEnded = true;
      this.#delayMs = FIRST_LOOK_MS;
      this.#look();
      this.#closeIfOver();
    });
    this.#look();
  }

  signal(target: SignalTarget, signal: ProcessSignal): boolean {
    if (this.#closed || (target === 'leader' && this.#ended)) return false;
    if (signal !== 'SIGKILL') return !this.#ended && this.#made.sharesConsole && this.#win32.sendCtrlBreak(this.pid);
    if (!this.#ended) this.#killed = true;
    return target === 'leader'
      ? this.#win32.terminateProcess(this.#made.process)
      : this.#win32.terminateJob(this.#made.job);
  }

  groupRemains(): boolean {
    return this.#ended && !this.#closed && this.#win32.processesIn(this.#made.job).length > 0;
  }

  letGo(): void {
    this.#wanted = false;
    this.#timer?.unref();
  }

  #look(): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    const exitCode = this.#win32.exitCode(this.#made.process);
    if (exitCode === undefined) {
      this.#timer = setTimeout(() => this.#look(), this.#delayMs);
      if (!this.#wanted) this.#timer.unref();
      this.#delayMs = Math.min(2 * this.#delayMs, LAST_LOOK_MS);
      return;
    }
    this.#ended = true;
    this.#settle(this.#killed ? { exitCode: null, signal: 'SIGKILL' } : { exitCode, signal: null });
    this.#closeIfOver();
  }

  /** The handles are what keeps the numbers ours; once nobody can be left they are given back. */
  #closeIfOver(): void {
    if (this.#closed || !this.#ended || !this.#outputEnded) return;
    this.#closed = true;
    this.#win32.close(this.#made.process);
    this.#win32.close(this.#made.job);
  }
}
