// How fast expressions are read and evaluated: parse once, evaluate often.
// node bench/expressions.mjs   after a build; exit code 1 if a target is missed
// With OJD_PEER_PYTHON naming an interpreter that has openjd-model, the same is measured there and the ratio is printed.
import { spawnSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { Expression, intValue, pathValue, stringValue, SymbolTable } from '@ojd/expr';

const SOURCES = {
  arithmetic: 'Task.Param.Frame * 2 + 1',
  'file name': "Param.Dir / (Param.Name.upper() + '_' + string(Task.Param.Frame).zfill(4) + '.exr')",
  comprehension: 'sum([x * x for x in range(1000) if x % 3 != 0])',
};
/** Thousands of evaluations per second of processor time. */
const TARGETS = { arithmetic: 2000, 'file name': 100, comprehension: 1 };

const symbols = new SymbolTable()
  .set('Param.Dir', pathValue('/renders', 'POSIX'))
  .set('Param.Name', stringValue('scene'))
  .set('Task.Param.Frame', intValue(42));
const context = { symbols, pathFormat: 'POSIX' };

const peer = peerFigures();
let missed = false;
for (const [name, source] of Object.entries(SOURCES)) {
  const expression = Expression.parse(source);
  const evaluating = rateOf(() => expression.evaluate(context));
  const reading = rateOf(() => Expression.parse(source));
  const other = peer?.[name];
  const factor = other === undefined ? '' : `, ${(evaluating / other).toFixed(1)} times the ${other} of openjd-model`;
  const target = TARGETS[name];
  console.log(
    `${name}: ${evaluating.toFixed(1)} thousand evaluations per second, target ${target}${factor}; read ${reading.toFixed(1)} thousand times per second`,
  );
  missed ||= evaluating < target;
}
process.exitCode = missed ? 1 : 0;

/** Thousands of calls per second of processor time, warm: the best of five rounds. */
function rateOf(call) {
  const rates = [];
  for (let round = 0; round < 5; round++) {
    const start = process.cpuUsage();
    const deadline = performance.now() + 300;
    let count = 0;
    while (performance.now() < deadline) {
      for (let i = 0; i < 10; i++) call();
      count += 10;
    }
    const { user, system } = process.cpuUsage(start);
    rates.push((count / (user + system)) * 1000);
  }
  return Math.max(...rates);
}

/** The same of the Python implementation, where an interpreter with it is named. */
function peerFigures() {
  const python = process.env.OJD_PEER_PYTHON;
  if (python === undefined) return undefined;
  const program = `
import json, sys, time
from openjd.expr import ExprType, ExprValue, PathFormat, SymbolTable, parse_expression
symbols = SymbolTable()
symbols["Param.Dir"] = ExprValue("/renders", type=ExprType("path"))
symbols["Param.Name"] = ExprValue("scene")
symbols["Task.Param.Frame"] = ExprValue(42)
figures = {}
for name, source in json.load(sys.stdin).items():
    expression, count, start = parse_expression(source), 0, time.process_time()
    while time.process_time() - start < 0.5:
        expression.evaluate(values=symbols, path_format=PathFormat.POSIX)
        count += 1
    figures[name] = round(count / (time.process_time() - start) / 1000, 2)
print(json.dumps(figures))
`;
  const { stdout, stderr, status } = spawnSync(python, ['-c', program], {
    input: JSON.stringify(SOURCES),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${python} failed: ${stderr}`);
  return JSON.parse(stdout);
}
