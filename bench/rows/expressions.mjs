// Expressions that were parsed once, evaluated many times.
import { Expression, SymbolTable } from '@ojd/expr';
import { interleave } from '../measure/interleave.mjs';
import { elapsedMs } from '../measure/time.mjs';
import { pythonPeer } from '../peers/python.mjs';

const CASES = [
  { name: 'arithmetic', source: '(17 * 23 + 4) // 5 - 2 ** 10 % 7 + abs(-3)' },
  { name: 'string', source: "upper('shot') + '_' + zfill(string(42), 6) + '.' + 'exr'.replace('e', 'E')" },
  { name: 'list comprehension', source: '[x * x for x in range(100) if x % 3 == 0]' },
];

export async function measure({ quick }) {
  const python = await pythonPeer();
  const context = { symbols: new SymbolTable(), pathFormat: 'POSIX' };
  const results = [];
  for (const { name, source } of CASES) {
    const count = 2000;
    const expression = Expression.parse(source, { syntax: 'expr' });
    const run = () => {
      for (let index = 0; index < count; index++) expression.evaluate(context);
    };
    const medians = await interleave(
      {
        ours: async () => ((await elapsedMs(run)) / count) * 1000,
        ...('ask' in python && {
          python: async () => ((await python.ask({ measure: 'expression', source, count })) / count) * 1000,
        }),
      },
      { rounds: quick ? 5 : 15, warmUp: 5 },
    );
    const result = { what: `expression: ${name}`, against: 'openjd.expr (Python over Rust)', target: { atLeast: 1 } };
    results.push(
      'python' in medians
        ? {
            ...result,
            value: medians.python / medians.ours,
            figures: `${microseconds(medians.ours)} : ${microseconds(medians.python)}`,
          }
        : { ...result, missing: python.missing, figures: microseconds(medians.ours) },
    );
  }
  python.close?.();
  return results;
}

function microseconds(value) {
  return `${value.toFixed(2)} µs`;
}
