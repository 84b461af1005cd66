// Is what the lock file asks for in node_modules? npm leaves an exact account of what it installed in
// node_modules/.package-lock.json, as the last thing it does: comparing the two needs no stamp of our own, is right
// after an interrupted install, and costs nothing when somebody ran `npm ci` by hand.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, devOptional?: boolean }} LockEntry
 * @typedef {Record<string, LockEntry & Record<string, unknown>>} LockEntries
 */

/** Fields of a package.json whose change means another install. */
const declared = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies', 'bin'];

/**
 * Why an install is needed, or undefined when everything is in place.
 * @param {string} root the repository's folder
 * @returns {string | undefined}
 */
export function reasonToInstall(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === undefined) return 'there is no package-lock.json';
  if (installed === undefined) return 'nothing is installed yet';
  return changedManifest(root, wanted) ?? changedPackage(wanted, installed) ?? removedFolder(root, installed);
}

/**
 * @param {string} path
 * @returns {LockEntries | undefined}
 */
function readLock(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined;
}

/**
 * A package.json of the repository that says something else than the lock file.
 * @param {string} root
 * @param {LockEntries} wanted
 */
function changedManifest(root, wanted) {
  for (const [folder, entry] of Object.entries(wanted)) {
    if (folder.includes('node_modules')) continue;
    const path = join(root, folder, 'package.json');
    if (!existsSync(path)) return `${join(folder, 'package.json')} is gone`;
    const manifest = JSON.parse(readFileSync(path, 'utf8'));
    if (declared.some((field) => sortedJson(manifest[field]) !== sortedJson(entry[field]))) {
      return `${join(folder, 'package.json')} changed`;
    }
  }
  return undefined;
}

/**
 * A package that is missing, of another version, or no longer wanted.
 * @param {LockEntries} wanted
 * @param {LockEntries} installed
 */
function changedPackage(wanted, installed) {
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes('node_modules')) continue;
    const found = installed[path];
    // An optional package is left out where its platform is another one.
    if (found === undefined && (entry.optional || entry.devOptional)) continue;
    if (found === undefined) return `${path} is missing`;
    if (found.version !== entry.version || found.integrity !== entry.integrity) return `${path} changed`;
  }
  const extra = Object.keys(installed).find((path) => path.includes('node_modules') && !(path in wanted));
  return extra === undefined ? undefined : `${extra} is no longer wanted`;
}

/**
 * A package that was installed and whose folder somebody took away.
 * @param {string} root
 * @param {LockEntries} installed
 */
function removedFolder(root, installed) {
  const gone = Object.keys(installed).find((path) => !existsSync(join(root, path)));
  return gone === undefined ? undefined : `${gone} is missing`;
}

/** @param {unknown} value an object of strings, or nothing */
function sortedJson(value) {
  return JSON.stringify(Object.entries(value ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
