import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { findVectors, vectorOf } from '../src/find-vectors.ts';
import { resultsText } from '../src/report.ts';
import { runVectors } from '../src/run-vectors.ts';
import { namesWithoutVector } from '../src/templates/expected-codes.ts';

const STEPS = 'steps:\n- name: S\n  script: {actions: {onRun: {command: echo}}}\n';
const VALID = `specificationVersion: jobtemplate-2023-09\nname: Demo\n${STEPS}`;
const EMPTY_NAME = `specificationVersion: jobtemplate-2023-09\nname: ''\n${STEPS}`;

async function outcomeOf(path: string, text: string) {
  const [result] = await runVectors([vectorOf(path, text)]);
  return result?.outcome;
}

describe('a vector', () => {
  test('that is valid passes when it is accepted', async () => {
    expect(await outcomeOf('2023-09/base/job_templates/1.1--name.yaml', VALID)).toEqual({ state: 'passed' });
  });

  test('that is valid fails with the diagnostics when it is refused', async () => {
    const outcome = await outcomeOf('2023-09/base/job_templates/1.1--name.yaml', EMPTY_NAME);
    expect(outcome).toEqual({
      state: 'failed',
      reason: 'refused: 2:7 string-too-short A job name cannot be empty. Write something.',
    });
  });

  test('that is invalid passes when the refusal is about what its name says', async () => {
    const outcome = await outcomeOf('2023-09/base/job_templates/1.1--empty-name.invalid.yaml', EMPTY_NAME);
    expect(outcome).toEqual({ state: 'passed' });
  });

  test('that is invalid fails when it is refused for another reason', async () => {
    const outcome = await outcomeOf('2023-09/base/job_templates/3--duplicate-step-names.invalid.yaml', EMPTY_NAME);
    expect(outcome).toMatchObject({ state: 'failed', reason: expect.stringContaining('for another reason') });
  });

  test('that is invalid fails when it is accepted', async () => {
    const outcome = await outcomeOf('2023-09/base/job_templates/1.1--empty-name.invalid.yaml', VALID);
    expect(outcome).toEqual({ state: 'failed', reason: 'accepted, and must be refused' });
  });

  test('that is invalid fails when nobody has said what its name means', async () => {
    const outcome = await outcomeOf('2023-09/base/job_templates/1.1--surprise.invalid.yaml', EMPTY_NAME);
    expect(outcome).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('no row for the name 1.1--surprise'),
    });
  });

  test('of a kind that no runner knows is skipped with its reason', async () => {
    const outcome = await outcomeOf('2023-09/base/novelties/1--x.test.yaml', VALID);
    expect(outcome).toMatchObject({ state: 'skipped', reason: expect.stringContaining('novelties') });
  });
});

test('a name of the table that no vector has is found', () => {
  const vectors = [
    vectorOf('2023-09/base/job_templates/1.1--empty-name.invalid.yaml', EMPTY_NAME),
    vectorOf('2023-09/base/job_templates/3--duplicate-step-names.yaml', VALID),
  ];
  expect(namesWithoutVector(vectors)).toContain('3--duplicate-step-names');
  expect(namesWithoutVector(vectors)).not.toContain('1.1--empty-name');
});

describe('a folder of vectors', () => {
  const root = mkdtempSync(join(tmpdir(), 'ojd-conformance-'));
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  test('is read in order, and what upstream keeps apart is reported apart', async () => {
    const files = {
      'base/job_templates/1.1--b.yaml': VALID,
      'base/job_templates/1.1--a.yaml': EMPTY_NAME,
      'base/job_templates/proposed/1.1--c.yaml': EMPTY_NAME,
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const vectors = findVectors(root);
    expect(vectors.map(({ name, standing }) => [name, standing])).toEqual([
      ['1.1--a', 'counted'],
      ['1.1--b', 'counted'],
      ['1.1--c', 'proposed'],
    ]);
    const text = resultsText(await runVectors(vectors));
    expect(text).toContain('| base/job_templates | 1 | 1 | 0 |');
    expect(text).toContain('under `proposed/`');
  });
});
