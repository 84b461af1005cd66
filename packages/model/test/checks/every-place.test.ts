// One mistake is one diagnostic at every place of templates that hold every field: typing errors in keys, values of another
// type, values that are left empty.
import { pathText, safeDecodeTemplate } from '@ojd/model';
import { expect, test } from 'vitest';
import { ENVIRONMENT_SAMPLE, JOB_SAMPLE } from '../rules/samples.ts';

type Path = readonly (string | number)[];

function* places(value: unknown, path: Path = []): Generator<Path> {
  if (path.length > 0) yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    yield* places(Reflect.get(value, key), [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

/** A copy of a template in which the object around a place is another one. */
function replaced(template: object, path: Path, change: (owner: object, key: string | number) => object): object {
  const copy: unknown = JSON.parse(JSON.stringify({ root: template }));
  const [key = '', ...around] = path.toReversed();
  const [last = '', ...first] = ['root', ...around.toReversed()].toReversed();
  let outer: object = Object(copy);
  for (const step of first.toReversed()) outer = Object(Reflect.get(outer, step));
  Reflect.set(outer, last, change(Object(Reflect.get(outer, last)), key));
  return Object(Reflect.get(Object(copy), 'root'));
}

function renamed(owner: object, from: string | number, to: string): object {
  return Object.fromEntries(Object.entries(owner).map(([key, value]) => [key === from ? to : key, value]));
}

const swapped = (key: string): string => {
  const middle = Math.max(0, Math.floor(key.length / 2) - 1);
  return key.slice(0, middle) + key.charAt(middle + 1) + key.charAt(middle) + key.slice(middle + 2);
};

/** A mistake at a place; undefined where it cannot be made. */
type Mistake = (owner: object, key: string | number) => object | undefined;

const rename =
  (change: (key: string) => string): Mistake =>
  (owner, key) =>
    typeof key === 'string' && change(key) !== key ? renamed(owner, key, change(key)) : undefined;

const set =
  (change: (value: unknown) => unknown): Mistake =>
  (owner, key) => {
    const value: unknown = Reflect.get(owner, key);
    const wrong = change(value);
    if (wrong === value) return undefined;
    Reflect.set(owner, key, wrong);
    return owner;
  };

const MISTAKES: readonly (readonly [string, Mistake])[] = [
  ['two letters of a key are swapped', rename(swapped)],
  [
    'a key is written with underscores',
    rename((key) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  ],
  ['a value is left empty', set(() => null)],
  ['a value is wrapped in a list', set((value) => [value])],
  ['a text is a number', set((value) => (typeof value === 'string' ? 12 : value))],
  ['two letters of a text are swapped', set((value) => (typeof value === 'string' ? swapped(value) : value))],
  ['a list is its first element', set((value) => (Array.isArray(value) ? value[0] : value))],
  ['a list is empty', set((value) => (Array.isArray(value) && value.length > 0 ? [] : value))],
];

test.each(MISTAKES)('%s: at no place are there two problems', (_, mistake) => {
  const cascades: string[] = [];
  let made = 0;
  for (const template of [JOB_SAMPLE, ENVIRONMENT_SAMPLE]) {
    for (const path of places(template)) {
      let isMade = true;
      const wrong = replaced(template, path, (owner, key) => {
        const changed = mistake(owner, key);
        isMade = changed !== undefined;
        return changed ?? owner;
      });
      if (!isMade) continue;
      made += 1;
      const outcome = safeDecodeTemplate(wrong);
      const problems = outcome.ok ? [] : outcome.diagnostics.filter(({ severity }) => severity === 'error');
      if (problems.length > 1)
        cascades.push(
          `${pathText(path)}: ${problems.map(({ code, path: at }) => `${code} ${pathText(at)}`).join(', ')}`,
        );
    }
  }
  expect(cascades).toEqual([]);
  expect(made).toBeGreaterThan(50);
});
