import { IntRangeExpr } from '@ojd/expr';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { StepParameterSpaceIterator } from '../../src/spaces/step-parameter-space-iterator.ts';
import type { ResolvedTaskParameter } from '../../src/spaces/types.ts';
import { chunked, column, combination, values } from './spaces.ts';
import type { Sketch } from './spaces.ts';

const integers = fc.uniqueArray(fc.integer({ min: -30, max: 60 }), { minLength: 1, maxLength: 12 });

/** A parameter of a wanted length: a range, a list of integers, decimals or words, some of them repeated. */
function parameter(name: string, length: number): fc.Arbitrary<ResolvedTaskParameter> {
  return fc.oneof(
    fc
      .uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: length, maxLength: length })
      .map((range) => ({ name, type: 'INT', range: IntRangeExpr.fromValues(range) }) as const),
    fc
      .array(fc.integer({ min: 0, max: 5 }), { minLength: length, maxLength: length })
      .map((range) => ({ name, type: 'INT', range: range.map(String) }) as const),
    fc
      .array(fc.constantFrom('0.5', '1.25', '2e3', '7'), { minLength: length, maxLength: length })
      .map((range) => ({ name, type: 'FLOAT', range }) as const),
    fc
      .array(fc.constantFrom('a', 'b', 'é', '__proto__'), { minLength: length, maxLength: length })
      .map((range) => ({ name, type: 'STRING', range }) as const),
  );
}

interface Drawn {
  readonly sketch: Sketch;
  readonly parameters: readonly ResolvedTaskParameter[];
  readonly size: number;
}

/** A combination of an exact size: a parameter, a product of two factors, or an association of two of that size. */
function drawn(size: number, depth: number, prefix: string): fc.Arbitrary<Drawn> {
  const leaf = parameter(prefix, size).map((only): Drawn => ({ sketch: prefix, parameters: [only], size }));
  if (depth === 0) return leaf;
  const join = (kind: 'product' | 'association', a: Drawn, b: Drawn): Drawn => ({
    sketch: kind === 'product' ? { product: [a.sketch, b.sketch] } : { association: [a.sketch, b.sketch] },
    parameters: [...a.parameters, ...b.parameters],
    size: kind === 'product' ? a.size * b.size : a.size,
  });
  const factors = [1, 2, 3].filter((factor) => size % factor === 0);
  const product = fc
    .constantFrom(...factors)
    .chain((factor) => fc.tuple(drawn(factor, depth - 1, `${prefix}a`), drawn(size / factor, depth - 1, `${prefix}b`)))
    .map(([a, b]) => join('product', a, b));
  const association = fc
    .tuple(drawn(size, depth - 1, `${prefix}a`), drawn(size, depth - 1, `${prefix}b`))
    .map(([a, b]) => join('association', a, b));
  return fc.oneof(leaf, product, association);
}

const anySpace = fc.constantFrom(1, 2, 3, 4, 6, 9, 12).chain((size) => drawn(size, 2, 'P'));

function iteratorOf({ parameters, sketch }: Drawn): StepParameterSpaceIterator {
  return new StepParameterSpaceIterator({ taskParameterDefinitions: parameters, combination: combination(sketch) });
}

/** All tasks of a combination, the plain way. */
function spelledOut(sketch: Sketch, parameters: ReadonlyMap<string, readonly string[]>): Record<string, string>[] {
  if (typeof sketch === 'string') return (parameters.get(sketch) ?? []).map((value) => ({ [sketch]: value }));
  if ('association' in sketch) {
    const members = sketch.association.map((member) => spelledOut(member, parameters));
    return (members[0] ?? []).map((_, index) => Object.assign({}, ...members.map((member) => member[index])));
  }
  return sketch.product
    .map((member) => spelledOut(member, parameters))
    .reduce((all, member) => all.flatMap((left) => member.map((right) => ({ ...left, ...right }))), [{}]);
}

test('the walk agrees with spelling everything out, and with at', () => {
  fc.assert(
    fc.property(anySpace, (space) => {
      const tasks = iteratorOf(space);
      const lists = new Map(space.parameters.map(({ name, range }) => [name, Array.from(range, String)]));
      const all = [...tasks];
      expect(all.map(values)).toEqual(spelledOut(space.sketch, lists));
      expect(tasks.size).toBe(BigInt(space.size));
      for (const [index, set] of all.entries()) {
        expect(tasks.at(index)).toEqual(set);
        expect(tasks.at(BigInt(index) - tasks.size)).toEqual(set);
      }
    }),
  );
});

