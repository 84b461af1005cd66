// `npm start`: from a fresh clone to a running job.
import { join } from 'node:path';
import { build, install, main, root, runInTerminal } from './prepare.mjs';

await main(async () => {
  await install();
  await build(['examples']);
  return await runInTerminal([join(root, 'examples', 'dist', 'running-a-session.js'), ...process.argv.slice(2)]);
});
