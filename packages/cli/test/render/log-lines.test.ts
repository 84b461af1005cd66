import { expect, test } from 'vitest';
import { logLinesOf } from '../../src/render/log-lines.ts';

const text = 'ERROR: two things are wrong:\n - one\n - the other';

test('every line of a text of several has its time', () => {
  const event = {
    type: 'session-log',
    seq: 1,
    timestampMs: 7,
    level: 'error',
    content: 'file-path',
    sessionId: 's',
    text,
  } as const;
  expect(logLinesOf(event, false)).toEqual([
    { timestampMs: 7, level: 'error', text: 'ERROR: two things are wrong:', isTitle: false },
    { timestampMs: 7, level: 'error', text: ' - one', isTitle: false },
    { timestampMs: 7, level: 'error', text: ' - the other', isTitle: false },
  ]);
});
