/** The variable that names the `openjd` program of the Rust implementation. */
export const RUST_VARIABLE = 'OJD_PEER_RUST';

/** @returns {{ program: string } | { missing: string }} */
export function rustPeer() {
  const program = process.env[RUST_VARIABLE];
  return program === undefined || program === '' ? { missing: `${RUST_VARIABLE} is not set` } : { program };
}
