import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { Socket } from 'node:net';
import type { ProcessSignal } from '../../ports/spawn.ts';
import { SessionError } from '../../errors/session-error.ts';
import { LineReader } from '../../output/line-reader.ts';
import { readProcStat } from '../../processes/proc-files.ts';
import {
  greetedProcesses,
  saidProcess,
  type HelperProcesses,
  type KnownProcess,
  type SaidProcesses,
} from './helper-processes.ts';
import { endUngreeted } from './end-ungreeted.ts';
import { HelperWatch, WATCH_MS, type OrderUnderWay } from './helper-watch.ts';
import { systemProgram } from './system-programs.ts';

/** How a started program is followed. */
export interface ActionFollower {
  started(process: KnownProcess): void;
  refused(code: string, subject: string): void;
  ended(exit: { readonly exitCode: number } | { readonly signalNumber: number }): void;
  /** The helper is gone and will say nothing more. */
  lost(reason: string): void;
}

const GREETING_LIMIT_MS = 30_000;
/** So many looks after its end was ordered it may take for it. */
const MOST_CLOSING_LOOKS = 4;
/** For so many a helper that was told to go may stay: another process of its user may keep it asleep. */
const MOST_LEAVING_LOOKS = 20;
const MOST_NOISE = 4_000;

interface Order extends OrderUnderWay {
  readonly answer: (words: readonly string[]) => void;
  readonly fail: (reason: Error) => void;
}

/**
 * The host's end of one helper: a shell that sudo started once as the other user, and that is spoken to through the pipes of its stdin and stdout,
 * which no other process can open.
 */
