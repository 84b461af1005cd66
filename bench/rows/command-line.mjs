// The command line: how long it takes to start, and a run of many tasks.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { interleave } from '../measure/interleave.mjs';
import { longer } from '../measure/result.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { rustPeer } from '../peers/rust.mjs';
import { TRUE } from './jobs.mjs';
import { oneCommand, threeDimensions } from './templates.mjs';

const openjd = fileURLToPath(new URL('../../packages/cli/bin/openjd.js', import.meta.url));

export async function measure({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'openjd-bench-'));
  try {
    const small = join(folder, 'small.json');
    writeFileSync(small, JSON.stringify(threeDimensions({ A: '1-10' })));
    return [...(await starts(small, quick ? 10 : 30)), await wholeRun(folder, quick)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function starts(template, rounds) {
  const medians = await interleave(
    {
      node: () => program(process.execPath, ['-e', '0']),
      version: () => program(process.execPath, [openjd, '--version']),
      check: () => program(process.execPath, [openjd, 'check', template]),
    },
    { rounds, warmUp: 2 },
  );
  return [
    longer('openjd --version', 'node -e 0', medians.version, medians.node, 1.3),
    longer('openjd check of a small template', 'node -e 0', medians.check, medians.node, 2),
  ];
}

async function wholeRun(folder, quick) {
  const count = 1000;
  const rust = rustPeer();
  const what = `openjd run of ${count} trivial tasks, the whole program`;
  const template = join(folder, 'tasks.json');
  const document = oneCommand(TRUE);
  document.steps[0].parameterSpace = {
    taskParameterDefinitions: [{ name: 'Task', type: 'INT', range: `1-${count}` }],
  };
  writeFileSync(template, JSON.stringify(document));
  const args = ['run', template, '--step', 'Step'];
  const medians = await interleave(
    {
      ours: () => program(process.execPath, [openjd, ...args]),
      ...('program' in rust && { rust: () => program(rust.program, args) }),
    },
    { rounds: quick ? 2 : 5, warmUp: 0 },
  );
  const against = 'Rust openjd run';
  if ('rust' in medians) return longer(what, against, medians.ours, medians.rust, 1, 0);
  return { what, against, target: { atMost: 1 }, missing: rust.missing, figures: `${medians.ours.toFixed(0)} ms` };
}

function program(command, args) {
  return elapsedMs(() => {
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 28 });
    if (error !== undefined) throw error;
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  });
}
