// What `npm start` and `npm test` do before their own work: install and build, each only if it is needed.
// Plain JavaScript without dependencies: it runs in a fresh clone.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { reasonToInstall } from './installed.mjs';
import { removeStaleOutput } from './stale-output.mjs';

export const root = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** A step that failed and has said so already in one clear line. */
export class SetUpError extends Error {}

/** Refuses a Node.js that is too old before anything else can fail on it in a stranger way. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetUpError(`Node.js 20.19 or newer is needed; this is ${version}.`);
}

/** Installs exactly what the lock file says, unless it is in place already. */
export async function install() {
  const reason = reasonToInstall(root);
  if (reason === undefined) return;
  const { exitCode, output, seconds } = await withProgress(`Installing packages (${reason})`, () => runNpm(['ci']));
  if (exitCode === 0) return;
  throw new SetUpError(
    `Install failed after ${seconds} s: ${firstProblem(output)} (npm ci; all of its output is in ${keepLog('install', output)})`,
  );
}

/**
 * Compiles what changed. `tsc -b` compares sources with what it built last and is done at once when nothing changed.
 * @param {readonly string[]} projects folders with a tsconfig.json; none means the whole repository with its tests
 */
export async function build(projects = []) {
  removeStaleOutput(root);
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const { exitCode, output } = await withProgress('Building', () =>
    run(process.execPath, [tsc, '-b', '--pretty', 'false', ...projects]),
  );
  if (exitCode === 0) return await bundleCommandLine();
  process.stderr.write(output);
  const errors = output.match(/error TS\d+/g)?.length ?? 0;
  throw new SetUpError(`Build failed: ${errors} ${errors === 1 ? 'error' : 'errors'}, listed above (tsc -b).`);
}

/** The program that `openjd` starts: one file instead of hundreds. Done only when something was compiled since the last time. */
async function bundleCommandLine() {
  const { exitCode, output } = await run(process.execPath, [join(root, 'packages', 'cli', 'scripts', 'bundle.mjs')]);
  if (exitCode === 0) return;
  process.stderr.write(output);
  throw new SetUpError('Build failed: the command line could not be bundled; the reason is above (esbuild).');
}

/**
 * Runs a program with this terminal and returns its exit code; a signal that ended it counts as 128 + 15, as shells have it.
 * @param {readonly string[]} args arguments of node
 * @returns {Promise<number>}
 */
export function runInTerminal(args) {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, args, { cwd: root, stdio: 'inherit' })
      .on('error', reject)
      .on('close', (code) => resolve(code ?? 143));
  });
}

/**
 * Runs the steps of a command and turns the first failure into one line and an exit code.
 * @param {() => Promise<number>} steps
 */
export async function main(steps) {
  try {
    requireNode();
    process.exitCode = await steps();
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** @param {readonly string[]} args */
function runNpm(args) {
  // The npm that runs this script; started as a program of Node, because npm is no executable on Windows.
  const npm = process.env['npm_execpath'];
  return npm === undefined ? run('npm', args, process.platform === 'win32') : run(process.execPath, [npm, ...args]);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<{ exitCode: number, output: string }>}
 */
function run(command, args, shell = false) {
  return new Promise((resolve, reject) => {
    let output = '';
    const child = spawn(command, args, { cwd: root, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', reject).on('close', (code) => resolve({ exitCode: code ?? 143, output }));
  });
}

/** A step shorter than this says nothing: nothing was done. */
const WORTH_TELLING_MS = 1_500;

/**
 * @template {object} T
 * @param {string} title
 * @param {() => Promise<T>} work
 */
async function withProgress(title, work) {
  const start = performance.now();
  const announce = setTimeout(() => process.stderr.write(`${title} ...\n`), WORTH_TELLING_MS);
  const result = await work().finally(() => clearTimeout(announce));
  const elapsed = performance.now() - start;
  const seconds = (elapsed / 1000).toFixed(1);
  if (elapsed >= WORTH_TELLING_MS) process.stderr.write(`${title}: ${seconds} s\n`);
  return { ...result, seconds };
}

/**
 * The line of npm's output that says most: the first error that is not only a code.
 * @param {string} output
 */
export function firstProblem(output) {
  const errors = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim());
  const code = errors.find((line) => line.startsWith('code '))?.slice('code '.length);
  const message = errors
    .find((line) => line !== '' && !/^(code|errno|syscall|path) /.test(line))
    ?.replace(/^(network|404) /, '');
  return [code, message].filter((part) => part !== undefined).join(': ') || 'npm said nothing';
}

/**
 * @param {string} name
 * @param {string} text
 */
function keepLog(name, text) {
  const path = join(root, '.cache', `${name}.log`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return relative(root, path);
}
