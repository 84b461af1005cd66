// Rules about host requirements and parameter spaces (Template Schemas 3.3, 3.4).
import { closestName, type DiagnosticPath } from '@ojd/expr';
import { compareDecimals, isDecimal } from '../documents/numbers.ts';
import { childOf, type DocumentNode, quote, textOf } from '../documents/nodes.ts';
import { type RangeLimit, rangeExprOf } from '../documents/range-pieces.ts';
import { capabilityProblem, severalValuesProblem, standardValueProblem } from '../schema/capabilities.ts';
import { combinationNames, parseCombination, unequalLengths } from '../combinations/combination.ts';
import type { CombinationNode } from '../combinations/combination.ts';
import { unknownName } from './causes.ts';
import { itemsOf, uniqueIn } from './names.ts';
import type { ShapeCheck } from './shape-check.ts';
import { definitionsUnder, hasUnreadableTasks, illegibleNames, nameOf } from './unreadable.ts';

const MAX_REQUIREMENTS = 50;
const MAX_COMBINATION = 1280;

export const uniqueAmounts: ShapeCheck = uniqueIn({
  id: 'amounts-unique',
  list: 'amounts',
  key: 'name',
  code: 'capability-repeated',
  noun: 'amount',
  hint: 'Merge the two.',
  fold: (name) => name.toLowerCase(),
});

export const uniqueAttributes: ShapeCheck = uniqueIn({
  id: 'attributes-unique',
  list: 'attributes',
  key: 'name',
  code: 'capability-repeated',
  noun: 'attribute',
  hint: 'Merge the two.',
  fold: (name) => name.toLowerCase(),
});

/** A rule: an object says at least one of some keys. */
function saysOneOf(id: string, noun: string, ...keys: string[]): ShapeCheck {
  return {
    id,
    run(node, path, { report }) {
      if (keys.some((key) => childOf(node, key) !== undefined)) return;
      if (report.hasStandIn(path, keys, true)) return;
      const message = `${noun} need${noun.endsWith('s') ? '' : 's'} ${keys.map(quote).join(', ')} or both, and there is neither.`;
      report.add({ code: 'host-requirements-empty', message, hint: 'Add one of them.', path, at: 'object' });
    },
  };
}

export const requirementsNotEmpty: ShapeCheck = saysOneOf(
  'requirements-not-empty',
  'Host requirements',
  'amounts',
  'attributes',
);
export const amountNotEmpty: ShapeCheck = saysOneOf('amount-not-empty', 'An amount', 'min', 'max');
export const attributeNotEmpty: ShapeCheck = saysOneOf('attribute-not-empty', 'An attribute', 'anyOf', 'allOf');

/** 3.3: at most 50 requirements together. */
export const requirementsNotTooMany: ShapeCheck = {
  id: 'requirements-not-too-many',
  run(node, path, { report }) {
    const amounts = itemsOf(childOf(node, 'amounts')).length;
    const attributes = itemsOf(childOf(node, 'attributes')).length;
    // A list that is too long by itself was reported.
    if (amounts + attributes <= MAX_REQUIREMENTS || Math.max(amounts, attributes) > MAX_REQUIREMENTS) return;
    const message = `Expected at most ${MAX_REQUIREMENTS} amounts and attributes together, found ${amounts + attributes}.`;
    report.add({ code: 'host-requirements-too-many', message, hint: 'Remove some.', path, at: 'object' });
  },
};

/** 3.3.1.1, 3.3.2.1: reserved names are for the standard capabilities. */
export function capabilityNotReserved(kind: 'amount' | 'attr'): ShapeCheck {
  return {
    id: `${kind}-not-reserved`,
    run(node, path, { profile, report }) {
      const name = textOf(childOf(node, 'name'));
      if (name === undefined || name.includes('{{')) return;
      const problem = capabilityProblem(kind, name, profile);
      const here = [...path, 'name'];
      if (problem !== undefined) report.add({ ...problem, path: here, premises: [here] });
    },
  };
}

/** 3.3.1: `min` is not above `max`. */
export const amountBoundsInOrder: ShapeCheck = {
  id: 'amount-bounds-in-order',
  run(node, path, { report }) {
    const [min, max] = ['min', 'max'].map((key) => decimalOf(childOf(node, key)));
    if (min === undefined || max === undefined || compareDecimals(min, max) <= 0) return;
    const message = `min is ${min} and max is ${max}: no host can satisfy both.`;
    const premises = [
      [...path, 'min'],
      [...path, 'max'],
    ];
    const related = [{ message: 'max is here', path: [...path, 'max'] }];
    const hint = 'Swap the two, or correct one.';
    report.add({ code: 'amount-bounds-crossed', message, hint, path: [...path, 'min'], related, premises });
  },
};