export class Helper {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #key: string;
  readonly #orders = new Map<string, Order>();
  /** Set when all of them have greeted. */
  #processes: HelperProcesses | undefined;
  /** The same, the newest first; the last may be sudo, all others are the other user's. */
  #known: readonly KnownProcess[] = [];
  #watch: HelperWatch | undefined;
  #noise = '';
  #number = 0;
  #following:
    | { readonly name: string; readonly follower: ActionFollower; process?: KnownProcess; turn?: string }
    | undefined;
  #lost: string | undefined;
  #closing = false;
  #closingLooks = 0;
  #leavingLooks = 0;
  #timer: NodeJS.Timeout | undefined;
  #gone: () => void = () => {};
  /** Called once when it is lost, unless it was closed. */
  onLost: () => void = () => {};
  #onGreeting: (words: readonly string[]) => void = () => {};
  readonly #ended: Promise<void>;
  readonly #isGone: Promise<void> = new Promise((resolve) => {
    this.#gone = resolve;
  });

  private constructor(user: string, shell: string, script: string, key: string) {
    this.#key = key;
    this.#child = spawn(systemProgram('sudo'), ['-n', '-u', user, '-i', shell, script], {
      // sudo may be set up to keep the environment: there is none to keep. Its own session: a Ctrl-C is not for it.
      env: { PATH: '/usr/bin:/bin' },
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const lines = new LineReader((line) => this.#line(line));
    this.#child.stdout.on('data', (chunk: Buffer) => lines.write(chunk));
    this.#child.stderr.on('data', (chunk: Buffer) => this.#hear(chunk.toString()));
    for (const stream of [this.#child.stdin, this.#child.stdout, this.#child.stderr])
      stream.on('error', () => undefined);
    this.#ended = new Promise<void>((resolve) => {
      // Greeted, it is lost with its process, whoever still holds its pipes; before, it is worth reading why to the end.
      this.#child.once('exit', () => {
        if (this.#processes !== undefined) resolve();
      });
      this.#child.once('close', () => resolve());
      this.#child.once('error', (error) => {
        this.#hear(error.message);
        resolve();
      });
    }).then(() => this.#lose('its process has ended', true));
  }

  /** A key for the lines of a helper. */
  static newKey(): string {
    return `ojd-${randomBytes(12).toString('hex')}`;
  }

  /**
   * Starts a helper.
   *
   * @param script the path of its {@link helperScript}, which the user must be able to read.
   * @param userId the number of the user; undefined where it can't be looked up: then the name decides.
   * @param takeVariables called when the helper is about to write the variables of its login; gives the name of a pipe for them.
   */
  static async start(options: {
    readonly user: string;
    readonly userId: number | undefined;
    readonly shell: string;
    readonly script: string;
    readonly key: string;
    readonly takeVariables: () => Promise<string>;
  }): Promise<Helper> {
    const helper = new Helper(options.user, options.shell, options.script, options.key);
    let limit: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        limit = setTimeout(
          () => reject(new Error(`it did not greet within ${GREETING_LIMIT_MS / 1000} s`)),
          GREETING_LIMIT_MS,
        );
        void helper.#ended.then(() => reject(new Error('it ended at once')));
        let said: SaidProcesses = {};
        let hasSaidHello = false;
        const greetings: Readonly<Record<string, (words: readonly string[]) => void>> = {
          hello: () => {
            if (hasSaidHello) return;
            hasSaidHello = true;
            options.takeVariables().then((pipe) => helper.#child.stdin.write(`${pipe}\n`), reject);
          },
          unfit: (words) => reject(new Error(words.join(' '))),
          ready: ([shell = '', loginShell = '', userId = '', name = '']) => {
            said = { ...said, loginShell, shell };
            if (!isUser(options, userId, name)) reject(new Error(`it runs as ${name} (${userId})`));
          },
          reader: ([reader = '']) => (said = { ...said, reader }),
          starter: ([starter = '']) => (said = { ...said, starter }),
        };
        helper.#onGreeting = ([word = '', ...rest]) => {
          greetings[word]?.(rest);
          try {
            helper.#processes = greetedProcesses(said, helper.#child.pid ?? 0);
          } catch (error) {
            reject(error);
          }
          if (helper.#processes === undefined) return;
          helper.#known = Object.values({ ...helper.#processes }).toReversed();
          helper.#watch = new HelperWatch(helper.#processes);
          resolve();
        };
      });
    } catch (error) {
      helper.#child.stdin.destroy();
      helper.#lose('it could not be started');
      const runs = helper.#child.exitCode === null && helper.#child.signalCode === null;
      if (runs) await endUngreeted(options.user, helper.#child.pid, () => helper.signalSudo('SIGTERM'));
      throw startError(options.user, error, helper.#noise);
    } finally {
      clearTimeout(limit);
    }
    helper.#onGreeting = () => {};
    helper.#rest();
    return helper;
  }

  /** Why nothing can be asked of it any more. */
  get lost(): string | undefined {
    return this.#lost;
  }

  /** The newest of what it, or the login, wrote besides its answers. */
  get noise(): string {
    return this.#noise.trim();
  }

  /** The helper's own processes, as they were when they greeted, the newest first. */
  get processes(): readonly KnownProcess[] {
    return this.#known;
  }

  /** Signals sudo itself, which stops when its command was stopped, and which its caller may signal. */
  signalSudo(signal: 'SIGCONT' | 'SIGTERM' | 'SIGKILL'): void {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return;
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended, or was set up to belong to root altogether.
    }
  }

  /** Settles when sudo has ended. */
  get ended(): Promise<void> {
    return this.#ended;
  }

  /** Starts the program whose script and pipe have this name. One at a time. */
  run(name: string, follower: ActionFollower): void {
    if (this.#lost !== undefined) {
      follower.lost(this.#lost);
      return;
    }
    this.#following = { name, follower };
    this.#work();
    this.#child.stdin.write(`run 0 ${name}\n`);
  }

  /** Sends a signal to a process, or (negative) to a group, of the other user; only if the number has still the process (the leader) that started then. */
  signal(target: number, signal: ProcessSignal | 'SIGCONT', startTicks?: number): void {
    this.#order(`${signal.slice(3)} ${target} ${startTicks ?? ''}`, 'signal').catch(() => undefined);
  }

  /** The processes that carry the session's marker, and the action's; `unsure` when one of another process's marks could not be seen just now. */
  async find(
    actionId: string | undefined,
  ): Promise<{ readonly marked: readonly KnownProcess[]; readonly unsure: boolean }> {
    const words = await this.#order(actionId ?? '-', 'find');
    const border = words.indexOf('unsure');
    const states = words.slice(border + 1).map((pid) => readProcStat(Number(pid))?.state);
    return {
      marked: words
        .slice(0, border)
        .flatMap((word) => saidProcess(word) ?? [])
        .filter(({ startTicks }) => startTicks !== undefined),
      unsure: states.some((state) => state !== undefined && state !== 'Z'),
    };
  }

  async empty(): Promise<void> {
    await this.#order('', 'empty');
  }

  async close(): Promise<void> {
    this.#closing = true;
    if (this.#lost === undefined) this.#child.stdin.end('bye\n');
    this.#work();
    await Promise.race([this.#ended, this.#isGone]);
    clearInterval(this.#timer);
  }

  /** Does without it from now on: what it has begun is ended like that of one that was lost. */
  giveUp(reason: string): void {
    this.#lose(reason);
  }

  #order(words: string, kind: Order['kind']): Promise<readonly string[]> {
    return new Promise((answer, fail) => {
      if (this.#lost !== undefined) {
        fail(new Error(this.#lost));
        return;
      }
      const number = String(++this.#number);
      this.#orders.set(number, { kind, looks: 0, answer, fail });
      this.#work();
      this.#child.stdin.write(`${kind} ${number} ${words}\n`);
    });
  }

  #line(line: string): void {
    const [key, ...words] = line.split(' ');
    if (key !== this.#key) {
      this.#hear(`${line}\n`);
      return;
    }
    const [word, name = '', first = '', second = ''] = words;
    const following = this.#following?.name === name ? this.#following : undefined;
    if (word === 'took' && following !== undefined) following.turn = first;
    else if (word === 'started' && following !== undefined && following.process === undefined) {
      const process = saidProcess(first);
      if (process === undefined) return;
      following.process = process;
      following.follower.started(process);
    } else if (word === 'refused') following?.follower.refused(first, second);
    else if (word === 'ended' && this.#following !== undefined && this.#following.turn === name) {
      const { follower } = this.#following;
      if (!/^\d{1,3}$/.test(second)) {
        this.#lose('it told an end that no process has');
        return;
      }
      this.#following = undefined;
      follower.ended(first === 'signal' ? { signalNumber: Number(second) } : { exitCode: Number(second) });
      this.#rest();
    } else if (word === 'done') {
      this.#orders.get(name)?.answer(words.slice(2).filter((text) => text !== ''));
      this.#orders.delete(name);
      this.#rest();
    } else this.#onGreeting(words);
  }

  #hear(noise: string): void {
    this.#noise = (this.#noise + noise).slice(-MOST_NOISE);
  }

  /** Something is expected of the helper: the program stays, and the helper is watched. */
  #work(): void {
    this.#hold(true);
    this.#watch?.begin();
    this.#timer ??= setInterval(() => this.#look(), WATCH_MS);
  }

  #rest(): void {
    if (this.#following !== undefined || this.#orders.size > 0 || this.#closing) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#hold(false);
  }

  /** A session that nobody closes must not keep the host's program from ending. */
  #hold(held: boolean): void {
    const streams = [this.#child.stdin, this.#child.stdout, this.#child.stderr].filter(
      (stream) => stream instanceof Socket,
    );
    for (const one of [this.#child, ...streams]) {
      if (held) one.ref();
      else one.unref();
    }
  }

  #look(): void {
    if (this.#isLeaving() && ++this.#leavingLooks > MOST_LEAVING_LOOKS) {
      this.#lose('it did not go when it was told to');
      return;
    }
    if (this.#watch?.hasLostOne() === true) {
      // Told to go, it goes one process after the other; who keeps the rest from going keeps nobody.
      if (!this.#closing || ++this.#closingLooks > MOST_CLOSING_LOOKS) this.#lose('one of its processes was ended');
      return;
    }
    const action = this.#following;
    const why = this.#watch?.look({ orders: [...this.#orders.values()], ...(action !== undefined && { action }) });
    if (why !== undefined) this.#lose(why);
  }

  /** Told to go, with nothing left to do. */
  #isLeaving(): boolean {
    return this.#closing && this.#orders.size === 0 && this.#following === undefined;
  }

  #lose(reason: string, hasEnded = false): void {
    if (this.#lost !== undefined) return;
    this.#lost = reason;
    clearInterval(this.#timer);
    this.#child.stdin.destroy();
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    this.#child.unref();
    const following = this.#following;
    this.#following = undefined;
    for (const order of this.#orders.values()) order.fail(new Error(reason));
    this.#orders.clear();
    following?.follower.lost(reason);
    if (this.#processes !== undefined && !(this.#closing && hasEnded)) this.onLost();
    this.#gone();
  }
}

/** The names of directory services have other forms, so that where the number is known, it decides. */
function isUser(
  wanted: { readonly user: string; readonly userId: number | undefined },
  userId: string,
  name: string,
): boolean {
  if (wanted.userId !== undefined) return String(wanted.userId) === userId;
  return name === wanted.user || /[\\@]/.test(wanted.user);
}

/** What sudo or the login said, with what to do about it. */
const ADVICE: readonly (readonly [RegExp, (user: string) => string])[] = [
  [
    /password is required|a terminal is required|may not run sudo|not in the sudoers|not allowed to (execute|run)/i,
    (user) =>
      `Let this program's user run commands as ${user} without a password, in a file of /etc/sudoers.d: '<this user> ALL=(${user}) NOPASSWD: ALL'.`,
  ],
  [/unknown user|unknown uid/i, (user) => `There is no user ${user} on this host.`],
  [
    /nologin|currently not available|unable to execute/i,
    (user) => `Give ${user} a login shell: usermod --shell /bin/sh ${user}.`,
  ],
  [
    /Permission denied|cannot open|can't open/i,
    (user) => `${user} must be in the group of the session, and able to enter the folders above the session root.`,
  ],
];

function startError(user: string, cause: unknown, noise: string): SessionError {
  const said = noise.trim();
  const advice = ADVICE.find(([pattern]) => pattern.test(said))?.[1](user);
  const why = cause instanceof Error ? cause.message : String(cause);
  return new SessionError(
    'user',
    `The helper that acts as ${user} could not be used: ${why}.${said === '' ? '' : ` It said: ${JSON.stringify(said)}.`}${advice === undefined ? '' : ` ${advice}`}`,
    { cause },
  );
}
