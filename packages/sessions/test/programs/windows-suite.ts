import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpawnError, type SpawnPort } from '../../src/ports/spawn.ts';
import { spawnPortNamed } from '../../src/processes/choose-spawn.ts';
import { eventually, finished, isAlive, readUntil, run } from '../ports/run-process.ts';

// Runs on Windows (or Wine), where there may be no terminal to print to: it writes what it saw as JSON into a file.
const [, , portName = '', resultFile = ''] = process.argv;
const port: SpawnPort = spawnPortNamed(portName);
const folder = mkdtempSync(join(tmpdir(), 'windows-suite-'));
const host = Object.fromEntries(Object.entries(process.env).map(([name, value]) => [name, value ?? '']));

function node(script: string, ...args: string[]) {
  return { command: process.execPath, args: ['-e', script, ...args], env: host, cwd: folder };
}

const KEEP_RUNNING = 'setInterval(() => {}, 1000)';
function withGrandchild(detached: boolean): string {
  return `
    const options = { stdio: 'inherit', detached: ${detached} };
    const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(KEEP_RUNNING)}], options);
    console.log('grandchild ' + child.pid + '.');`;
}

const cases: Readonly<Record<string, () => Promise<unknown>>> = {
  async arguments() {
    const args = ['', 'a b', '"q"', 'back\\slash\\', 'b\\"q', 'é🎬', '%PATH%', '^&|<>'];
    const { text } = await run(port, node('console.log(JSON.stringify(process.argv.slice(1)))', ...args));
    return JSON.stringify(JSON.parse(text)) === JSON.stringify(args) ? 'same' : text;
  },
  async batchFile() {
    writeFileSync(join(folder, 'tool.cmd'), '@echo off\r\necho first %1 second %2\r\nexit /b 7\r\n');
    const { text, exitCode } = await run(port, { ...node(''), command: 'tool', args: ['a b', 'c&d'] });
    return { text: text.trim(), exitCode };
  },
  async order() {
    const { text } = await run(
      port,
      node('for (let i = 0; i < 50; i++) { console.log("out " + i); console.error("err " + i); }'),
    );
    const expected = Array.from({ length: 50 }, (_, index) => `out ${index}\nerr ${index}\n`).join('');
    return text === expected ? 'in order' : text;
  },
  async stdinIsEmpty() {
    const script =
      'let n = 0; process.stdin.on("data", (d) => n += d.length).on("end", () => console.log("bytes " + n))';
    return (await run(port, node(script))).text.trim();
  },
  async environment() {
    const env = { ...host, MixedCase: 'first', MIXEDCASE: 'last', LINES: 'a\nb' };
    const { text } = await run(port, {
      ...node('console.log(JSON.stringify([process.env.mixedcase, process.env.LINES]))'),
      env,
    });
    return JSON.parse(text);
  },
  async exitCodes() {
    const codes = await Promise.all([0, 3, 255].map(async (code) => run(port, node(`process.exit(${code})`))));
    return codes.map(({ exitCode, signal }) => [exitCode, signal]);
  },
  async noSuchCommand() {
    return refusal({ ...node(''), command: 'no-such-command' });
  },
  async noSuchDirectory() {
    return refusal({ ...node(''), cwd: join(folder, 'gone') });
  },
  async notAProgram() {
    const path = join(folder, 'text.exe');
    writeFileSync(path, 'this is not a program');
    const { code } = await refusal({ ...node(''), command: path });
    return code;
  },
  async groupIsEnded() {
    const started = await port.spawn(node(`${withGrandchild(false)} ${KEEP_RUNNING}`));
    const grandchild = await grandchildOf(started);
    const sent = started.signal('group', 'SIGKILL');
    const exit = await started.exit;
    await eventually(() => !isAlive(grandchild), 'the grandchild to end');
    return { sent, ...exit };
  },
  async survivorsAreEnded() {
    const started = await port.spawn(node(`${withGrandchild(true)} child.unref(); process.exit(5)`));
    const grandchild = await grandchildOf(started);
    const { exitCode } = await started.exit;
    const remained = started.groupRemains?.() ?? 'not known';
    const sent = started.signal('group', 'SIGKILL');
    await eventually(() => !isAlive(grandchild), 'the grandchild to end').catch(() => process.kill(grandchild));
    const remains = started.groupRemains?.() ?? 'not known';
    return { exitCode, leader: started.signal('leader', 'SIGKILL'), sent, remained, remains };
  },
  async asked() {
    const script = `process.on('SIGBREAK', () => { console.log('asked'); process.exit(42); }); console.log('ready.'); ${KEEP_RUNNING}`;
    const started = await port.spawn(node(script));
    await readUntil(started, 'ready.');
    const sent = started.signal('leader', 'SIGTERM');
    if (!sent) started.signal('group', 'SIGKILL');
    const { exitCode } = await started.exit;
    return { sent, exitCode };
  },
  async nobodyLeft() {
    const started = await port.spawn(node(''));
    await finished(started);
    return [
      started.signal('leader', 'SIGKILL'),
      started.signal('group', 'SIGKILL'),
      started.signal('leader', 'SIGTERM'),
    ];
  },
};

async function refusal(request: Parameters<SpawnPort['spawn']>[0]): Promise<{ code?: string; subject?: string }> {
  const error: unknown = await port.spawn(request).catch((reason: unknown) => reason);
  return error instanceof SpawnError
    ? { code: error.code, subject: error.subject }
    : { code: `no refusal: ${String(error)}` };
}

function grandchildOf(started: Awaited<ReturnType<SpawnPort['spawn']>>): Promise<number> {
  let text = '';
  return new Promise((resolve) => {
    started.output.onData((chunk) => {
      text += Buffer.from(chunk).toString();
      const pid = /grandchild (\d+)\./.exec(text)?.[1];
      if (pid !== undefined) resolve(Number(pid));
    });
  });
}

const results: Record<string, unknown> = {};
for (const [name, check] of Object.entries(cases)) {
  results[name] = await check().catch((error: unknown) => `threw ${String(error)}`);
  writeFileSync(resultFile, JSON.stringify(results));
}
rmSync(folder, { recursive: true, force: true });
process.exit(0);
