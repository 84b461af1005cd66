import { spawn } from 'node:child_process';
import { win32 } from 'node:path';

/** Starts a program and doesn't wait for it. */
export type StartProgram = (file: string, args: readonly string[]) => void;

/**
 * Ends a Windows process and everything it started, as far as `taskkill` can follow the tree: a process whose parent is gone already
 * is not found. Only for a pid whose handle is open in this process: the system doesn't give such a number away.
 */
export function endWindowsTree(
  pid: number,
  start: StartProgram = startHidden,
  env: NodeJS.ProcessEnv = process.env,
): void {
  // By its full path: a taskkill.exe in the working directory of a job must not be found.
  const taskkill = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  start(taskkill, ['/T', '/F', '/PID', String(pid)]);
}

const startHidden: StartProgram = (file, args) => {
  const program = spawn(file, args, { stdio: 'ignore', windowsHide: true });
  // Without taskkill the caller's direct kill of the process itself is all there is.
  program.on('error', () => undefined);
};
