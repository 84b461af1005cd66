import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Vector, VectorOutcome, VectorRunner } from '../vector.ts';
import { type JobVector, readJobVector } from './job-vector.ts';
import { judgeRun, type RunOutput } from './judge-run.ts';

const SYSTEM = process.platform === 'win32' ? 'windows' : 'posix';

/** The command line that is tested is the one that users start. */
const OPENJD = fileURLToPath(new URL('../../../cli/bin/openjd.js', import.meta.url));

/** `jobs`: each file is a job to run, with what its output must and must not hold. */
export const jobVectors: VectorRunner = { folders: ['jobs'], run: runJobVector };

async function runJobVector({ text, invalid }: Vector): Promise<VectorOutcome> {
  const vector = readJobVector(text, SYSTEM);
  if (vector.runOn !== undefined && !vector.runOn.includes(SYSTEM)) {
    return { state: 'skipped', reason: `it runs on ${vector.runOn.join(', ')} only (runOn)` };
  }
  const folder = await mkdtemp(join(tmpdir(), 'openjd-vector-'));
  try {
    const run = await start(process.execPath, [OPENJD, 'run', ...(await writeArguments(vector, folder))]);
    return judgeRun(run, vector.expected, invalid);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes the files of a vector and returns the arguments that name them. */
async function writeArguments(
  { template, parameters, environments, pathMappingRules }: JobVector,
  folder: string,
): Promise<readonly string[]> {
  const write = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const args = [await write('template.yaml', template)];
  if (parameters !== undefined) args.push('-p', `file://${await write('parameters.yaml', parameters)}`);
  for (const [index, text] of environments.entries()) args.push('--env', await write(`env${index}.yaml`, text));
  if (pathMappingRules !== undefined) {
    const document = { version: 'pathmapping-1.0', path_mapping_rules: pathMappingRules };
    args.push('--path-mapping-rules', `file://${await write('pathmapping.json', JSON.stringify(document))}`);
  }
  return args;
}

async function start(program: string, args: readonly string[]): Promise<RunOutput> {
  // A Python on Windows writes another encoding into pipes unless it is told.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, PYTHONUTF8: '1' } });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) =>
      resolve({ exitCode, signal, text: Buffer.concat(chunks).toString('utf8') }),
    );
  });
}
