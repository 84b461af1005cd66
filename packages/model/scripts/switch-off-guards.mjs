// Which `if` could be taken away and no test would notice? Every `if` of some folders of the sources is switched off in
// turn, and the tests that came by it are run. Not a part of `npm test`; the survivors are for a person to sort.
//
//     node packages/model/scripts/switch-off-guards.mjs jobs parameters spaces checks/scope
//
// Arguments are beginnings of paths in src. The tests are bundled once and run in one process, so that a guard costs
// milliseconds; a guard whose absence makes an endless loop costs its process, and is noticed.
import { fork } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const model = fileURLToPath(new URL('..', import.meta.url));
/** Tests that are slow for this purpose, or are about other things than guards. */
const LEFT_OUT =
  /mutations|hostile|much|composing|no-guesses|mutated-templates|plain-yaml|generated|documentation|compiler-work|package\.test/;
const PATIENCE_MS = 20_000;

const say = (line) => process.stdout.write(`${line}\n`);

/** Where the `)` of an opening parenthesis is; strings and regular expressions with parentheses are rare in conditions. */
function closing(text, open) {
  let depth = 0;
  let quote = '';
  for (let at = open; at < text.length; at++) {
    const char = text[at];
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === "'" || char === '"' || char === '`') quote = char;
    else if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return at;
    else if (char === '/' && /[(=!&|]\s*$/.test(text.slice(0, at))) {
      const literal = /^\/(?:\\.|\[(?:\\.|[^\]])*\]|[^/\\[\n])+\//.exec(text.slice(at));
      if (literal !== null) at += literal[0].length - 1;
    }
  }
  throw new Error(`no end of the condition at ${open}`);
}

