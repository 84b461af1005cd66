import os from 'node:os';
import type { PathFormat } from '@ojd/expr';

/** The rules of the host that the session follows; passed in so that Windows branches are tested on Linux. */
export interface Platform {
  readonly name: NodeJS.Platform;
  readonly pathFormat: PathFormat;
  /** Whether the names of variables differ by case. */
  readonly variablesIgnoreCase: boolean;
  /** The line end of `endOfLine: AUTO`. */
  readonly lineEnd: '\n' | '\r\n';
  readonly temporaryDirectory: string;
}

/**
 * The rules of a platform, by Node's name for it.
 *
 * @example
 * ```ts
 * import { platformRules } from '@ojd/sessions';
 *
 * platformRules('win32').pathFormat; // => 'WINDOWS'
 * ```
 */
export function platformRules(name: NodeJS.Platform = process.platform): Platform {
  const windows = name === 'win32';
  return {
    name,
    pathFormat: windows ? 'WINDOWS' : 'POSIX',
    variablesIgnoreCase: windows,
    lineEnd: windows ? '\r\n' : '\n',
    temporaryDirectory: os.tmpdir(),
  };
}
