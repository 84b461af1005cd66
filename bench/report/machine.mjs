import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';
import { PYTHON_VARIABLE } from '../peers/python.mjs';
import { rustVersion } from '../peers/rust.mjs';

/** Where, when and with which versions was measured. */
export function describeMachine() {
  return {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release().split('-')[0]} ${arch()}`,
    load: loadavg().map((load) => Number(load.toFixed(1))),
    versions: {
      node: process.version,
      '@ojd': JSON.parse(readFileSync(new URL('../../packages/cli/package.json', import.meta.url), 'utf8')).version,
      python: pythonVersions(),
      rust: rustVersion(),
    },
  };
}

function pythonVersions() {
  const python = process.env[PYTHON_VARIABLE];
  if (!python) return `${PYTHON_VARIABLE} is not set`;
  const program =
    "import sys; from importlib.metadata import version as v; print(sys.version.split()[0], 'with openjd-model', v('openjd-model'), 'and openjd-sessions', v('openjd-sessions'))";
  return firstLine(python, ['-c', program]);
}

function firstLine(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe' }).split('\n')[0];
  } catch (error) {
    return `installed, version not told (${error.code ?? `exit code ${error.status}`})`;
  }
}
