import { expect, test } from 'vitest';
import { argueOutcome } from '../src/argued-vectors.ts';
import { vectorOf } from '../src/find-vectors.ts';

const path = '2023-09/REDACTED_ENV_VARS/jobs/redaction-without-extension.test.yaml';
const old = vectorOf(path, "expected:\n  output:\n  - 'VAR:********'\n");
const newer = vectorOf(path, "expected:\n  output:\n  - 'VAR:NOT_SET'\n");
const failed = { state: 'failed', reason: 'x' } as const;
const passed = { state: 'passed' } as const;

test('a contested vector that fails is skipped with the reason', () => {
  expect(argueOutcome(old, failed)).toEqual({ state: 'skipped', reason: expect.stringContaining('RFC 0003') });
});

test('a contested vector that passes fails, so that the list stays true', () => {
  expect(argueOutcome(old, passed)).toMatchObject({ state: 'failed' });
});

test('another wording of it, and every other vector, counts', () => {
  expect(argueOutcome(newer, failed)).toBe(failed);
  expect(argueOutcome(newer, passed)).toBe(passed);
  expect(argueOutcome(vectorOf('2023-09/base/jobs/1.test.yaml', old.text), failed)).toBe(failed);
});
