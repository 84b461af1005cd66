import { expect, test } from 'vitest';
import { outputOf, realSession } from './harness.ts';
import { environment, node, step } from './templates.ts';

const LONG = 100_000;

test('a variable whose value is longer than a line can be is not set to a part of it: the action fails and says why', async () => {
  const session = await realSession();
  const entering = session.enterEnvironment(
    environment('long', { onEnter: node(`console.log('openjd_env: LONG=' + 'v'.repeat(${LONG}))`) }),
  );
  const result = await entering;
  expect(result).toMatchObject({ state: 'failed', reason: { kind: 'bad-message' } });
  expect(result.message).toContain('the line is too long');
});

test('a secret that is longer than a line can be is in no event, not even its end', async () => {
  const session = await realSession();
  const task = session.runTask(
    step(
      node(`console.log('openjd_redacted_env: LONG=' + 'secret '.repeat(${LONG / 7}) + 'end'); console.log('next')`),
    ),
  );
  const lines = await outputOf(task);
  expect(lines.join('\n')).not.toMatch(/secret|end/);
  expect(lines.at(-1)).toBe('next');
});
