#!/usr/bin/env node
// Committed, so that npm links the commands at install time, before anything is built.
import { existsSync } from 'node:fs';

const entry = new URL('../dist/index.js', import.meta.url);

if (!existsSync(entry)) {
  process.stderr.write('openjd: not built yet. Run `npm run build` in the repository, then try again.\n');
  process.exitCode = 1;
} else {
  const { main } = await import(entry.href);
  process.exitCode = await main(process.argv.slice(2));
}
