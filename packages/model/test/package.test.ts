import { expect, test } from 'vitest';

test('the package loads from its sources', async () => {
  await expect(import('@ojd/model')).resolves.toBeDefined();
});
