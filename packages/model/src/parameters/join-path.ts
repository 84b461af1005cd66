import { isAbsolutePath, isUri, joinPath, normalizePath } from '@ojd/expr';
import type { PathFormat } from '@ojd/expr';

/** How paths are prepared for a job (Template Schemas 7.4). */
export interface PathRules {
  readonly format: PathFormat;
  /** Relative paths are joined to it; undefined leaves them as they are. */
  readonly directory: string | undefined;
  /** EXPR: a URI is no path of a file system and stays as it is. */
  readonly keepsUris: boolean;
}

/** A path as the job will know it: relative ones are joined to the directory and normalised, others stay as they are. */
export function preparePath(path: string, { format, directory, keepsUris }: PathRules): string {
  if (path === '' || directory === undefined || (keepsUris && isUri(path))) return path;
  const plain = asFilePath(path);
  return isAbsolutePath(format, plain) ? path : normalizePath(format, joinPath(format, directory, plain));
}

/** Why the default of a PATH may not be used, if so: it must stay below the directory of the template. */
export function refuseDefault(path: string, { format, keepsUris }: PathRules): 'absolute' | 'outside' | undefined {
  if (path === '' || (keepsUris && isUri(path))) return undefined;
  const plain = asFilePath(path);
  if (isAbsolutePath(format, plain)) return 'absolute';
  // \a and C:a have a root or a drive, yet no full place of their own: where they lead is not for the template to say.
  if (format === 'WINDOWS' && /^(?:[\\/]|[a-zA-Z]:)/.test(plain)) return 'absolute';
  return /^\.\.(?:[\\/]|$)/.test(normalizePath(format, plain)) ? 'outside' : undefined;
}

/** Keeps the path functions from taking `s3://bucket/key` for a URI: without EXPR it is a relative path. */
function asFilePath(path: string): string {
  return isUri(path) ? `./${path}` : path;
}
