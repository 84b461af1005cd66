// The program as users start it: the launcher and the bundle.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LAUNCHER = fileURLToPath(new URL('../../bin/openjd.js', import.meta.url));
const BUNDLER = fileURLToPath(new URL('../../scripts/bundle.mjs', import.meta.url));

/** Makes sure that the bundle is not older than what was compiled. */
export function buildProgram(): void {
  execFileSync(process.execPath, [BUNDLER], { stdio: 'inherit' });
}

/** What a program said and how it ended. */
export interface ProgramEnd {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface StartOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
}

/** Runs `openjd` to its end. */
export async function openjd(args: readonly string[], options: StartOptions = {}): Promise<ProgramEnd> {
  const child = spawn(process.execPath, [LAUNCHER, ...args], {
    cwd: options.cwd,
    env: { ...process.env, NO_COLOR: '1', ...options.env },
    stdio: 'pipe',
  });
  child.stdin.end(options.input ?? '');
  return ended(child);
}

/** A running `openjd`: send signals to it and wait for what it prints. */
export interface RunningProgram {
  /** Resolves with the match as soon as the output so far has one. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ctrl-C typed on its terminal. */
  pressCtrlC(): void;
  kill(signal: NodeJS.Signals): void;
  readonly end: Promise<ProgramEnd>;
}

/** Starts `openjd` on a terminal of its own. */
export function openjdOnTerminal(args: readonly string[], options: StartOptions = {}): RunningProgram {
  const words = [process.execPath, LAUNCHER, ...args].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  // `script` gives its child a pseudo-terminal and types into it what comes on standard input.
  return running(
    spawn('script', ['-qefc', `exec ${words.join(' ')}`, '/dev/null'], {
      cwd: options.cwd,
      env: { ...process.env, TERM: 'xterm', ...options.env },
      stdio: 'pipe',
    }),
  );
}

/** Starts `openjd` with pipes. */
export function startOpenjd(args: readonly string[], options: StartOptions = {}): RunningProgram {
  return running(
    spawn(process.execPath, [LAUNCHER, ...args], {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: 'pipe',
    }),
  );
}

/** Why there is no terminal to test with; undefined if there is one. */
export function noTerminal(): string | undefined {
  const { error, stdout } = spawnSync('script', ['--version'], { encoding: 'utf8' });
  return error === undefined && stdout.includes('util-linux') ? undefined : 'there is no `script` of util-linux here';
}

/** Whether a process runs. One that has ended and that nobody waited for yet does not. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = existsSync('/proc/self/stat') ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '';
  return !/^\d+ \(.*\) Z/.test(stat);
}

type Child = ReturnType<typeof spawn> & { readonly stdin: NonNullable<ReturnType<typeof spawn>['stdin']> };

function running(child: ReturnType<typeof spawn>): RunningProgram {
  let output = '';
  let waiting: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const check of waiting) check();
    });
  }
  const end = ended(child);
  return {
    end,
    pressCtrlC: () => void (child as Child).stdin.write('\u0003'),
    kill: (signal) => void child.kill(signal),
    waitFor: async (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const match = pattern.exec(output);
          if (match === null) return;
          waiting = waiting.filter((other) => other !== check);
          resolve(match);
        };
        waiting.push(check);
        check();
        void end.then(() => reject(new Error(`The program ended without printing ${pattern}:\n${output}`)));
      }),
  };
}

async function ended(child: ReturnType<typeof spawn>): Promise<ProgramEnd> {
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
