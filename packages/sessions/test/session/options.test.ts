import { expect, test } from 'vitest';
import { Session, type SessionOptions } from '@ojd/sessions';
import { fakeSession, realSession } from './harness.ts';
import { environment } from './templates.ts';

test.each<[SessionOptions, RegExp]>([
  [{ sessionId: '' }, /sessionId must be a string of at least one character; got ""/],
  [{ envVars: { 'A\0B': 'x' } }, /envVars: the variable name/],
  [
    { envVars: { A: 1 as unknown as string } },
    /envVars: the variable A must be a string, or null to unset it; got number/,
  ],
  [{ history: { maxEvents: 0 } }, /history.maxEvents must be a number of at least 1; got 0/],
])('the options %j are refused, with what was expected and what was found', async (options, message) => {
  await expect(Session.create(options)).rejects.toThrow(message);
});

test('a session makes up its id, and every environment without one gets its own', async () => {
  const [first, second] = [await realSession({ sessionId: 'mine' }), await Session.create()];
  expect(first.sessionId).toBe('mine');
  expect(second.sessionId).toMatch(/^[\da-f-]{36}$/);
  await second.close();
  const { session } = await fakeSession();
  await session.enterEnvironment(environment('A'), { environmentId: 'env-1' });
  const entering = session.enterEnvironment(environment('B'));
  expect(entering.environmentId).toBe('env-2');
  await entering;
});

test('an empty environment id is refused', async () => {
  const { session } = await fakeSession();
  expect(() => session.enterEnvironment(environment('A'), { environmentId: '' })).toThrow(
    /environmentId must be a string of at least one character; got ""/,
  );
});
