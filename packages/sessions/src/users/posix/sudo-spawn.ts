import { rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import {
  SpawnError,
  type SpawnErrorSubject,
  type SpawnOptions,
  type SpawnPort,
  type SpawnRequest,
} from '../../ports/spawn.ts';
import { descendantsOf, readProcStat } from '../../processes/proc-files.ts';
import { actionScript } from './action-script.ts';
import type { HelperFolder } from './helper-folder.ts';
import type { KnownProcess } from './helper-processes.ts';
import type { Helper } from './helper.ts';
import { secretName, type NamedPipe } from './named-pipes.ts';
import { UserProcess } from './user-process.ts';

/** A session runs one action at a time; a program that starts more at once gets more helpers, up to so many. */
const MOST_HELPERS = 4;
const ORDERLY_END_MS = 1_000;
/** What of a helper that was given up is still waited for before it is said that there is no process; the end of the session waits for all of it. */
const GIVEN_UP_MS = 5_000;

/** Starts processes as another user, through helpers that sudo starts once. */
export class SudoSpawn implements SpawnPort {
  readonly name = 'sudo';
  readonly #user: string;
  readonly #userId: number | undefined;
  readonly #folder: HelperFolder;
  readonly #idle: Helper[] = [];
  readonly #all = new Set<Helper>();
  readonly #waiting: (() => void)[] = [];
  #starting = 0;
  #replacement: Promise<Helper> | undefined;
  readonly #rescues = new Set<Promise<void>>();
  /** Ends what a helper that is gone has left; set by the session's user. */
  readonly #endMarked: () => Promise<unknown>;

  constructor(options: {
    readonly user: string;
    readonly userId: number | undefined;
    readonly folder: HelperFolder;
    readonly first: Helper;
    readonly endMarked: () => Promise<unknown>;
  }) {
    this.#user = options.user;
    this.#userId = options.userId;
    this.#folder = options.folder;
    this.#endMarked = options.endMarked;
    this.#adopt(options.first);
    this.#idle.push(options.first);
  }

  async spawn(request: SpawnRequest, { signal }: SpawnOptions = {}): Promise<UserProcess> {
    const name = secretName();
    const script = actionScript(request, name, this.#folder.key);
    const taking = this.#take();
    const helper = await unlessAborted(taking, signal);
    if (helper === undefined) {
      taking.then((late) => this.#giveBack(late)).catch(() => undefined);
      throw givenUp();
    }
    let pipe: NamedPipe | undefined;
    let file: string | undefined;
    try {
      pipe = await this.#folder.openPipe(name);
      file = this.#folder.write(`${name}.in`, script);
    } catch (error) {
      pipe?.unlink();
      pipe?.output.destroy();
      this.#giveBack(helper);
      throw hostError(error);
    }
    if (signal?.aborted === true) {
      pipe.unlink();
      pipe.output.destroy();
      rmSync(file, { force: true });
      this.#giveBack(helper);
      throw givenUp();
    }
    const opened = pipe;
    const scriptFile = file;
    const begun = (): void => {
      opened.unlink();
      rmSync(scriptFile, { force: true });
    };
    return new Promise((resolve, reject) => {
      let started: UserProcess | undefined;
      const giveUp = (): void => helper.giveUp('what it began was given up');
      signal?.addEventListener('abort', giveUp, { once: true });
      const refuse = (error: SpawnError): void => {
        signal?.removeEventListener('abort', giveUp);
        begun();
        opened.output.destroy();
        reject(error);
      };
      helper.run(name, {
        started: (process) => {
          signal?.removeEventListener('abort', giveUp);
          begun();
          started = new UserProcess(process, opened.output, (target, kind, startTicks) =>
            helper.signal(target, kind, startTicks),
          );
          resolve(started);
        },
        refused: (code, subject) => refuse(refusal(code, subject, request, this.#user)),
        ended: (exit) => {
          this.#giveBack(helper);
          if (started !== undefined) started.ended(exit);
          else
            refuse(
              new SpawnError(
                'EACCES',
                'host',
                `The shell of ${this.#user} could not begin with the action: ${helper.noise}`,
              ),
            );
        },
        lost: (reason) => {
          const told = `the helper that acts as ${this.#user} is gone: ${reason}`;
          if (started === undefined) {
            // It may be about to begin, as somebody whom nobody knows of yet: so only when it is over is it said that there is none.
            const error = new SpawnError('ESRCH', 'host', `The action could not be started: ${told}.`);
            const isOver = this.#endUnknown();
            const waited = signal?.aborted === true ? Promise.race([isOver, delay(GIVEN_UP_MS)]) : isOver;
            void waited.finally(() => refuse(error));
          } else void this.#endLost(started).finally(() => started?.lost(told));
          this.#waiting.shift()?.();
        },
      });
    });
  }

  /** A helper for orders that need no process of their own. */
  async anyHelper(): Promise<Helper> {
    for (const helper of this.#all) if (helper.lost === undefined) return helper;
    this.#replacement ??= this.#start().finally(() => (this.#replacement = undefined));
    const helper = await this.#replacement;
    if (!this.#idle.includes(helper)) this.#idle.push(helper);
    return helper;
  }

  async close(): Promise<void> {
    await Promise.all(this.#rescues);
    this.#idle.length = 0;
    await Promise.all([...this.#all].map((helper) => helper.close()));
    // One that was found dead or stopped only now has got a rescuer.
    await Promise.all(this.#rescues);
    await Promise.all([...this.#all].map((helper) => helper.close()));
    this.#all.clear();
  }

  #adopt(helper: Helper): void {
    this.#all.add(helper);
    helper.onLost = () => {
      this.#all.delete(helper);
      const rescue = this.#endHelper(helper).finally(() => this.#rescues.delete(rescue));
      this.#rescues.add(rescue);
    };
  }

  async #take(): Promise<Helper> {
    for (;;) {
      const idle = this.#idle.pop();
      if (idle !== undefined && idle.lost === undefined) return idle;
      if (idle !== undefined) this.#all.delete(idle);
      else if (this.#all.size + this.#starting < MOST_HELPERS) return this.#start();
      else {
        // oxlint-disable-next-line eslint/no-await-in-loop -- until somebody gives one back
        await new Promise<void>((resolve) => {
          this.#waiting.push(resolve);
        });
      }
    }
  }

  #giveBack(helper: Helper): void {
    this.#idle.push(helper);
    this.#waiting.shift()?.();
  }

  async #start(): Promise<Helper> {
    this.#starting++;
    try {
      const { helper } = await this.#folder.startHelper(this.#user, this.#userId);
      this.#adopt(helper);
      return helper;
    } catch (error) {
      this.#waiting.shift()?.(); // who waits may try in its place
      throw error;
    } finally {
      this.#starting--;
    }
  }

  /** Ends what is left of a helper that is gone. One that was stopped is let go on first, to end in good order. */
  async #endHelper(helper: Helper): Promise<void> {
    const own = helper.processes;
    // An action whose shell had not begun carries no mark of the session yet: it is known by its parents only, as long as they live.
    const before = begunBy(own);
    const rescuer = await this.anyHelper().catch(() => undefined);
    if (rescuer === undefined) return;
    // Until now what was left of the helper went on, and a number may have become another process's.
    const begun = [...before, ...begunBy(own)];
    for (const { pid, startTicks } of own) rescuer.signal(pid, 'SIGCONT', startTicks);
    helper.signalSudo('SIGCONT');
    await Promise.race([helper.ended, delay(ORDERLY_END_MS)]);
    for (const { pid, startTicks } of [...own, ...begun]) rescuer.signal(pid, 'SIGKILL', startTicks);
    helper.signalSudo('SIGKILL');
  }

  async #endUnknown(): Promise<void> {
    await Promise.resolve(); // the rescue begins in this turn
    await Promise.all(this.#rescues);
    await this.#endMarked().catch(() => undefined);
  }

  async #endLost(started: UserProcess): Promise<void> {
    const rescuer = await this.anyHelper().catch(() => undefined);
    if (rescuer === undefined) return;
    if (started.startTicks !== undefined && readProcStat(started.pid)?.startTicks === started.startTicks)
      rescuer.signal(-started.pid, 'SIGKILL', started.startTicks);
    await this.#endMarked().catch(() => undefined);
  }
}

/** Undefined when it is given up first. */
async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T | undefined> {
  if (signal === undefined) return work;
  if (signal.aborted) return undefined;
  return new Promise((resolve, reject) => {
    const abort = (): void => resolve(undefined);
    signal.addEventListener('abort', abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function givenUp(): SpawnError {
  return new SpawnError('ECANCELED', 'host', 'The action was given up before it had begun.');
}

/** What the processes that are still those have started. */
function begunBy(own: readonly KnownProcess[]): readonly KnownProcess[] {
  const living = own
    .filter(({ pid, startTicks }) => readProcStat(pid)?.startTicks === startTicks)
    .map(({ pid }) => pid);
  return descendantsOf(living).filter(({ pid }) => !living.includes(pid));
}

type Explain = (request: SpawnRequest, user: string) => string;

const REFUSALS: Readonly<Record<string, Explain>> = {
  'ENOENT workingDirectory': ({ cwd }, user) =>
    `The working directory '${cwd}' does not exist, or ${user} may not enter a folder above it.`,
  'ENOTDIR workingDirectory': ({ cwd }) => `The working directory '${cwd}' is a file: expected a directory.`,
  'EACCES workingDirectory': ({ cwd }, user) => `${user} may not enter the working directory '${cwd}'.`,
  'ENOENT command': ({ command, env }, user) =>
    command.includes('/')
      ? `The command '${command}' does not exist, or ${user} may not enter a folder above it.`
      : `The command '${command}' was not found (searched PATH: ${env['PATH'] ?? ''}). Install it for ${user}, add its folder to PATH, or give its full path.`,
  'EACCES command': ({ command }, user) =>
    `The command '${command}' is not executable for ${user}: set its execute permission (for an embedded file: 'runnable: true'), or name the program that runs it as the command.`,
};

function refusal(code: string, subject: string, request: SpawnRequest, user: string): SpawnError {
  const explain = REFUSALS[`${code} ${subject}`];
  const known: SpawnErrorSubject = subject === 'workingDirectory' ? 'workingDirectory' : 'command';
  return new SpawnError(
    code,
    known,
    explain?.(request, user) ?? `The command '${request.command}' was refused: ${code}.`,
  );
}

function hostError(error: unknown): SpawnError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  const text = error instanceof Error ? error.message : String(error);
  return new SpawnError(code, 'host', `The pipe of the action could not be made: ${text}`, { cause: error });
}
