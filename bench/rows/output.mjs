// Output of a process through a session: `cat` of a large file of 80-character lines, event history and log file on.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createEnvironment, decodeEnvironmentTemplate } from '@ojd/model';
import { chooseSpawnPort, logFile, Session } from '@ojd/sessions';
import { interleavedValues, median, medianOfRatios } from '../measure/interleave.mjs';
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
  // Python takes half a minute for all of it: both are given a tenth.
  const smaller = join(folder, 'fewer-lines.txt');
  await writeLines(smaller, (megabytes / 10) * 1e6);
  const fewerLines = oneCommand('/bin/cat', [smaller]);
  const [job, smallerJob] = [jobOf(oneCommand('/bin/cat', [file])), jobOf(fewerLines)];
  const logs = [join(folder, 'session.log'), join(folder, 'secretive.log')];
  const [session, secretive] = await Promise.all(logs.map((log) => Session.create({ job, sinks: [logFile(log)] })));
  await tellSecrets(secretive, 1000);
  const python = await pythonPeer();
  const port = chooseSpawnPort();
  const timed = async (work) => {
    // Some gigabytes of log that the disk has not taken yet make the system slow down whoever writes more.
    for (const log of logs) truncateSync(log);
    return await elapsedMs(work);
  };
  // Each beside a raw read of its own: that one takes twice as long where the system puts reader and writer on two processors, which it goes on doing for seconds.
  const values = await interleavedValues(
    {
      raw: () => timed(() => readRaw(file)),
      session: () => timed(() => session.runTask(job.steps[0]).orThrow()),
      rawAgain: () => timed(() => readRaw(file)),
      secretive: () => timed(() => secretive.runTask(job.steps[0]).orThrow()),
      port: () => timed(() => readByPort(port, file, folder)),
      smaller: () => timed(() => session.runTask(smallerJob.steps[0]).orThrow()),
      ...('ask' in python && {
        python: () => python.ask({ measure: 'tasks', template: fewerLines, count: 1 }),
      }),
    },
    { rounds: quick ? 5 : 15 },
  );
  await Promise.all([session.close(), secretive.close()]);
  python.close?.();
  const bytes = statSync(file).size;
  const megabytesPerSecond = (ms) => `${(bytes / ms / 1000).toFixed(0)} MB/s`;
  const fewer = statSync(smaller).size / LINE_BYTES;
  const linesPerMs = fewer / median(values.smaller);
  const versusRaw = (what, ours, raw, atLeast) => ({
    what,
    against: 'raw pipe read in Node',
    value: medianOfRatios(raw, ours),
    ...(atLeast !== undefined && { target: { atLeast } }),
    figures: `${megabytesPerSecond(median(ours))} : ${megabytesPerSecond(median(raw))}`,
  });
  const perLine = {
    what: `output through a session (${megabytes / 10} MB) in lines/s`,
    against: 'Python openjd-sessions',
    target: { atLeast: 20 },
  };
  const pythonLinesPerMs = 'python' in values ? fewer / median(values.python) : undefined;
  return [
    versusRaw(`output through a session (${megabytes} MB), no secrets`, values.session, values.raw, 0.5),
    versusRaw(`output through a session (${megabytes} MB), 1,000 secrets`, values.secretive, values.rawAgain, 0.25),
    versusRaw('the same read by the spawn port alone', values.port, values.rawAgain),
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
