import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

// `.ci/run` installs Wine, and a Node for Windows whose path it gives. What passes here is "run under Wine", no more.
const windowsNode = process.env['OJD_WINDOWS_NODE'] ?? '';

/** Why nothing can be run under Wine; undefined where it can. */
export function whyNoWine(): string | undefined {
  if (windowsNode === '') return 'OJD_WINDOWS_NODE names no node.exe';
  if (!existsSync(windowsNode)) return `${windowsNode} does not exist`;
  if (spawnSync('wine', ['--version']).error !== undefined) return 'Wine is not installed';
  return spawnSync('script', ['--version']).error === undefined ? undefined : 'script(1) is not installed';
}

/** Runs a program with these arguments by a Node for Windows, in a console. */
export function runUnderWine(...words: readonly string[]): void {
  // script(1) gives Wine a terminal, and with it a console. Beside that Node lies koffi's binary for Windows.
  const command = `wine ${[windowsNode, ...words].map((word) => `'${word}'`).join(' ')}`;
  spawnSync('script', ['--quiet', '--command', command, '/dev/null'], {
    env: { ...process.env, WINEDEBUG: '-all', TERM: 'xterm', NODE_PATH: `Z:${join(windowsNode, '../../..')}` },
    stdio: 'ignore',
    timeout: 240_000,
  });
  // Wine's own services would go on for some seconds.
  spawnSync('wineserver', ['--kill'], { stdio: 'ignore' });
  spawnSync('wineserver', ['--wait'], { stdio: 'ignore', timeout: 30_000 });
}
