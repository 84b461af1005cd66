// Runs a program of the repository's tools and keeps what it says.
import { execFile } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { root } from './workspace.ts';

export interface ProgramRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a JavaScript program with this Node; `program` is absolute, or relative to the repository. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [resolvePath(root, program), ...args],
      { cwd: options.cwd ?? root, env: { ...process.env, NO_COLOR: '1', ...options.env }, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

/** Runs npm. */
export function runNpm(args: readonly string[], options: { readonly cwd?: string } = {}): Promise<ProgramRun> {
  // Under `npm test` npm says where it is; a bare vitest finds the one that came with Node.
  const npm = process.env['npm_execpath'];
  const shell = process.platform === 'win32';
  return new Promise((resolve) => {
    const [file, all] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
    const child = execFile(
      file,
      [...all],
      { cwd: options.cwd ?? root, shell: npm === undefined && shell, maxBuffer: 64 * 1024 * 1024 },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
