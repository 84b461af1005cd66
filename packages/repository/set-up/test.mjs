// `npm test`: from a fresh clone to all checks and tests. Arguments go to vitest: `npm test -- --project model`.
import { join } from 'node:path';
import { build, install, main, root, runInTerminal } from './prepare.mjs';

await main(async () => {
  await install();
  await build();
  return await runInTerminal([join(root, 'node_modules', 'vitest', 'vitest.mjs'), 'run', ...process.argv.slice(2)]);
});
