import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EnvironmentLayer } from '../../src/variables/environment-layer.ts';
import { SessionVariables } from '../../src/variables/session-variables.ts';
import { platformRules } from '../../src/ports/platform.ts';

const names = ['A', 'B', 'C'];
const name = fc.constantFrom(...names);
const value = fc.constantFrom('1', '2', '3', null);
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('enter' as const), name, value }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('change' as const), name, value }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('exit' as const), name, value }) },
);

test('what entered environments do to a variable, wrap hooks are told as processes get it, whatever was entered and exited before', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const variables = new SessionVariables({
        platform: platformRules('linux'),
        host: {},
        session: {},
        workingDirectory: '/w',
      });
      const entered: EnvironmentLayer[] = [];
      for (const one of steps) {
        const innermost = entered.at(-1);
        if (one.do === 'enter') {
          const layer = variables.newLayer();
          entered.push(layer);
          if (one.value !== null) variables.declare(layer, one.name, one.value);
        } else if (innermost === undefined) continue;
        else if (one.do === 'change') variables.changeByEnvironment(innermost, one.name, one.value);
        else variables.exited(entered.pop() ?? innermost);
        const forProcess = variables.forProcess({}, entered, 'run-1');
        for (const changed of names.filter((known) => entered.some((layer) => layer.changeOf(known) !== undefined)))
          expect(variables.defined.get(changed)).toBe(forProcess[changed]);
      }
    }),
    { numRuns: 2000 },
  );
});