/** The source with a switch in every `if`; the guards are added to the list. */
function withSwitches(file, guards) {
  const source = readFileSync(file, 'utf8');
  let result = '';
  let from = 0;
  for (const { index, 0: head } of source.matchAll(/(?<=^|[ ;])if \(/gm)) {
    const lineStart = source.lastIndexOf('\n', index) + 1;
    if (/^\s*(?:\*|\/\/|\/\*)/.test(source.slice(lineStart, index + 1))) continue;
    const open = index + head.length - 1;
    const close = closing(source, open);
    const line = source.slice(0, index).split('\n').length;
    result += `${source.slice(from, open)}(globalThis.guard(${guards.length}) && (`;
    from = open + 1;
    guards.push(`${relative(model, file)}:${line}: ${source.slice(open, close + 1).replaceAll(/\s+/g, ' ')}`);
    result += `${source.slice(from, close)}))`;
    from = close + 1;
  }
  return result + source.slice(from);
}

/** What the bundled tests find in place of vitest: it remembers them. */
const SHIM = `
export const { expect } = globalThis;
export const vi = {};
export const afterEach = () => {}, beforeEach = () => {}, beforeAll = () => {}, afterAll = () => {};
const titles = [];
const callback = (a, b) => (typeof a === 'function' ? a : b);
export function describe(title, a, b) { titles.push(title); callback(a, b)(); titles.pop(); }
export function test(title, a, b) { globalThis.tests.push({ title: [...titles, title].join(' > '), run: callback(a, b) }); }
const each = (define) => (rows) => (title, a, b) => {
  for (const [at, row] of rows.entries()) define(title + ' #' + at, () => callback(a, b)(...(Array.isArray(row) ? row : [row])));
};
for (const define of [describe, test]) Object.assign(define, {
  each: each(define), for: (rows) => (title, a, b) => rows.forEach((row, at) => define(title + ' #' + at, () => callback(a, b)(row))),
  skip: () => {}, skipIf: () => () => {}, runIf: () => define, todo: () => {},
});
export const it = test;
export const expectTypeOf = () => new Proxy(() => {}, { get: (_, key, proxy) => proxy, apply: (_, self, args) => expectTypeOf() });
`;

async function bundle(folder, prefixes) {
  const guards = [];
  const tests = readdirSync(join(model, 'test'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.test.ts') && !LEFT_OUT.test(file),
  );
  await build({
    stdin: { contents: tests.map((file) => `import './test/${file}';`).join('\n'), resolveDir: model },
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@ojd/source'],
    outfile: join(folder, 'tests.mjs'),
    logLevel: 'error',
    // The package says that its modules have no side effects; tests have nothing else.
    ignoreAnnotations: true,
    banner: {
      js: `import { createRequire } from 'node:module'; const require = createRequire(${JSON.stringify(import.meta.url)});`,
    },
    plugins: [
      {
        name: 'switches',
        setup(setup) {
          setup.onResolve({ filter: /^vitest$/ }, () => ({ path: 'vitest', namespace: 'shim' }));
          setup.onLoad({ filter: /.*/, namespace: 'shim' }, () => ({ contents: SHIM }));
          setup.onLoad({ filter: /packages\/model\/src\/.*\.ts$/ }, ({ path }) => {
            const name = relative(join(model, 'src'), path);
            if (!prefixes.some((prefix) => name.startsWith(prefix))) return undefined;
            return { contents: withSwitches(path, guards), loader: 'ts' };
          });
        },
      },
    ],
  });
  return guards;
}

async function isGreen(test) {
  try {
    await test.run();
    return true;
  } catch {
    return false;
  }
}

/** In a process of its own: says which guards no test misses, beginning with a given one. */
async function run(file, first, count) {
  const require = createRequire(import.meta.resolve('vitest'));
  // A dependency of vitest, and none of this package.
  const vitest = await import(pathToFileURL(require.resolve(['@vitest', 'expect'].join('/'))));
  for (const part of ['JestExtend', 'JestChaiExpect', 'JestAsymmetricMatchers']) vitest.chai.use(vitest[part]);
  globalThis.expect = Object.assign((value, message) => vitest.chai.expect(value, message), vitest.chai.expect);
  globalThis[vitest.GLOBAL_EXPECT] = globalThis.expect;
  vitest.setState(
    { assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null },
    globalThis.expect,
  );
  let off = -1;
  let passed = new Set();
  globalThis.tests = [];
  globalThis.guard = (id) => {
    passed.add(id);
    return id !== off;
  };
  await import(pathToFileURL(file));
  // What runs while modules are loaded comes before every test.
  const always = passed;
  const sound = [];
  for (const test of globalThis.tests) {
    passed = new Set(always);
    const start = performance.now();
    if (await isGreen(test)) sound.push({ ...test, guards: passed, tookMs: performance.now() - start });
    else process.send({ unsound: test.title });
  }
  // The quick ones are asked first.
  sound.sort((a, b) => a.tookMs - b.tookMs);
  process.send({ tests: sound.length });
  for (off = first; off < count; off++) {
    process.send({ begins: off });
    let noticed;
    for (const test of sound) {
      if (test.guards.has(off) && !(await isGreen(test))) noticed = test.title;
      if (noticed !== undefined) break;
    }
    process.send({ ends: off, noticed, reached: sound.some(({ guards }) => guards.has(off)) });
  }
  process.disconnect();
}

async function main(prefixes) {
  const folder = mkdtempSync(join(model, '../../node_modules/.ojd-guards-'));
  try {
    const guards = await bundle(folder, prefixes);
    let next = 0;
    let survivors = 0;
    while (next < guards.length) {
      const child = fork(fileURLToPath(import.meta.url), ['--run', join(folder, 'tests.mjs'), next, guards.length], {
        stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      });
      await new Promise((resolve) => {
        let timer;
        child.on('message', (message) => {
          clearTimeout(timer);
          if (message.unsound !== undefined && next === 0) say(`left out: ${message.unsound}`);
          if (message.tests !== undefined && next === 0) say(`${guards.length} guards, ${message.tests} tests`);
          if (message.begins !== undefined) {
            next = message.begins + 1;
            timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
          }
          if (message.ends !== undefined && message.noticed === undefined) {
            survivors++;
            say(`${message.reached ? 'unnoticed' : 'unreached'}: ${guards[message.ends]}`);
          }
        });
        child.on('exit', () => {
          clearTimeout(timer);
          resolve(undefined);
        });
      });
    }
    say(`${survivors} of ${guards.length} guards could go unnoticed`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [first, ...others] = process.argv.slice(2);
if (first === '--run') await run(others[0], Number(others[1]), Number(others[2]));
else await main(first === undefined ? ['jobs', 'parameters', 'spaces', 'checks/scope'] : [first, ...others]);
