import { spawn } from 'node:child_process';
import { win32 } from 'node:path';

/** Starts a program and calls back when it is over, or could not be started. */
export type StartProgram = (file: string, args: readonly string[], whenOver: () => void) => void;

/**
 * Ends a Windows process and everything it started, as far as `taskkill` can follow the tree: a process whose parent is gone already
 * is not found. Only for a pid whose handle is open in this process: the system doesn't give such a number away.
 * `endRoot` ends the process itself, which is done at last, whatever `taskkill` could do.
 */
export function endWindowsTree(
  pid: number,
  endRoot: () => void,
  start: StartProgram = startHidden,
  env: NodeJS.ProcessEnv = process.env,
): void {
  // By its full path: a taskkill.exe in the working directory of a job must not be found.
  const taskkill = win32.join(env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
  start(taskkill, ['/T', '/F', '/PID', String(pid)], endRoot);
}

const startHidden: StartProgram = (file, args, whenOver) => {
  const program = spawn(file, args, { stdio: 'ignore', windowsHide: true });
  program.once('error', whenOver).once('exit', whenOver);
};
