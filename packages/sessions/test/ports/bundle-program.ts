import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const programs = fileURLToPath(new URL('../programs/', import.meta.url));
const bundles = fileURLToPath(new URL('../../node_modules/.test-programs/', import.meta.url));
const esbuild = createRequire(import.meta.url).resolve('esbuild/bin/esbuild');
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

/** Makes one of `test/programs/*.ts`, which use the sources of this package, a file that plain Node of any version runs. Returns its path. */
export function bundleProgram(name: string): string {
  const bundle = `${bundles}${name}.mjs`;
  const options = [
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node20',
    '--conditions=@ojd/source',
    '--external:koffi',
  ];
  // Its own process: the esbuild of this process would leave a service running.
  execFileSync(
    esbuild,
    [`${programs}${name}.ts`, ...options, `--banner:js=${REQUIRE}`, `--outfile=${bundle}`, '--log-level=error'],
    { stdio: 'pipe' },
  );
  return bundle;
}
