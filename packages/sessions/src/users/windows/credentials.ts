import type { Handle } from '../../processes/windows-spawn/win32.ts';

/** What a user is logged on with. */
export interface Credentials {
  /** UTF-16, ended by a NUL: bytes can be overwritten, a string can't. */
  readonly password?: Buffer;
  /** The caller's. */
  readonly givenToken?: Handle;
  /** Made by logging on; closed with the credentials. */
  readonly logon?: { readonly token: Handle; readonly close: () => void };
}

// Beside the objects, not in them: so no way to look at an object, print or copy it shows what it must not.
const kept = new WeakMap<object, Credentials>();

export function keepCredentials(owner: object, credentials: Credentials): void {
  const before = kept.get(owner);
  if (before?.password !== credentials.password) before?.password?.fill(0);
  kept.set(owner, credentials);
}

/** Undefined when they were dropped. */
export function credentialsOf(owner: object): Credentials | undefined {
  return kept.get(owner);
}

export function dropCredentials(owner: object): void {
  const credentials = kept.get(owner);
  credentials?.password?.fill(0);
  credentials?.logon?.close();
  kept.delete(owner);
}
