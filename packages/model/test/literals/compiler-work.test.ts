import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const compiler = join(root, 'node_modules/typescript/bin/tsc');

/** A template of the greatest size that a person would write: 200 parameters, 100 steps, 11,500 references. */
function bigTemplate(): object {
  const parameterDefinitions = Array.from({ length: 200 }, (_, index) => ({
    name: `P${index}`,
    type: 'INT',
    default: index,
  }));
  const data = Array.from({ length: 100 }, (_, index) => `line ${index}: {{Param.P${index}}}`).join('\n');
  const step = (index: number): object => ({
    name: `S${index}`,
    parameterSpace: {
      taskParameterDefinitions: ['A', 'B', 'C'].map((name) => ({ name, type: 'INT', range: '1-{{Param.P3}}' })),
    },
    script: {
      actions: {
        onRun: {
          command: 'render',
          args: Array.from({ length: 15 }, (_, arg) => `{{Param.P${(index * 7 + arg) % 200}}} {{Task.Param.B}}`),
        },
      },
      embeddedFiles: [{ name: 'F', type: 'TEXT', data }],
    },
  });
  return {
    specificationVersion: 'jobtemplate-2023-09',
    extensions: ['FEATURE_BUNDLE_1'],
    name: 'Big {{Param.P1}}',
    parameterDefinitions,
    steps: Array.from({ length: 100 }, (_, index) => step(index)),
  };
}

test('the work of the compiler stays in proportion to the template', { timeout: 60_000 }, async () => {
  // Inside the repository, so that it is a module like its sources; out of sight of every other tool.
  const directory = await mkdtemp(join(root, 'node_modules/.ojd-literal-'));
  try {
    await writeFile(
      join(directory, 'big.ts'),
      `import { defineJobTemplate, preprocessJobParameters } from '../../packages/model/src/index.ts';
const template = defineJobTemplate(${JSON.stringify(bigTemplate())});
preprocessJobParameters(template, { P1: 3 });
// @ts-expect-error -- there is no such parameter
preprocessJobParameters(template, { P200: 3 });
`,
    );
    await writeFile(
      join(directory, 'tsconfig.json'),
      JSON.stringify({
        extends: join(root, 'packages/model/tsconfig.json'),
        compilerOptions: {
          composite: false,
          declaration: false,
          declarationMap: false,
          isolatedDeclarations: false,
          noEmit: true,
          rootDir: root,
          tsBuildInfoFile: null,
        },
        include: [],
        files: ['big.ts'],
        references: [],
      }),
    );
    const { stdout } = await promisify(execFile)(process.execPath, [
      compiler,
      '-p',
      directory,
      '--extendedDiagnostics',
    ]);
    const instantiations = Number(/Instantiations:\s+(\d+)/.exec(stdout)?.[1]);
    expect(instantiations).toBeGreaterThan(0);
    expect(instantiations).toBeLessThan(1_000_000);
  } finally {
    await rm(directory, { recursive: true });
  }
});
