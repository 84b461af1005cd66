// Whoever gives another file, or a template of the other kind, reads this once, and not a list of all its keys.
import { safeDecodeEnvironmentTemplate, safeDecodeJobTemplate, safeDecodeTemplate } from '@ojd/model';
import { describe, expect, test } from 'vitest';

type Decode = typeof safeDecodeTemplate | typeof safeDecodeJobTemplate | typeof safeDecodeEnvironmentTemplate;

const told = (decode: Decode, text: string): string[] => {
  const outcome = decode(text);
  return outcome.ok ? [] : outcome.diagnostics.map(({ code, message, hint }) => `${code}: ${message} ${hint ?? ''}`);
};
const codesOf = (decode: Decode, text: string): string[] => told(decode, text).map((line) => line.split(':')[0] ?? '');

const STEPS = 'steps:\n- name: S\n  script: { actions: { onRun: { command: x } } }\n';
const ENVIRONMENT = 'environment: { name: E, variables: { A: b } }\n';

describe('a file that is no template gives one diagnostic', () => {
  test('with what was expected and what was found, however many keys it has', () => {
    const pairs = Array.from({ length: 28 }, (_, index) => `k${index}: b\n`).join('');
    expect(told(safeDecodeJobTemplate, pairs)).toEqual([
      'not-a-template: Expected a job template, found a mapping with the keys "k0", "k1", "k2", "k3", "k4" and 23 more. A job template has specificationVersion: jobtemplate-2023-09, name and steps.',
    ]);
    expect(told(safeDecodeEnvironmentTemplate, 'a: b')).toEqual([
      'not-a-template: Expected an environment template, found a mapping with the key "a". An environment template has specificationVersion: environment-2023-09 and environment.',
    ]);
    expect(told(safeDecodeTemplate, '{}')[0]).toMatch(
      /^not-a-template: Expected a job template or an environment template, found an empty mapping\./,
    );
  });

  test.each([
    ['a Kubernetes manifest', 'apiVersion: v1\nkind: Pod\nmetadata: { name: x }\nspec: { containers: [] }'],
    ['a workflow of GitHub', 'name: CI\non: [push]\njobs: { test: { runs-on: linux, steps: [{ run: make }] } }'],
    ['a package.json', '{ "name": "x", "version": "1.0.0", "description": "d", "scripts": {} }'],
    ['one that is only named', 'name: Render\ndescription: of a shot'],
  ])('%s', (_, text) => {
    for (const decode of [safeDecodeTemplate, safeDecodeJobTemplate, safeDecodeEnvironmentTemplate]) {
      expect(codesOf(decode, text)).toEqual(['not-a-template']);
    }
  });

  test.each([
    ['a scalar', 'hello'],
    ['a list', '- a\n- b'],
  ])('%s', (_, text) => {
    expect(codesOf(safeDecodeTemplate, text)).toEqual(['wrong-type']);
  });
});

describe('a template without its version', () => {
  test('is told that it lacks one, and what else is wrong with it', () => {
    expect(codesOf(safeDecodeJobTemplate, `name: Render\n${STEPS}`)).toEqual(['missing-key']);
    expect(codesOf(safeDecodeTemplate, ENVIRONMENT)).toEqual(['missing-key']);
    expect(codesOf(safeDecodeJobTemplate, `name: Render\nstpes:\n- name: S\n`)).toEqual([
      'missing-key',
      'unknown-key',
      'missing-key',
    ]);
    expect(codesOf(safeDecodeJobTemplate, `specificationVersoin: jobtemplate-2023-09\nname: R\n${STEPS}`)).toEqual([
      'unknown-key',
    ]);
  });

  test('but of the other kind is told that', () => {
    expect(told(safeDecodeJobTemplate, ENVIRONMENT)).toEqual([
      'wrong-template-kind: This looks like an environment template, and a job template is expected here. A job template has specificationVersion: jobtemplate-2023-09, name and steps.',
    ]);
    expect(codesOf(safeDecodeEnvironmentTemplate, `name: Render\n${STEPS}`)).toEqual(['wrong-template-kind']);
  });
});

test('only a template that says the wrong version is told to write the other', () => {
  const asJob = (body: string) => told(safeDecodeJobTemplate, `specificationVersion: environment-2023-09\n${body}`)[0];
  expect(asJob(`name: Render\n${STEPS}`)).toMatch(/ Write specificationVersion: jobtemplate-2023-09\.$/);
  expect(asJob(ENVIRONMENT)).toMatch(
    / A job template has specificationVersion: jobtemplate-2023-09, name and steps\.$/,
  );
});
