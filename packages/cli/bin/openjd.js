#!/usr/bin/env node
// Committed, so that npm links the commands at install time, before anything is built.
import { existsSync, readFileSync, writeSync } from 'node:fs';
import process from 'node:process';

const argv = process.argv.slice(2);
const bundle = new URL('../dist/openjd.js', import.meta.url);

if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
  // Answered here: tools ask for the version often, and loading the program takes longer than the answer.
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  // Straight to the descriptor: to make a stream of it takes longer than the rest.
  try {
    writeSync(1, `openjd ${version}\n`);
  } catch (error) {
    if (error.code !== 'EPIPE') {
      process.stderr.write(`openjd: cannot write to standard output: ${error.message}.\n`);
      process.exitCode = 1;
    }
  }
} else if (existsSync(bundle)) {
  if (argv.includes('--verbose')) process.setSourceMapsEnabled(true);
  const { main } = await import(bundle.href);
  const exitCode = await main(argv);
  // Else what a stream has to say of itself holds: it could not be written to.
  if (exitCode !== 0) process.exitCode = exitCode;
} else {
  process.stderr.write('openjd: not built yet. Run `npm run build` in the repository, then try again.\n');
  process.exitCode = 1;
}
