// The compiler never removes what it built from a source that was renamed or deleted. It would stay in dist/, be
// published, and hide a wrong import.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The compiled files below packages/ whose source is gone. Only the compiler writes a map of declarations beside each
 * file: what other tools put into dist/ is not looked at.
 * @param {string} root the repository's folder
 * @returns {string[]} absolute, without extension
 */
export function staleOutput(root) {
  const packages = join(root, 'packages');
  return readdirSync(packages).flatMap((name) => {
    const dist = join(packages, name, 'dist');
    if (!existsSync(dist)) return [];
    return readdirSync(dist, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.d.ts.map'))
      .map((file) => file.slice(0, -'.d.ts.map'.length))
      .filter((file) => !existsSync(join(packages, name, 'src', `${file}.ts`)))
      .map((file) => join(dist, file));
  });
}

/** @param {string} root */
export function removeStaleOutput(root) {
  for (const path of staleOutput(root)) {
    for (const extension of ['.js', '.js.map', '.d.ts', '.d.ts.map']) rmSync(path + extension, { force: true });
  }
}
