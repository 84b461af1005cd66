import { readFileSync } from 'node:fs';

/** The version of this package. Read, not written here: releases change the manifest only. */
export function packageVersion(): string {
  // Both the sources and the bundle lie one folder below the manifest.
  const manifest: { readonly version: string } = JSON.parse(
    readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
  );
  return manifest.version;
}
