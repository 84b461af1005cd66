// `npm run conformance -- FOLDER`: runs the vectors of the official suite that lie in a folder.
import { join } from 'node:path';
import { build, install, main, root, runInTerminal } from './prepare.mjs';

await main(async () => {
  await install();
  await build([join(root, 'packages', 'conformance'), join(root, 'packages', 'cli')]);
  return await runInTerminal([join(root, 'packages', 'conformance', 'dist', 'main.js'), ...process.argv.slice(2)]);
});
