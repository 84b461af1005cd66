// `npm run bench`: builds, then measures. Arguments go to bench/run.mjs: `npm run bench -- --quick --only decode`.
import { join } from 'node:path';
import { build, install, main, root, runInTerminal } from './prepare.mjs';

await main(async () => {
  await install();
  await build();
  return await runInTerminal([join(root, 'bench', 'run.mjs'), ...process.argv.slice(2)]);
});
