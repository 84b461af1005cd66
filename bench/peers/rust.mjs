import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The variable that names the `openjd` program of the Rust implementation. */
export const RUST_VARIABLE = 'OJD_PEER_RUST';

/** @returns {{ program: string } | { missing: string }} */
export function rustPeer() {
  const program = process.env[RUST_VARIABLE];
  return program === undefined || program === '' ? { missing: `${RUST_VARIABLE} is not set` } : { program };
}

/** The version of the program: what it says, or what cargo wrote down when it installed it (0.1 has no `--version`). */
export function rustVersion() {
  const peer = rustPeer();
  if ('missing' in peer) return peer.missing;
  try {
    return execFileSync(peer.program, ['--version'], { encoding: 'utf8', stdio: 'pipe' }).split('\n')[0];
  } catch (error) {
    if (error.code === 'ENOENT') return `${RUST_VARIABLE} names no program`;
    return versionByCargo(peer.program) ?? 'installed, version not told';
  }
}

function versionByCargo(program) {
  try {
    const installed = readFileSync(join(dirname(realpathSync(program)), '..', '.crates.toml'), 'utf8');
    const version = /^"openjd-cli ([^ "]+)/m.exec(installed)?.[1];
    return version === undefined ? undefined : `openjd-cli ${version}`;
  } catch {
    return undefined;
  }
}