function decimalOf(node: DocumentNode | undefined): string | undefined {
  if (node?.kind !== 'scalar' || node.value === null || typeof node.value === 'boolean') return undefined;
  const text = typeof node.value === 'bigint' ? String(node.value) : node.text.trim();
  return isDecimal(text) ? text : undefined;
}

/** What is said of any attribute value says less than which values a standard one has. */
const LESSER = ['attribute-value', 'string-too-long'] as const;

/** 3.3.2.1: standard attributes have known values, and one of them at a time. */
export const standardAttributeValues: ShapeCheck = {
  id: 'standard-attribute-values',
  run(node, path, { formatStrings, profile, report }) {
    const name = textOf(childOf(node, 'name'));
    if (name === undefined || name.includes('{{')) return;
    for (const list of ['anyOf', 'allOf'] as const) {
      const values = itemsOf(childOf(node, list)).map((item) => textOf(item) ?? '');
      // An expression that fills its field may give null or a list (Expression Language 1.3.2).
      const mayDrop = (text: string): boolean =>
        profile.syntax === 'expr' && formatStrings.get(text)?.isWholeField === true;
      const certain = values.filter((value) => !mayDrop(value)).length;
      const premises = [[...path, 'name']];
      for (const [index, value] of values.entries()) {
        const problem = value === '' || value.includes('{{') ? undefined : standardValueProblem(name, value);
        const here = [...path, list, index];
        if (problem !== undefined) report.add({ ...problem, path: here, premises, insteadOf: LESSER });
      }
      const several = severalValuesProblem(name, list, certain);
      const here = [...path, list];
      if (several !== undefined) report.add({ ...several, path: here, premises: [...premises, here] });
    }
  },
};

/** 3.4: one CHUNK[INT] parameter for each step. */
export const oneChunkParameter: ShapeCheck = {
  id: 'one-chunk-parameter',
  run(node, path, { profile, report }) {
    if (!profile.extensions.has('TASK_CHUNKING')) return;
    const chunked = itemsOf(childOf(node, 'taskParameterDefinitions')).flatMap((item, index) =>
      isChunk(item) ? [index] : [],
    );
    for (const index of chunked.slice(1)) {
      const here = (at: number): DiagnosticPath => [...path, 'taskParameterDefinitions', at, 'type'];
      const message = 'Another task parameter is CHUNK[INT] already, and a step has at most one.';
      report.add({
        code: 'chunk-several',
        message,
        hint: 'Make all but one of them INT.',
        path: here(index),
        related: [{ message: 'first here', path: here(chunked[0] ?? 0) }],
        // A definition that stands there twice is one mistake.
        premises: [[...path, 'taskParameterDefinitions', index, 'name']],
      });
    }
  },
};

const isChunk = (item: DocumentNode): boolean => textOf(childOf(item, 'type'))?.toUpperCase() === 'CHUNK[INT]';

/** 3.4.3: what a combination expression names, and how often. */
export const combinationFits: ShapeCheck = {
  id: 'combination-fits',
  run(node, path, { report }) {
    const text = textOf(childOf(node, 'combination'));
    // A text that is too long was reported.
    if (text === undefined || text === '' || text.length > 4 * MAX_COMBINATION) return;
    const here = [...path, 'combination'];
    const outcome = parseCombination(text);
    if (!outcome.ok) {
      // A name that is none was reported where it is defined.
      if (illegibleNames(node, 'taskParameterDefinitions').some((name) => text.includes(name))) return;
      const hint = 'Write "A * B" for every pair of values, "(A, B)" for values in lockstep.';
      report.add({ code: 'combination-syntax', ...outcome.problem, hint, path: here });
      return;
    }
    const defined = definitionsUnder(node, 'taskParameterDefinitions').map((item) => nameOf(item) ?? '');
    const blind = hasUnreadableTasks(node, report);
    const seen = new Set<string>();
    for (const { name, span } of combinationNames(outcome.tokens)) {
      if (!defined.includes(name)) {
        // One that could not be read may be the one that is meant.
        if (blind) continue;
        const close = closestName(name, defined);
        const message = `There is no task parameter ${quote(name)}.`;
        report.add({
          code: 'combination-parameter-unknown',
          message,
          path: here,
          span,
          hint: close === undefined ? `Task parameters: ${defined.join(', ')}.` : `Did you mean ${quote(close)}?`,
          cause: unknownName(`Task.Param.${name}`, here),
        });
      } else if (seen.has(name)) {
        const message = `The task parameter ${quote(name)} stands in the combination already.`;
        const hint = 'Remove one of the two.';
        report.add({ code: 'combination-parameter-repeated', message, hint, path: here, span });
      }
      seen.add(name);
    }
    const unknown = [...seen].filter((name) => !defined.includes(name));
    const missing = defined.filter((name) => name !== '' && !seen.has(name));
    // A name that is unknown and one that is missing are one mistake: a typing error.
    if (blind || missing.length <= unknown.length) return;
    const message = `The combination leaves out ${missing.map(quote).join(', ')}: each task parameter stands in it once.`;
    const hint = `Add ${missing.length === 1 ? 'it' : 'them'}, for example with "*".`;
    report.add({ code: 'combination-parameter-missing', message, hint, path: here });
  },
};

