// Runs a program of the repository's tools and keeps what it says.
import { execFile } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { root } from './workspace.ts';

export interface ProgramRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ProgramOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a JavaScript program with this Node; `program` is absolute, or relative to the repository. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramRun> {
  return run(process.execPath, [resolvePath(root, program), ...args], options);
}

/** Runs npm. */
export function runNpm(args: readonly string[], options: ProgramOptions = {}): Promise<ProgramRun> {
  // Under `npm test` npm says where it is; a bare vitest finds the one that came with Node, a shell script on Windows.
  const npm = process.env['npm_execpath'];
  if (npm !== undefined) return run(process.execPath, [npm, ...args], options);
  return run('npm', args, options, process.platform === 'win32');
}

function run(
  file: string,
  args: readonly string[],
  { cwd = root, env }: ProgramOptions,
  shell = false,
): Promise<ProgramRun> {
  const settings = { cwd, shell, env: { ...process.env, NO_COLOR: '1', ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    const child = execFile(file, [...args], settings, (_error, stdout, stderr) => {
      resolve({ exitCode: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
