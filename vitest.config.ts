import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// One project per package: `npx vitest run --project model`.
const packages = readdirSync(new URL('packages', import.meta.url), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

// Tests read the sources of sibling packages: no build is needed before them.
const conditions = ['@ojd/source', 'node', 'import', 'module', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    restoreMocks: true,
    unstubEnvs: true,
    projects: packages.map((name) => ({
      extends: true as const,
      test: {
        name,
        root: `packages/${name}`,
        include: ['test/**/*.test.ts'],
        typecheck: {
          enabled: true,
          include: ['test/**/*.test-d.ts'],
          tsconfig: 'test/tsconfig.json',
        },
      },
    })),
  },
});