/** 3.4.3: members of an association have equally many values, as far as the template says how many. */
export const associationLengths: ShapeCheck = {
  id: 'association-lengths',
  run(node, path, { report, limits }) {
    const text = textOf(childOf(node, 'combination'));
    const outcome = text === undefined ? undefined : parseCombination(text);
    if (outcome?.ok !== true) return;
    // Of names that are wrong, and of definitions that could not be read, nobody knows how many values they have.
    if (report.isBroken([...path, 'combination']) || hasUnreadableTasks(node, report)) return;
    const sizes = new Map<string, bigint>();
    for (const [index, item] of itemsOf(childOf(node, 'taskParameterDefinitions')).entries()) {
      const size = rangeSize(childOf(item, 'range'), limits);
      const name = textOf(childOf(item, 'name'));
      const broken = report.isBroken([...path, 'taskParameterDefinitions', index, 'range']);
      if (name !== undefined && size !== undefined && !broken) sizes.set(name, size);
    }
    for (const message of lengthProblems(outcome.value, sizes)) {
      const hint = 'Give them equally many values, or write "*" between them.';
      report.add({ code: 'combination-lengths-differ', message, hint, path: [...path, 'combination'] });
    }
  },
};

/** 3.4.3: a chunked parameter is not in lockstep with others. */
export const noChunkInAssociation: ShapeCheck = {
  id: 'no-chunk-in-association',
  run(node, path, { profile, report }) {
    const text = textOf(childOf(node, 'combination'));
    const outcome = text === undefined ? undefined : parseCombination(text);
    if (outcome?.ok !== true || !profile.extensions.has('TASK_CHUNKING')) return;
    const chunked = new Set(
      itemsOf(childOf(node, 'taskParameterDefinitions'))
        .filter(isChunk)
        .map((item) => textOf(childOf(item, 'name'))),
    );
    for (const { name, span } of combinationNames(outcome.tokens)) {
      if (!chunked.has(name) || !inAssociation(outcome.value, name)) continue;
      const message = `${quote(name)} is CHUNK[INT], and chunks cannot go in lockstep with other parameters.`;
      report.add({
        code: 'chunk-in-association',
        message,
        hint: 'Combine it with "*".',
        path: [...path, 'combination'],
        span,
      });
    }
  },
};

function inAssociation(node: CombinationNode, name: string, inside = false): boolean {
  if (node.kind === 'name') return inside && node.name === name;
  // Parentheses around one member associate nothing.
  const associated = inside || (node.kind === 'association' && node.members.length > 1);
  return node.members.some((member) => inAssociation(member, name, associated));
}

/** How many values a range has; undefined when that depends on an expression, or the range is broken. */
function rangeSize(range: DocumentNode | undefined, limits: RangeLimit): bigint | undefined {
  if (range?.kind === 'list') {
    // With EXPR an element that is an expression may be dropped or spread.
    return range.items.some((item) => textOf(item)?.includes('{{')) ? undefined : BigInt(range.items.length);
  }
  const text = textOf(range);
  if (text === undefined || text.includes('{{')) return undefined;
  const outcome = rangeExprOf(text, limits);
  return outcome.ok ? outcome.value.length : undefined;
}

/** The size of a combination, where it is known, and what is wrong on the way. */
function lengthProblems(node: CombinationNode, sizes: ReadonlyMap<string, bigint>): string[] {
  const problems: string[] = [];
  const sizeOf = (at: CombinationNode): bigint | undefined => {
    if (at.kind === 'name') return sizes.get(at.name);
    const members = at.members.map(sizeOf);
    if (at.kind === 'product') {
      return members.reduce(
        (product, size) => (product === undefined || size === undefined ? undefined : product * size),
        1n as bigint | undefined,
      );
    }
    const known = at.members.flatMap((member, index) => {
      const size = members[index];
      return size === undefined ? [] : [{ member, size }];
    });
    const [first] = known;
    const other = known.find(({ size }) => size !== first?.size);
    if (other === undefined) return first?.size;
    problems.push(unequalLengths(at, known));
    // How many values it would have when mended, nobody knows.
    return undefined;
  };
  sizeOf(node);
  return problems;
}
