import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/index.ts';

/** What a command printed and its exit code. */
export interface Printed {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How to start a command in a test. */
export interface CliOptions {
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/** Runs the command line in this process, with streams of its own. */
export async function cli(args: readonly string[], options: CliOptions = {}): Promise<Printed> {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => void (written[name] += text),
    isTTY: options.isTTY === true,
    columns: options.columns ?? 100,
  });
  const exitCode = await main(args, {
    stdout: sink('stdout'),
    stderr: sink('stderr'),
    stdin: (async function* () {
      if (options.stdin !== undefined)
        yield typeof options.stdin === 'string' ? new TextEncoder().encode(options.stdin) : options.stdin;
    })(),
    env: { ...process.env, NO_COLOR: options.isTTY === true ? '' : '1', CI: '', FORCE_COLOR: '', ...options.env },
    cwd: options.cwd ?? process.cwd(),
    onInterrupt: () => () => {},
  });
  return { exitCode, ...written };
}

/** A folder with files, removed with `dispose`. */
export class TestFolder implements Disposable {
  readonly path: string = mkdtempSync(join(tmpdir(), 'openjd-cli-test-'));

  write(name: string, content: string | Uint8Array | object): string {
    const path = join(this.path, name);
    const isPlain = typeof content === 'string' || content instanceof Uint8Array;
    writeFileSync(path, isPlain ? content : JSON.stringify(content));
    return path;
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** An action that runs a POSIX shell script. */
export function sh(script: string): { readonly command: string; readonly args: readonly string[] } {
  return { command: 'sh', args: ['-c', script] };
}

/** A job template around some steps. */
export function jobTemplate(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { specificationVersion: 'jobtemplate-2023-09', name: 'Demo', ...fields };
}

/** A step that runs a shell script. */
export function step(
  name: string,
  script: string,
  fields: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> {
  return { name, ...fields, script: { actions: { onRun: sh(script) } } };
}

/** An environment that says when it is entered and exited. */
export function environment(
  name: string,
  onEnter = `echo ENTER ${name}`,
  onExit = `echo EXIT ${name}`,
): Readonly<Record<string, unknown>> {
  return { name, script: { actions: { onEnter: sh(onEnter), onExit: sh(onExit) } } };
}
