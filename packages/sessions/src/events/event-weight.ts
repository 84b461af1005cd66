import { LogLines } from './log-lines.ts';
import type { SessionEvent } from './session-event.ts';

const fixedBytes = 128;
const fixedWeight = { events: 1, bytes: fixedBytes } as const;

/** About how much memory an event takes, or the lines of one block. */
export function weightOf(item: SessionEvent | LogLines): { readonly events: number; readonly bytes: number } {
  if (item instanceof LogLines) return { events: item.count, bytes: fixedBytes + item.text.length * 2 };
  switch (item.type) {
    case 'log':
    case 'session-log':
      return { events: 1, bytes: fixedBytes + item.text.length * 2 };
    case 'status':
    case 'fail':
      return { events: 1, bytes: fixedBytes + item.message.length * 2 };
    default:
      return fixedWeight;
  }
}
