// Bundles the command line into dist/openjd.js and a few chunks that are loaded when a command needs them: reading hundreds of
// small files would take longer than checking a template.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

if (isNeeded()) {
  const { build } = await import('esbuild');
  rmSync(join(packageFolder, 'dist', 'chunks'), { recursive: true, force: true });
  await build({
    absWorkingDir: packageFolder,
    entryPoints: { openjd: 'src/main.ts' },
    outdir: 'dist',
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    conditions: ['@ojd/source'],
    // Native code can't be bundled; it is an optional dependency and found at run time.
    external: ['koffi'],
    minify: true,
    // Read only when a stack is shown: `--verbose` switches source maps on.
    sourcemap: true,
    legalComments: 'linked',
    // Some dependencies are CommonJS and call require() for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}
