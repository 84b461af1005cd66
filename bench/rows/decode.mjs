// Templates: decoding with all checks, from objects and from YAML text, and making the job.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJob, decodeJobTemplate, preprocessJobParameters } from '@ojd/model';
import { stringify } from 'yaml';
import { interleave } from '../measure/interleave.mjs';
import { faster } from '../measure/result.mjs';
import { AT_LEAST_MS, elapsedMs, msPerCall, WARM_UP_MS, warmUp } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';
import { rustPeer } from '../peers/rust.mjs';
import { manySteps } from './templates.mjs';

export async function measure({ quick }) {
  const python = await pythonPeer();
  const results = [];
  for (const steps of [1, 100, 1000]) results.push(...(await forSteps(steps, python, quick)));
  python.close?.();
  return results;
}

/** Rust has no library to ask for one decode: its program is measured whole, with its start and the file that it reads. */
async function besideRust(steps, text, quick) {
  const what = `decode from YAML text, ${steps} ${steps === 1 ? 'step' : 'steps'}, once compiled; of Rust the whole program`;
  const against = 'Rust openjd check';
  const ours = () => msPerCall(() => decodeJobTemplate(text));
  const rust = rustPeer();
  if ('missing' in rust) return { what, against, missing: rust.missing, figures: `${ours().toFixed(2)} ms` };
  const folder = mkdtempSync(join(tmpdir(), 'openjd-bench-'));
  try {
    const file = join(folder, 'template.yaml');
    writeFileSync(file, text);
    const check = () =>
      elapsedMs(() => {
        const { status, stdout, stderr, error } = spawnSync(rust.program, ['check', file], { encoding: 'utf8' });
        if (error !== undefined) throw error;
        if (status !== 0) throw new Error(`${rust.program} check ${file} failed: ${stdout}${stderr}`);
      });
    const medians = await interleave({ ours, rust: check }, { rounds: quick ? 3 : 15, warmUp: 2 });
    return faster(what, against, medians.ours, medians.rust);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function forSteps(steps, python, quick) {
  const document = manySteps(steps);
  const text = stringify(document, { aliasDuplicateObjects: false });
  const template = decodeJobTemplate(document);
  const parameters = preprocessJobParameters(template, {});
  const cases = [
    { name: 'decode from an object', request: { measure: 'object', template: document }, atLeast: 10 },
    { name: 'decode from YAML text', request: { measure: 'yaml', text }, atLeast: 4 },
    { name: 'create the job', request: { measure: 'create', template: document } },
  ];
  const ours = {
    object: () => decodeJobTemplate(document),
    yaml: () => decodeJobTemplate(text),
    create: () => createJob(template, parameters),
  };
  const results = [];
  for (const { name, request, atLeast } of cases) {
    warmUp(ours[request.measure]);
    // Both sides: called for a while first, then again and again for AT_LEAST_MS, which is divided by the number of calls.
    if ('ask' in python) await python.ask({ ...request, atLeastMs: WARM_UP_MS });
    const what = `${name}, ${steps} ${steps === 1 ? 'step' : 'steps'}`;
    const medians = await interleave(
      {
        ours: () => msPerCall(ours[request.measure]),
        ...('ask' in python && { python: () => python.ask({ ...request, atLeastMs: AT_LEAST_MS }) }),
      },
      // The longest take Python seconds.
      steps === 1000 ? { rounds: quick ? 1 : 3 } : { rounds: quick ? 3 : 7, warmUp: 2 },
    );
    results.push(
      'python' in medians
        ? faster(what, 'Python openjd-model', medians.ours, medians.python, atLeast)
        : {
            what,
            against: 'Python openjd-model',
            ...(atLeast !== undefined && { target: { atLeast } }),
            missing: python.missing,
            figures: `${medians.ours.toFixed(2)} ms`,
          },
    );
  }
  results.push(await besideRust(steps, text, quick));
  return results;
}
