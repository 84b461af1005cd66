// A test fails when something was printed, or a process warning raised, that it did not ask for.
// Asking is replacing the function, for example `vi.spyOn(process.stdout, 'write').mockReturnValue(true)`.
import { afterEach, beforeEach, vi } from 'vitest';

interface Printed {
  readonly by: string;
  readonly text: string;
}

const printed: Printed[] = [];

const consoleMethods = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

beforeEach(() => {
  for (const method of consoleMethods) {
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      printed.push({ by: `console.${method}`, text: values.map(String).join(' ') });
    });
  }
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((chunk: unknown, ...rest: unknown[]) => {
      printed.push({ by: `process.${stream}`, text: textOf(chunk) });
      const written = rest.at(-1);
      if (typeof written === 'function') queueMicrotask(() => written());
      return true;
    });
  }
});

afterEach(() => {
  const unasked = printed.splice(0);
  if (unasked.length === 0) return;
  const lines = unasked.map(({ by, text }) => `  ${by}: ${text.trimEnd()}`);
  throw new Error(
    `Printed without being asked for:\n${lines.join('\n')}\n` +
      'Remove it, or let the test ask for it by replacing the function with vi.spyOn(...).mockImplementation(...).',
  );
});

process.on('warning', (warning) => printed.push({ by: `process warning ${warning.name}`, text: warning.message }));

function textOf(chunk: unknown): string {
  return chunk instanceof Uint8Array ? new TextDecoder().decode(chunk) : String(chunk);
}
