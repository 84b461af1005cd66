// How long `openjd` takes to start, as multiples of `node -e 0`: a figure that means the same on every machine.
// The fastest of all rounds is compared: it is the one that other programs disturbed least.
// node bench/command-line-start.mjs [ROUNDS]   exit code 1 if a target is missed
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const rounds = Number(process.argv[2] ?? 40);
const openjd = fileURLToPath(new URL('../packages/cli/bin/openjd.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'openjd-bench-'));
const template = join(folder, 'small.yaml');
writeFileSync(
  template,
  `specificationVersion: jobtemplate-2023-09
name: Demo
parameterDefinitions:
  - { name: Foo, type: INT, default: 12 }
steps:
  - name: Step1
    parameterSpace:
      taskParameterDefinitions:
        - { name: Bar, type: INT, range: 1-10 }
    script:
      actions:
        onRun: { command: node, args: ['-e', 'console.log("Foo={{Param.Foo}} Bar={{Task.Param.Bar}}")'] }
`,
);

const cases = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'openjd --version', args: [openjd, '--version'], target: 1.3 },
  { name: 'openjd check', args: [openjd, 'check', template], target: 2 },
  { name: 'openjd run --help', args: [openjd, 'run', '--help'] },
];

const times = cases.map(() => []);
// One of each in turn, so that a busy moment of the machine hits all alike.
for (let round = -2; round < rounds; round++) {
  for (const [index, { name, args }] of cases.entries()) {
    const start = performance.now();
    const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name} failed: ${stderr}`);
    if (round >= 0) times[index].push(performance.now() - start);
  }
}
rmSync(folder, { recursive: true });

const base = Math.min(...times[0]);
let missed = false;
for (const [index, { name, target }] of cases.entries()) {
  const ms = Math.min(...times[index]);
  const ratio = ms / base;
  const isOver = target !== undefined && ratio > target;
  missed ||= isOver;
  const verdict = target === undefined ? '' : `  target ${target}${isOver ? '  MISSED' : ''}`;
  process.stdout.write(`${name.padEnd(20)} ${ms.toFixed(1).padStart(7)} ms  ${ratio.toFixed(2)}${verdict}\n`);
}
process.exitCode = missed ? 1 : 0;
