// Output of a process through a session: `cat` of a large file of 80-character lines, event history and log file on.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEnvironment, decodeEnvironmentTemplate } from '@ojd/model';
import { chooseSpawnPort, logFile, Session } from '@ojd/sessions';
import { interleave } from '../measure/interleave.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';
import { jobOf } from './jobs.mjs';
import { oneCommand } from './templates.mjs';

const LINE_BYTES = 80;

export async function measure({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'openjd-bench-'));
  try {
    return await measureIn(folder, quick);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measureIn(folder, quick) {
  const megabytes = quick ? 48 : 240;
  const file = join(folder, 'lines.txt');
  await writeLines(file, megabytes * 1e6);
  // Python is asked for less of the same, and compared by the line.
  const smaller = join(folder, 'fewer-lines.txt');
  await writeLines(smaller, 4e6);
  const job = jobOf(oneCommand('/bin/cat', [file]));
  const session = await Session.create({ job, sinks: [logFile(join(folder, 'session.log'))] });
  const secretive = await Session.create({ job, sinks: [logFile(join(folder, 'secretive.log'))] });
  await tellSecrets(secretive, 1000);
  const python = await pythonPeer();
  const pythonTemplate = oneCommand('/bin/cat', [smaller]);
  const port = chooseSpawnPort();
  const medians = await interleave(
    {
      raw: () => elapsedMs(() => readRaw(file)),
      port: () => elapsedMs(() => readByPort(port, file, folder)),
      session: () => elapsedMs(() => session.runTask(job.steps[0]).orThrow()),
      secretive: () => elapsedMs(() => secretive.runTask(job.steps[0]).orThrow()),
      ...('ask' in python && {
        python: () => python.ask({ measure: 'tasks', template: pythonTemplate, count: 1 }),
      }),
    },
    { rounds: quick ? 3 : 5 },
  );
  await Promise.all([session.close(), secretive.close()]);
  python.close?.();
  const bytes = statSync(file).size;
  const megabytesPerSecond = (ms) => `${(bytes / ms / 1000).toFixed(0)} MB/s`;
  const linesPerMs = bytes / LINE_BYTES / medians.session;
  const versusRaw = (what, ms, atLeast) => ({
    what,
    against: 'raw pipe read in Node',
    value: medians.raw / ms,
    ...(atLeast !== undefined && { target: { atLeast } }),
    figures: `${megabytesPerSecond(ms)} : ${megabytesPerSecond(medians.raw)}`,
  });
  const perLine = { what: 'the same in lines/s', against: 'Python openjd-sessions', target: { atLeast: 20 } };
  const pythonLinesPerMs = 'python' in medians ? statSync(smaller).size / LINE_BYTES / medians.python : undefined;
  return [
    versusRaw(`output through a session (${megabytes} MB), no secrets`, medians.session, 0.5),
    versusRaw(`output through a session (${megabytes} MB), 1,000 secrets`, medians.secretive, 0.25),
    versusRaw('the same read by the spawn port alone', medians.port),
    pythonLinesPerMs === undefined
      ? { ...perLine, missing: python.missing, figures: `${Math.round(linesPerMs)},000 lines/s` }
      : {
          ...perLine,
          value: linesPerMs / pythonLinesPerMs,
          figures: `${Math.round(linesPerMs)},000 : ${Math.round(pythonLinesPerMs)},000 lines/s`,
        },
  ];
}

/** Lines of 80 characters with their line end, all different. */
async function writeLines(file, bytes) {
  const stream = createWriteStream(file);
  const lines = Math.ceil(bytes / LINE_BYTES);
  for (let first = 0; first < lines; first += 10_000) {
    let text = '';
    for (let line = first; line < Math.min(first + 10_000, lines); line++) {
      text += `${`frame ${line}: sampled tile ${line % 977} of the picture, `.padEnd(LINE_BYTES - 1, 'and more ')}\n`;
    }
    if (!stream.write(text)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}

async function tellSecrets(session, count) {
  const script = `i=0; while [ $i -lt ${count} ]; do echo "openjd_redacted_env: SECRET_$i=hush-$i-$((i * 7919))-quiet"; i=$((i + 1)); done`;
  const environment = {
    name: 'Secrets',
    script: { actions: { onEnter: { command: '/bin/sh', args: ['-c', script] } } },
  };
  const template = decodeEnvironmentTemplate({
    specificationVersion: 'environment-2023-09',
    extensions: ['REDACTED_ENV_VARS'],
    environment,
  });
  await session.enterEnvironment(createEnvironment(template, {})).orThrow();
}

/** As Node itself reads a process: of its two ways, the faster one (a pipe that was opened by hand is read more slowly). */
async function readRaw(file) {
  const child = spawn('/bin/cat', [file], { stdio: ['ignore', 'pipe', 'ignore'] });
  let bytes = 0;
  child.stdout.on('data', (chunk) => {
    bytes += chunk.length;
  });
  await once(child, 'close');
  if (bytes === 0) throw new Error('nothing was read');
}

async function readByPort(port, file, cwd) {
  const child = await port.spawn({ command: '/bin/cat', args: [file], env: { PATH: '/usr/bin:/bin' }, cwd });
  const ended = new Promise((resolve) => {
    child.output.onEnd(resolve);
  });
  child.output.onData(() => undefined);
  await child.exit;
  await ended;
}
