import { createRequire } from 'node:module';
import type * as Koffi from 'koffi';

/** The system can't be called directly here; `child_process` is what remains. */
export class NativeCallsUnavailableError extends Error {
  override readonly name = 'NativeCallsUnavailableError';
}

/** What decides whether the system can be called; a fake in tests. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
}

/**
 * Binds functions of the system by koffi, an optional dependency. Throws {@link NativeCallsUnavailableError} where that isn't installed or not made for
 * this machine, or where the system hasn't the functions.
 *
 * Only 64-bit machines: the layout of the system's structures is written down for them.
 */
export function bindNative<Functions>(
  platforms: readonly NodeJS.Platform[],
  bind: (koffi: typeof Koffi) => Functions,
  host: Host = process,
): Functions {
  if (!platforms.includes(host.platform) || !['x64', 'arm64'].includes(host.arch)) {
    throw new NativeCallsUnavailableError(
      `Not supported on ${host.platform} ${host.arch}: expected ${platforms.join(' or ')} on x64 or arm64.`,
    );
  }
  try {
    const koffi: typeof Koffi = createRequire(import.meta.url)('koffi');
    return bind(koffi);
  } catch (error) {
    throw new NativeCallsUnavailableError(
      'Not available: the optional package koffi is not installed, or the system is too old.',
      {
        cause: error,
      },
    );
  }
}