test('indexOf is the first index at which at gives the set', () => {
  fc.assert(
    fc.property(anySpace, (space) => {
      const tasks = iteratorOf(space);
      const texts = [...tasks].map((set) => JSON.stringify(set));
      for (const [index, text] of texts.entries()) {
        const set = tasks.at(index);
        expect(tasks.indexOf(set)).toBe(BigInt(texts.indexOf(text)));
        expect(tasks.has(set)).toBe(true);
      }
    }),
  );
});

test('the size of a product is the product of the sizes, of an association the size of each member', () => {
  fc.assert(
    fc.property(drawn(6, 1, 'A'), drawn(6, 1, 'B'), (a, b) => {
      const parameters = [...a.parameters, ...b.parameters];
      const product = iteratorOf({ parameters, sketch: { product: [a.sketch, b.sketch] }, size: 36 });
      const association = iteratorOf({ parameters, sketch: { association: [a.sketch, b.sketch] }, size: 6 });
      expect(product.size).toBe(36n);
      expect(association.size).toBe(6n);
    }),
  );
});

const constraint = fc.constantFrom('CONTIGUOUS' as const, 'NONCONTIGUOUS' as const);
const ranged = fc.tuple(integers, fc.boolean()).map(([all, asList]) => ({
  values: asList ? all : all.toSorted((a, b) => a - b),
  range: asList ? all.map(String) : IntRangeExpr.fromValues(all).toString(),
}));

function iterateChunks(
  range: string | readonly string[],
  count: number,
  kind: 'CONTIGUOUS' | 'NONCONTIGUOUS',
  target?: number,
) {
  return new StepParameterSpaceIterator({
    taskParameterDefinitions: [chunked('F', range, count, kind, target)],
    combination: combination('F'),
  });
}

test('chunks partition the range, in its order and with at most the wanted number of values', () => {
  fc.assert(
    fc.property(
      ranged,
      fc.integer({ min: 1, max: 15 }),
      constraint,
      fc.boolean(),
      ({ values: all, range }, count, kind, adaptive) => {
        const chunks = column(iterateChunks(range, count, kind, adaptive ? 60 : undefined), 'F');
        const parts = chunks.map((chunk) => Array.from(IntRangeExpr.parse(chunk), Number));
        expect(parts.every((part) => part.length <= count)).toBe(true);
        expect(parts.flat().toSorted((a, b) => a - b)).toEqual(all.toSorted((a, b) => a - b));
        const wellFormed =
          kind === 'NONCONTIGUOUS'
            ? chunks.length === Math.ceil(all.length / count)
            : chunks.every((chunk) => /^-?\d+--?\d+$/.test(chunk));
        expect(wellFormed).toBe(true);
      },
    ),
  );
});

test('the text of a chunk is canonical, wherever it was cut', () => {
  fc.assert(
    fc.property(ranged, fc.integer({ min: 1, max: 15 }), fc.boolean(), ({ range }, count, adaptive) => {
      for (const chunk of column(iterateChunks(range, count, 'NONCONTIGUOUS', adaptive ? 60 : undefined), 'F')) {
        expect(chunk).toBe(IntRangeExpr.fromValues(IntRangeExpr.parse(chunk)).toString());
      }
    }),
  );
});

test('the sizes of static chunks differ by one at most within a run', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 20 }), constraint, (length, count, kind) => {
      const sizes = column(iterateChunks(`1-${length}`, count, kind), 'F').map((chunk) =>
        Number(IntRangeExpr.parse(chunk).length),
      );
      expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
    }),
  );
});

test('at and indexOf of chunks are inverse, and has takes every part of the range', () => {
  fc.assert(
    fc.property(ranged, fc.integer({ min: 1, max: 15 }), constraint, ({ values: all, range }, count, kind) => {
      const tasks = iterateChunks(range, count, kind);
      for (const [index, set] of [...tasks].entries()) {
        expect(tasks.at(index)).toEqual(set);
        expect(tasks.indexOf(set)).toBe(BigInt(index));
        expect(tasks.has(set)).toBe(true);
      }
      for (const value of all) {
        const text = kind === 'CONTIGUOUS' ? `${value}-${value}` : String(value);
        expect(tasks.has({ F: { type: 'CHUNK[INT]', value: text } })).toBe(true);
      }
    }),
  );
});

test('has of a noncontiguous chunk is the subset relation of sets', () => {
  fc.assert(
    fc.property(integers, integers, fc.boolean(), (whole, part, asList) => {
      const range = asList ? whole.map(String) : IntRangeExpr.fromValues(whole).toString();
      const value = IntRangeExpr.fromValues(part).toString();
      const inside = part.every((one) => whole.includes(one));
      expect(iterateChunks(range, 3, 'NONCONTIGUOUS').has({ F: { type: 'CHUNK[INT]', value } })).toBe(inside);
    }),
    { numRuns: 500 },
  );
});
