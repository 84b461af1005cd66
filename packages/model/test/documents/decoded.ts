// What the tests of hostile input look at: the codes, and the time that they took.
import { type DecodeOptions, safeDecodeTemplate } from '@ojd/model';

export const HEAD = 'specificationVersion: jobtemplate-2023-09\n';

export const MOST_MILLISECONDS = 1000;

export function decoded(
  input: string | Uint8Array | object,
  options: DecodeOptions = {},
): { codes: string[]; milliseconds: number } {
  // Time of the processor: other tests run beside this one. A busy machine makes one of three slow, an expensive input all.
  let milliseconds = Infinity;
  let codes: string[] = [];
  for (let attempt = 0; attempt < 3 && milliseconds >= MOST_MILLISECONDS; attempt += 1) {
    const start = process.cpuUsage();
    const outcome = safeDecodeTemplate(input, options);
    const { user, system } = process.cpuUsage(start);
    milliseconds = Math.min(milliseconds, (user + system) / 1000);
    codes = outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code);
  }
  return { codes, milliseconds };
}

export const codesOf = (input: string | Uint8Array | object, options?: DecodeOptions) => decoded(input, options).codes;
