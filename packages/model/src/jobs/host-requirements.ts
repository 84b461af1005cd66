import { valueText } from '@ojd/expr';
import type { DiagnosticPath, FormatString } from '@ojd/expr';
import type {
  AmountRequirementTemplate,
  AttributeRequirementTemplate,
  HostRequirementsTemplate,
} from '../templates/types.ts';
import { compareDecimals } from '../documents/numbers.ts';
import {
  capabilityProblem,
  defaultLeastAmount,
  severalValuesProblem,
  standardValueProblem,
} from '../schema/capabilities.ts';
import type { Resolver } from './resolver.ts';
import type { AmountRequirement, AttributeRequirement, HostRequirements } from './types.ts';

const MAX_VALUES = 50;

/** What a host must offer, every rule checked again on the resolved names, values and amounts (Template Schemas 3.3). */
export function createHostRequirements(
  template: HostRequirementsTemplate,
  path: DiagnosticPath,
  resolver: Resolver,
): HostRequirements {
  const amounts = template.amounts.flatMap(
    (amount, index) => createAmount(amount, [...path, 'amounts', index], resolver) ?? [],
  );
  const attributes = template.attributes.flatMap(
    (attribute, index) => createAttribute(attribute, [...path, 'attributes', index], resolver) ?? [],
  );
  refuseRepeated(template.amounts, [...path, 'amounts'], resolver);
  refuseRepeated(template.attributes, [...path, 'attributes'], resolver);
  return { amounts, attributes };
}

function createAmount(
  template: AmountRequirementTemplate,
  path: DiagnosticPath,
  resolver: Resolver,
): AmountRequirement | undefined {
  const name = capabilityName(template.name, [...path, 'name'], 'amountName', resolver);
  const min =
    template.min === undefined
      ? NOT_GIVEN
      : resolver.decimal(template.min, [...path, 'min'], 'amountMin', 'optional-float');
  const max =
    template.max === undefined
      ? NOT_GIVEN
      : resolver.decimal(template.max, [...path, 'max'], 'amountMax', 'optional-float');
  if (name === undefined || min === undefined || max === undefined) return undefined;
  if (min.value === undefined && max.value === undefined) return { name, min: String(defaultLeastAmount(name)) };
  if (min.value !== undefined && max.value !== undefined && compareDecimals(min.value, max.value) > 0) {
    resolver.findings.add({
      code: 'amount-bounds-crossed',
      path: [...path, 'min'],
      message: `Amount ${name}: expected min to be at most max, found min ${min.value} and max ${max.value}.`,
    });
    return undefined;
  }
  return {
    name,
    ...(min.value !== undefined && { min: min.value }),
    ...(max.value !== undefined && { max: max.value }),
  };
}

const NOT_GIVEN = { value: undefined };

function createAttribute(
  template: AttributeRequirementTemplate,
  path: DiagnosticPath,
  resolver: Resolver,
): AttributeRequirement | undefined {
  const name = capabilityName(template.name, [...path, 'name'], 'attributeName', resolver);
  const lists: { anyOf?: readonly string[]; allOf?: readonly string[] } = {};
  for (const key of ['anyOf', 'allOf'] as const) {
    const sources = template[key];
    if (sources === undefined) continue;
    const values = attributeValues(name, sources, [...path, key], resolver);
    if (values === undefined) continue;
    lists[key] = values;
    const problem = severalValuesProblem(name ?? '', key, values.length);
    if (problem !== undefined) resolver.findings.add({ ...problem, path: [...path, key] });
  }
  return name === undefined ? undefined : { name, ...lists };
}

/** The values of a list, nulls left out and lists spread; undefined when one of them has problems. */
function attributeValues(
  name: string | undefined,
  sources: readonly FormatString[],
  path: DiagnosticPath,
  resolver: Resolver,
): readonly string[] | undefined {
  const values: (string | undefined)[] = [];
  for (const [index, source] of sources.entries()) {
    const place = [...path, index];
    const items = resolver.items(source, place, 'string-item');
    if (items === undefined) values.push(undefined);
    else for (const item of items) values.push(attributeValue(name, valueText(item), place, resolver));
  }
  if (values.length === 0 || values.length > MAX_VALUES) {
    resolver.findings.add({
      code: values.length === 0 ? 'list-too-short' : 'list-too-long',
      path,
      message: `Expected from 1 to ${MAX_VALUES} attribute values, and the expressions gave ${values.length}.`,
    });
    return undefined;
  }
  return values.every((value) => value !== undefined) ? values : undefined;
}

function attributeValue(
  name: string | undefined,
  text: string,
  path: DiagnosticPath,
  resolver: Resolver,
): string | undefined {
  const problem = text === '' ? undefined : standardValueProblem(name ?? '', text);
  if (problem === undefined) return resolver.checkedText(text, path, 'attributeValue');
  resolver.findings.add({ ...problem, path });
  return undefined;
}

function capabilityName(
  source: FormatString,
  path: DiagnosticPath,
  rule: 'amountName' | 'attributeName',
  resolver: Resolver,
): string | undefined {
  const name = resolver.text(source, path, rule);
  const reserved =
    name === undefined
      ? undefined
      : capabilityProblem(rule === 'amountName' ? 'amount' : 'attr', name, resolver.profile);
  if (reserved === undefined) return name;
  resolver.findings.add({ ...reserved, path });
  return undefined;
}

/** Two names that are the same once resolved, whatever their case. */
function refuseRepeated(
  requirements: readonly { readonly name: FormatString }[],
  path: DiagnosticPath,
  resolver: Resolver,
): void {
  const first = new Map<string, number>();
  for (const [index, { name }] of requirements.entries()) {
    const { value } = name.check(resolver.context);
    if (value.kind === 'unresolved') continue;
    const key = valueText(value).toLowerCase();
    const before = first.get(key);
    if (before === undefined) {
      first.set(key, index);
      continue;
    }
    resolver.findings.add({
      code: 'capability-repeated',
      path: [...path, index, 'name'],
      message: `Capability ${valueText(value)} is required twice.`,
      hint: 'Merge the two requirements.',
      related: [{ message: 'first here', path: [...path, before, 'name'] }],
    });
  }
}
