// `npm run bench`: measures every row in a process of its own, prints one table, and writes it with a picture into docs/benchmarks.md.
import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { describeMachine } from './report/machine.mjs';
import { markdownPage } from './report/markdown.mjs';
import { drawing } from './report/svg.mjs';
import { textTable } from './report/table.mjs';

const ROWS = [
  'tasks',
  'command-line',
  'event-loop',
  'output',
  'decode',
  'parameter-space',
  'expressions',
  'memory',
  'growth',
];
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true },
    write: { type: 'boolean', default: false },
  },
});
const unknown = options.only?.find((row) => !ROWS.includes(row));
if (unknown !== undefined) {
  process.stderr.write(`--only ${unknown}: expected one of ${ROWS.join(', ')}.\n`);
  process.exit(2);
}

const results = [];
for (const row of options.only ?? ROWS) {
  const measured = await measureRow(row);
  results.push(...measured.map((result) => ({ row, ...result })));
  process.stdout.write(textTable(measured));
}

const report = { ...describeMachine(), quick: options.quick, results };
// A part of the rows, or few repetitions, do not replace the figures that stand there.
if (options.write || (!options.quick && options.only === undefined)) {
  writeFileSync(here('../docs/benchmarks.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(here('../docs/benchmarks.svg'), drawing(report));
  const page = here('../docs/benchmarks.md');
  writeFileSync(page, markdownPage(report, readFileSync(page, 'utf8')));
  process.stdout.write('\nWritten: docs/benchmarks.md, docs/benchmarks.json, docs/benchmarks.svg\n');
}

async function measureRow(row) {
  const args = ['--expose-gc', '--max-old-space-size=2048', here('./row.mjs'), row];
  if (options.quick) args.push('--quick');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
    return JSON.parse(stdout);
  } catch (error) {
    // One row that can't be measured here does not take the others away.
    process.stderr.write(`${error.stderr ?? error.message}\n`);
    process.exitCode = 1;
    return [{ what: row, against: '', missing: 'could not be measured' }];
  }
}
