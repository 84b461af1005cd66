// Each package as a user gets it: packed, looked at, installed in a project of its own and compiled against.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runNpm, runProgram } from '../../src/run-program.ts';
import { staleOutput } from '../../set-up/stale-output.mjs';
import { publishedPackages, root } from '../../src/workspace.ts';

const packages = publishedPackages();
const folder = mkdtempSync(join(tmpdir(), 'ojd-packed-'));
// CI compiles the consumer with older compilers too: OJD_CONSUMER_TYPESCRIPT=5.9.
const olderTypescript = process.env['OJD_CONSUMER_TYPESCRIPT'];
const project = join(folder, 'consumer');
const tarballs = new Map<string, { path: string; files: readonly string[] }>();

beforeAll(async () => {
  const workspaces = packages.flatMap(({ folder: path }) => ['--workspace', path]);
  const { stdout, stderr, exitCode } = await runNpm(['pack', '--json', '--pack-destination', folder, ...workspaces]);
  expect(exitCode, stderr).toBe(0);
  for (const { name, filename, files } of JSON.parse(stdout) as PackedPackage[]) {
    tarballs.set(name, { path: join(folder, filename), files: files.map(({ path }) => path) });
  }
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe.each(packages.map(({ folder: path, manifest }) => ({ path, manifest, name: manifest.name })))(
  '$name',
  ({ path, manifest, name }) => {
    test('passes publint --strict', async () => {
      const tarball = Uint8Array.from(readFileSync(packed(name).path)).buffer;
      const { messages, pkg } = await publint({ strict: true, pack: { tarball } });
      expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
    });

    test('has types that every ESM resolution finds (attw --profile esm-only)', { timeout: 60_000 }, async () => {
      const attw = 'node_modules/@arethetypeswrong/cli/dist/index.js';
      const { exitCode, stdout } = await runProgram(attw, [
        packed(name).path,
        '--profile',
        'esm-only',
        '--format',
        'ascii',
        '--no-emoji',
      ]);
      expect(exitCode, stdout).toBe(0);
    });

    test('holds its build, its sources, its license and its README, and no tests', () => {
      const { files } = packed(name);
      expect(files).toEqual(
        expect.arrayContaining([
          'package.json',
          'dist/index.js',
          'dist/index.d.ts',
          'src/index.ts',
          'LICENSE',
          'README.md',
        ]),
      );
      expect(files.filter((file) => /(^|\/)test\/|\.tsbuildinfo$|\.test\./.test(file))).toEqual([]);
      expect(readFileSync(join(root, path, 'LICENSE'), 'utf8')).toBe(readFileSync(join(root, 'LICENSE'), 'utf8'));
      expect(manifest.license).toBe('Apache-2.0');
    });

    test('asks for exactly the versions of its siblings that lie beside it', () => {
      const versions = new Map(packages.map((each) => [each.manifest.name, each.manifest.version]));
      const siblings = Object.entries(manifest.dependencies ?? {}).filter(([dependency]) =>
        dependency.startsWith('@ojd/'),
      );
      expect(siblings).toEqual(siblings.map(([dependency]) => [dependency, versions.get(dependency)]));
    });
  },
);

test('nothing that was built from a source which is gone is published', () => {
  expect(staleOutput(root), 'npm test removes it; so does removing the dist folder').toEqual([]);
});

describe('a project that installs the packed packages', () => {
  beforeAll(async () => {
    cpSync(join(import.meta.dirname, 'consumer'), project, { recursive: true });
    const dependencies = {
      ...Object.fromEntries([...tarballs].map(([name, { path }]) => [name, `file:${path}`])),
      '@types/node': '^20', // what every TypeScript project on Node has
      ...(olderTypescript !== undefined && { typescript: olderTypescript }),
    };
    writeFileSync(
      join(project, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module', dependencies }),
    );
    // What the repository needed is in npm's cache already; nothing is asked twice.
    const { exitCode, stderr } = await runNpm(
      ['install', '--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts'],
      { cwd: project },
    );
    expect(exitCode, stderr).toBe(0);
  }, 120_000);

  test.each(['node', 'browser'])(
    'compiles against them on %s, with every strictness and without skipping their declarations',
    { timeout: 60_000 },
    async (where) => {
      expect(await compile(`tsconfig.${where}.json`)).toBe('');
    },
  );

  test('runs a job with them', { timeout: 60_000 }, async () => {
    const { exitCode, stdout, stderr } = await runProgram(join(project, 'dist', 'on-node.js'), []);
    expect(stderr).toBe('');
    expect(stdout).toBe('Consumer Only: success, exit code 0\n');
    expect(exitCode).toBe(0);
  });

  test.each(['openjd', 'ojd'])('has the command %s', async (command) => {
    const { exitCode, stdout } = await runNpm(['exec', '--offline', '--', command, '--version'], { cwd: project });
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^openjd /);
  });

  describe('and has no koffi, as after npm install --omit=optional', () => {
    const openjd = join('node_modules', '@ojd', 'cli', 'bin', 'openjd.js');
    // No way to spawn is named, whatever this run of the tests names.
    const run = (program: string, args: readonly string[] = [], spawn = '') =>
      runProgram(join(project, program), args, { cwd: project, env: { OJD_SPAWN: spawn } });

    beforeAll(() => {
      const koffi = join(project, 'node_modules', 'koffi');
      expect(existsSync(koffi), 'it was there before').toBe(true);
      rmSync(koffi, { recursive: true });
    });

    test('a Session runs its actions through child_process', { timeout: 60_000 }, async () => {
      writeFileSync(join(project, 'without-koffi.js'), WITHOUT_KOFFI);
      const { exitCode, stdout, stderr } = await run('without-koffi.js');
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual({
        port: 'child_process',
        states: ['success', 'failed', 'canceled'],
        ok: true,
      });
      expect(exitCode).toBe(0);
    });

    test('openjd run runs a job', { timeout: 60_000 }, async () => {
      writeFileSync(join(project, 'job.json'), JSON.stringify(ONE_STEP));
      const { exitCode, stdout, stderr } = await run(openjd, ['run', 'job.json', '--output', 'json']);
      expect(JSON.parse(stdout)).toMatchObject({ status: 'success', chunks_run: 1 });
      expect(stderr).toContain('what the task prints');
      expect(exitCode).toBe(0);
    });

    test('openjd doctor says so, and what to install', { timeout: 60_000 }, async () => {
      const { exitCode, stdout } = await run(openjd, ['doctor']);
      expect(stdout).toMatch(/^warning {2}spawn: .* child_process.*: koffi can not be loaded\.\n.*npm install koffi$/m);
      expect(exitCode).toBe(0);
    });

    test.runIf(process.platform === 'linux')(
      'openjd doctor says that a way to spawn which needs it and was asked for is not to be had',
      { timeout: 60_000 },
      async () => {
        const { exitCode, stdout } = await run(openjd, ['doctor'], 'posix_spawn');
        expect(stdout).toMatch(/^PROBLEM {2}spawn: .*optional package koffi is not installed/m);
        expect(exitCode).toBe(1);
      },
    );
  });
});

const WITHOUT_KOFFI = `
import { chooseSpawnPort, Session } from '@ojd/sessions';

const states = [];
let ok = true;
for (const script of ['', 'process.exit(3)', 'setInterval(() => {}, 1000)']) {
  const session = await Session.create();
  const action = session.runSubprocess({ command: process.execPath, args: ['-e', script] });
  if (script.startsWith('setInterval')) for await (const event of action) if (event.type === 'spawned') action.cancel();
  states.push((await action).state);
  ok &&= (await session.close()).ok;
}
console.log(JSON.stringify({ port: chooseSpawnPort().name, states, ok }));
`;

const ONE_STEP = {
  specificationVersion: 'jobtemplate-2023-09',
  name: 'Without',
  steps: [
    {
      name: 'Only',
      script: { actions: { onRun: { command: 'node', args: ['-e', 'console.log("what the task prints")'] } } },
    },
  ],
};

async function compile(settings: string): Promise<string> {
  const tsc = join(olderTypescript === undefined ? root : project, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = await runProgram(tsc, ['-p', join(project, settings), '--pretty', 'false']);
  return stdout;
}

interface PackedPackage {
  name: string;
  filename: string;
  files: { path: string }[];
}

function packed(name: string): { path: string; files: readonly string[] } {
  const tarball = tarballs.get(name);
  if (tarball === undefined) throw new Error(`${name} was not packed; packed were: ${[...tarballs.keys()].join(', ')}`);
  return tarball;
}
