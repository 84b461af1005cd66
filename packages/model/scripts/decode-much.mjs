// How long do the most expensive texts within the default limits hold a decoder? Prints the table of docs/security.md.
//
//     npm run build && node packages/model/scripts/decode-much.mjs
//
// Not a part of `npm test`: the figures are those of the machine, in seconds of one processor.
import { safeDecodeTemplate } from '../dist/index.js';

const HEAD = 'specificationVersion: jobtemplate-2023-09\nname: Demo\n';
const RUN = 'script: {actions: {onRun: {command: a}}}';

const lines = (count, line) => Array.from({ length: count }, (_, index) => line(index)).join('\n');

const TEXTS = {
  '900,000 variables of an environment': () =>
    `${HEAD}jobEnvironments:\n- name: E\n  variables:\n${lines(900_000, (index) => `    V${index}: a`)}\nsteps: [{name: S, ${RUN}}]\n`,
  '120,000 steps': () => `${HEAD}steps:\n${lines(120_000, (index) => `- {name: S${index}, ${RUN}}`)}\n`,
  '900,000 values with an anchor': () => `${HEAD}steps:\n${'- &a x\n'.repeat(900_000)}`,
  '900,000 values with an anchor and a tag': () => `${HEAD}steps:\n${'- &a !!str x\n'.repeat(900_000)}`,
  '490,000 mappings of one key in long form': () => `${HEAD}steps:\n${'- ? a\n  : b\n'.repeat(490_000)}`,
  '300,000 pairs in a list': () => `${HEAD}steps: [${'a: b, '.repeat(300_000)}]\n`,
  '900,000 unknown tags': () => `${HEAD}steps:\n${'- !a x\n'.repeat(900_000)}`,
  '900,000 wrong escapes': () =>
    `${HEAD}steps:\n${String.raw`- "\q"`}\n`.replace(/- .*\n$/, (line) => line.repeat(900_000)),
  '900,000 times one key': () => `${HEAD}${'name: 1\n'.repeat(900_000)}`,
  '3,000,000 comments': () => `#${'a\n#'.repeat(3_000_000)}`,
  '16,000,000 blank lines': () => '\n'.repeat(16_000_000),
  '8,000,000 dashes': () => '- '.repeat(8_000_000),
  '16,000,000 quotes': () => `${HEAD}a: "${'"\n'.repeat(8_000_000)}`,
  '16,000,000 brackets': () => '['.repeat(16_000_000),
};

const say = (line) => process.stdout.write(`${line}\n`);

say('| text | MB | seconds | outcome |');
say('| --- | --- | --- | --- |');
for (const [name, textOf] of Object.entries(TEXTS)) {
  const text = textOf();
  const start = process.cpuUsage();
  const outcome = safeDecodeTemplate(text);
  const { user, system } = process.cpuUsage(start);
  const [first] = outcome.ok ? [] : outcome.diagnostics;
  const told = first === undefined ? 'a template' : `\`${first.code}\``;
  say(`| ${name} | ${(text.length / 1e6).toFixed(1)} | ${((user + system) / 1e6).toFixed(1)} | ${told} |`);
}
