// Bundles the command line into a few files, of which those for making a job are loaded when a command makes one: reading hundreds of small
// files would take longer than checking a template.
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageFolder = fileURLToPath(new URL('..', import.meta.url));
const outFile = join(packageFolder, 'dist', 'openjd.js');

/** Whether this script, the installed packages or anything compiled is newer than the bundle. */
function isNeeded() {
  const packages = join(packageFolder, '..');
  const inputs = [
    fileURLToPath(import.meta.url),
    join(packages, '..', 'node_modules', '.package-lock.json'),
    ...readdirSync(packages).map((name) => join(packages, name, 'dist', 'tsconfig.tsbuildinfo')),
  ];
  const bundledAt = statSync(outFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return inputs.some((path) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > bundledAt);
}

/**
 * What is rarely wanted is loaded when it is: every start pays for what it loads.
 * @type {import('esbuild').Plugin}
 */
const lazyParts = {
  name: 'lazy-parts',
  setup(build) {
    // The names of Unicode's characters, for `\N{NAME}` in an expression, are more than half of what `check` would load.
    build.onResolve({ filter: /^#unicode-names$/ }, () => ({ path: 'unicode-names', namespace: 'lazy' }));
    build.onLoad({ filter: /^unicode-names$/, namespace: 'lazy' }, () => ({
      contents: `
        let lookUp;
        export const unicodeNames = (name) => (lookUp ??= require('./unicode-names.cjs').unicodeNames)(name);
      `,
    }));
    // The parser of command lines can start other programs, which is not used here; Node's own module for it is a large one.
    build.onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child-process', namespace: 'lazy' } : undefined,
    );
    build.onLoad({ filter: /^child-process$/, namespace: 'lazy' }, () => ({
      contents: `exports.spawn = (...args) => require('node:child_process').spawn(...args);`,
    }));
  },
};

/** @type {import('esbuild').BuildOptions} */
const program = {
  absWorkingDir: packageFolder,
  outdir: 'dist',
  bundle: true,
  // What two parts need is in a part of its own, loaded once; all lie beside each other, because they look for files beside them.
  splitting: true,
  chunkNames: 'openjd-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  conditions: ['@ojd/source'],
  plugins: [lazyParts],
  // Native code can't be bundled; it is an optional dependency and found at run time.
  external: ['koffi', './unicode-names.cjs'],
  minify: true,
  // Read only when a stack is shown: `--verbose` switches source maps on.
  sourcemap: true,
  sourcesContent: false,
  // Whose code is in the bundle, and under which terms, is written to a file of its own.
  legalComments: 'none',
  metafile: true,
  // Some dependencies are CommonJS and call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
};

/**
 * The licenses of the packages in the bundle, which most of them want to go with their code.
 * @param {readonly string[]} inputs
 */
function licensesOf(inputs) {
  const folders = new Set(inputs.flatMap((input) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0] ?? []));
  const texts = [...folders].map((folder) => {
    const path = join(packageFolder, folder);
    const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
    const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
    const text = file === undefined ? '' : readFileSync(join(path, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return `This program contains code of the following packages.\n\n${texts.toSorted().join(`\n${'-'.repeat(80)}\n\n`)}`;
}

/**
 * The names of parts change with what is in them.
 * @param {readonly string[]} outputs
 */
function removeOldParts(outputs) {
  const current = new Set(outputs.map((path) => basename(path)));
  const folder = join(packageFolder, 'dist');
  const old = readdirSync(folder).filter((name) => /^openjd-\w+\.js(\.map)?$/.test(name) && !current.has(name));
  for (const name of old) rmSync(join(folder, name), { force: true });
}

if (isNeeded()) {
  const { build } = await import('esbuild');
  const { metafile } = await build({ ...program, entryPoints: { openjd: 'src/main.ts' } });
  removeOldParts(Object.keys(metafile.outputs));
  await build({
    ...program,
    splitting: false,
    entryPoints: { 'unicode-names': fileURLToPath(new URL('../../expr/src/names/unicode-names.ts', import.meta.url)) },
    outExtension: { '.js': '.cjs' },
    format: 'cjs',
    banner: { js: '/* Data of Unicode, Inc., under the Unicode License V3 (https://www.unicode.org/license.txt). */' },
    sourcemap: false,
  });
  writeFileSync(join(packageFolder, 'dist', 'THIRD-PARTY-LICENSES.txt'), licensesOf(Object.keys(metafile.inputs)));
}
