import { expect, test } from 'vitest';
import { cli } from './cli.ts';

test.each(['jobtemplate-2023-09', 'environment-2023-09'])(
  'the schema of %s is a JSON Schema that names it',
  async (version) => {
    const { exitCode, stdout } = await cli(['schema', '--version', version]);
    const schema = JSON.parse(stdout);
    expect(schema).toMatchObject({ $schema: expect.stringContaining('json-schema.org') });
    expect(JSON.stringify(schema)).toContain(`"${version}"`);
    expect(exitCode).toBe(0);
  },
);

test('with --output json the schema is the message, as the reference has it', async () => {
  const { stdout } = await cli(['schema', '--version', 'jobtemplate-2023-09', '--output', 'json']);
  const result = JSON.parse(stdout);
  expect(result.status).toBe('success');
  expect(JSON.parse(result.message)).toHaveProperty('$schema');
});
