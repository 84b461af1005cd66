import { defineConfig } from 'vitest/config';
import repository from '../../../../vitest.config.ts';

// The guards exactly as every project has them, around the fixture only.
const { projects: _, ...guarded } = repository.test ?? {};

export default defineConfig({
  test: { ...guarded, root: import.meta.dirname, include: ['*.fixture.ts'] },
});
