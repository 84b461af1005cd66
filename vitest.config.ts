import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// One project per package: `npx vitest run --project model`.
const packages = readdirSync(new URL('packages', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

// What `npm test` leaves out, because it takes minutes or wants Wine: `npx vitest run --project slow`, `--project wine`.
const onRequest = ['slow', 'wine'].filter((name) => process.argv.includes(name));

// Tests read the sources of sibling packages: no build is needed before them.
const conditions = ['@ojd/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    reporters: ['default', 'packages/repository/src/closing-line.ts'],
    // For hangs only: how fast something is, tests measure themselves, and a busy machine is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    setupFiles: ['printed-output', 'leaked-processes'].map((guard) =>
      fileURLToPath(new URL(`packages/repository/src/guards/${guard}.ts`, import.meta.url)),
    ),
    coverage: { include: ['packages/*/src/**/*.ts'], exclude: ['**/generated/**'], reporter: ['text', 'html'] },
    projects: [
      ...packages.map((name) => ({
        extends: true as const,
        test: {
          name,
          root: `packages/${name}`,
          include: ['test/**/*.test.ts', '../repository/src/doc-examples/*.test.ts'],
          provide: { packageFolder: `packages/${name}` },
        },
      })),
      {
        // Sessions as other users, made for it where OJD_TEST_CREATE_USERS=1 (root only); else it skips, with the reason.
        extends: true as const,
        test: {
          name: 'users',
          root: 'packages/sessions',
          include: ['test/users/**/*.users.ts'],
          globalSetup: fileURLToPath(new URL('packages/sessions/test/users/make-users.ts', import.meta.url)),
          fileParallelism: false, // they count the processes of the same users
          pool: 'forks' as const, // each file gives up root in a process of its own
        },
      },
      ...onRequest.map((name) => ({
        extends: true as const,
        test: { name, root: 'packages', include: [`*/test/**/*.${name}.ts`] },
      })),
      {
        // The type tests of all packages: one compiler run instead of one for each.
        extends: true as const,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            include: ['packages/*/test/**/*.test-d.ts'],
            tsconfig: 'packages/repository/type-tests.tsconfig.json',
          },
        },
      },
    ],
  },
});
