import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { firstProblem, requireNode } from '../../set-up/prepare.mjs';
import { runProgram } from '../../src/run-program.ts';
import { root } from '../../src/workspace.ts';

test('an install that fails says so in one clear line', { timeout: 60_000 }, async () => {
  const clone = mkdtempSync(join(tmpdir(), 'ojd-clone-'));
  onTestFinished(() => rmSync(clone, { recursive: true }));
  for (const path of ['package.json', 'package-lock.json', 'packages/repository/set-up']) {
    cpSync(join(root, path), join(clone, path), { recursive: true });
  }
  const { exitCode, stderr } = await runProgram(join(clone, 'packages/repository/set-up/start.mjs'), [], {
    env: {
      // Nobody listens there: the registry is out of reach. An empty cache, so that nothing is found elsewhere.
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_cache: join(clone, 'empty-cache'),
      npm_config_fetch_retries: '0',
    },
  });
  expect(exitCode).toBe(1);
  const last = stderr.trimEnd().split('\n').at(-1);
  expect(last).toMatch(/^Install failed after [\d.]+ s: \w+: .* \(npm ci; all of its output is in .*install\.log\)$/);
});

test.each(['18.20.0', '20.18.1'])('Node.js %s is refused in one clear line', (version) => {
  expect(() => requireNode(version)).toThrow(`Node.js 20.19 or newer is needed; this is ${version}.`);
});

test.each(['20.19.0', '22.0.0', '26.1.0'])('Node.js %s is accepted', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test("the line about a failed install carries npm's code and message", () => {
  const output =
    'npm warn old\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo\nnpm error errno ENOTFOUND\nnpm error network request to the registry failed\n';
  expect(firstProblem(output)).toBe('ENOTFOUND: request to the registry failed');
  expect(firstProblem('Killed\n')).toBe('npm said nothing');
});
