// How long do the worst texts within the default limits take? Prints one line for each: its size, the time, what was said.
//
//     npm run build && node packages/model/scripts/decode-much.mjs [NAME...]
//
// Not a part of `npm test`: the figures are those of the machine. docs/security.md says what they were.
import { safeDecodeTemplate } from '../dist/index.js';

const HEAD = 'specificationVersion: jobtemplate-2023-09\nname: Much\n';
const MEBIBYTE = 1024 * 1024;
const lines = (count, line) => Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
const filled = (start, piece) => start + piece.repeat((16 * MEBIBYTE - start.length) / piece.length);

const TEXTS = {
  anchors: () => `${HEAD}a:\n${lines(900_000, (index) => `- &a${index} x`)}`,
  comments: () => `${HEAD}${lines(800_000, () => '    # a comment')}steps: !!seq []\n`,
  steps: () =>
    `${HEAD}steps:\n${lines(120_000, (index) => `- {name: S${index}, script: {actions: {onRun: {command: x}}}}`)}`,
  variables: () =>
    `${HEAD}steps: []\njobEnvironments:\n- name: E\n  variables:\n${lines(900_000, (index) => `    V${index}: x`)}`,
  quotes: () => filled(`${HEAD}a: "`, '"\n'),
  brackets: () => filled(`${HEAD}a: `, '[]'),
  blanks: () => filled(`${HEAD}a: !!str x\n`, '\n'),
};

const names = process.argv.slice(2);
for (const [name, make] of Object.entries(TEXTS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const text = make();
  const start = performance.now();
  const outcome = safeDecodeTemplate(text);
  const tookMs = Math.round(performance.now() - start);
  const said = outcome.ok ? 'ok' : outcome.diagnostics[0]?.code;
  process.stdout.write(`${name.padEnd(10)} ${(text.length / MEBIBYTE).toFixed(1)} MiB ${tookMs} ms ${said}\n`);
}
