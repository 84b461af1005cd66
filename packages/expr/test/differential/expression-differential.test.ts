import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  boolValue,
  ExprError,
  Expression,
  floatValue,
  INT,
  IntRangeExpr,
  intValue,
  listValue,
  pathValue,
  rangeValue,
  STRING,
  stringValue,
  SymbolTable,
  typeOf,
  typeText,
  valueText,
} from '@ojd/expr';
import { expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { type Disagreement, explain } from './known-differences.ts';
import { type RandomExpression, RandomExpressions } from './random-expression.ts';

const python = process.env['OJD_PEER_PYTHON'];
const COUNT = 20_000;
const NO_ANSWER: Answer = { refused: 'no answer' };
/** Others can be tried: what is listed explains every disagreement of any seed. */
const SEED = Number(process.env['OJD_DIFFERENTIAL_SEED'] ?? 20_260_223);

const symbols = new SymbolTable()
  .set('Param.I', intValue(42))
  .set('Param.F', floatValue(2.5, '2.500'))
  .set('Param.B', boolValue(true))
  .set('Param.S', stringValue('Scene_v01'))
  .set('Param.P', pathValue('/shows/a/scene.0010.exr', 'POSIX'))
  .set('Param.R', rangeValue(IntRangeExpr.parse('1-10:2')))
  .set('Param.L', listValue([intValue(5), intValue(-1), intValue(5)], INT))
  .set('Param.LS', listValue([stringValue('b'), stringValue('a c')], STRING));

const peerSymbols = {
  'Param.I': ['int', 42],
  'Param.F': ['float', '2.500'],
  'Param.B': ['bool', true],
  'Param.S': ['string', 'Scene_v01'],
  'Param.P': ['path', '/shows/a/scene.0010.exr'],
  'Param.R': ['range_expr', '1-10:2'],
  'Param.L': ['list[int]', [5, -1, 5]],
  'Param.LS': ['list[string]', ['b', 'a c']],
};

function ours(expression: string): Answer {
  try {
    const value = Expression.parse(expression).evaluate({ symbols, pathFormat: 'POSIX' });
    return { type: typeText(typeOf(value)), text: value.kind === 'null' ? 'null' : valueText(value) };
  } catch (error) {
    if (!(error instanceof ExprError)) throw new Error(`${expression} broke the evaluator`, { cause: error });
    return { refused: `${error.problems[0]?.code}: ${error.problems[0]?.message}` };
  }
}

function askPeer(interpreter: string, expressions: readonly string[]): readonly Answer[] {
  const script = fileURLToPath(new URL('peer.py', import.meta.url));
  const input = [peerSymbols, ...expressions].map((line) => JSON.stringify(line)).join('\n');
  const { stdout, stderr, status } = spawnSync(interpreter, [script], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  if (status !== 0) throw new Error(`The reference ended with ${status}: ${stderr}`);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

function agree(a: Answer, b: Answer): boolean {
  if ('refused' in a || 'refused' in b) return 'refused' in a && 'refused' in b;
  return a.type === b.type && a.text === b.text;
}

test(
  `the reference agrees on ${COUNT} random expressions, or the difference is a known one`,
  { timeout: 300_000 },
  (context) => {
    if (python === undefined) {
      context.skip('needs an interpreter with the package openjd-model: set OJD_PEER_PYTHON to its path');
      return;
    }
    const random = new RandomExpressions(SEED);
    const expressions = Array.from({ length: COUNT }, () => random.next());
    const theirs = askPeer(python, expressions.map(textOf));
    expect(theirs).toHaveLength(COUNT);

    const inDispute = expressions.filter((expression, i) => !agree(ours(expression.text), theirs[i] ?? NO_ANSWER));
    const parts = [...new Set(inDispute.flatMap(allPartsOf).map(textOf))];
    const aboutParts = askPeer(python, parts);
    const peer = new Map(parts.map((part, i) => [part, aboutParts[i] ?? NO_ANSWER]));
    const unexplained = inDispute
      .flatMap((expression) => rootsOf(expression, peer))
      .filter((disagreement) => explain(disagreement) === undefined);
    expect(unexplained).toEqual([]);
    // Agreement in failing alone would prove little.
    expect(theirs.filter((answer) => !('refused' in answer)).length).toBeGreaterThan(COUNT / 3);
  },
);

function textOf({ text }: RandomExpression): string {
  return text;
}

function allPartsOf(expression: RandomExpression): readonly RandomExpression[] {
  return [expression, ...expression.parts.flatMap(allPartsOf)];
}

/** Where a disagreement begins: the innermost expressions that the two do not agree on. */
function rootsOf(expression: RandomExpression, peer: ReadonlyMap<string, Answer>): readonly Disagreement[] {
  const mine = ours(expression.text);
  const answer = peer.get(expression.text) ?? NO_ANSWER;
  if (agree(mine, answer)) return [];
  const roots = expression.parts.flatMap((part) => rootsOf(part, peer));
  if (roots.length > 0) return roots;
  return [{ expression, ours: mine, theirs: answer, parts: expression.parts.map((part) => ours(part.text)) }];
}
