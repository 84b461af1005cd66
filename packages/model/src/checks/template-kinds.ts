// The kinds of templates: how each says what it is, and what a document looks like that does not.
import { capital } from '../diagnostics/sentence.ts';
import { type MapNode, quote } from '../documents/nodes.ts';
import { isMistyped } from './unreadable.ts';

export type TemplateKind = 'job' | 'environment';

/** What each kind of template has, and no other kind. */
const KINDS: Readonly<Record<TemplateKind, { noun: string; version: string; keys: string; own: readonly string[] }>> = {
  job: {
    noun: 'a job template',
    version: 'jobtemplate-2023-09',
    keys: ', name and steps',
    own: ['steps', 'jobEnvironments'],
  },
  environment: {
    noun: 'an environment template',
    version: 'environment-2023-09',
    keys: ' and environment',
    own: ['environment'],
  },
};

const KIND_NAMES = ['job', 'environment'] as const;

/** One of these keys makes a template of a mapping. A `name` is in every other file too. */
const MARKS = [
  'specificationVersion',
  'extensions',
  'parameterDefinitions',
  ...KINDS.job.own,
  ...KINDS.environment.own,
];

export function hasMark(root: MapNode): boolean {
  return MARKS.some((key) => root.entries.has(key)) || isMistyped(root, MARKS);
}

/** The kind whose version this is. */
export function kindNamed(version: string): TemplateKind | undefined {
  return KIND_NAMES.find((name) => KINDS[name].version === version);
}

export const nounOf = (kind: TemplateKind): string => KINDS[kind].noun;

/** What a document looks like, whatever version it says. */
export function kindOf(root: MapNode): TemplateKind | undefined {
  // What is spelt right says more than what is nearly right: "environment" is near to "jobEnvironments".
  return (
    KIND_NAMES.find((kind) => KINDS[kind].own.some((key) => root.entries.has(key))) ??
    KIND_NAMES.find((kind) => isMistyped(root, KINDS[kind].own))
  );
}

/** The kind that a document of this version is instead: it has what that one has, and nothing that this one has. */
export function kindInstead(root: MapNode, version: TemplateKind): TemplateKind | undefined {
  const has = (kind: TemplateKind) => KINDS[kind].own.some((key) => root.entries.has(key));
  return has(version) || (version === 'job' && root.entries.has('name')) ? undefined : KIND_NAMES.find(has);
}

export const expectedKinds = (kinds: readonly TemplateKind[]): string =>
  kinds.map((kind) => KINDS[kind].noun).join(' or ');

export const versionHint = (kinds: readonly TemplateKind[]): string =>
  `Write specificationVersion: ${kinds.map((kind) => KINDS[kind].version).join(' or ')}.`;

export function templateHint(kinds: readonly TemplateKind[]): string {
  const each = kinds.map((kind) => {
    const { noun, version, keys } = KINDS[kind];
    return `${noun} has specificationVersion: ${version}${keys}`;
  });
  return capital(`${each.join('; ')}.`);
}

/** How many keys of a document are named that is no template. */
const NAMED_KEYS = 5;

export function describeKeys(root: MapNode): string {
  const keys = [...root.entries.keys()];
  if (keys.length === 0) return 'an empty mapping';
  const named = keys.slice(0, NAMED_KEYS).map(quote).join(', ');
  const more = keys.length > NAMED_KEYS ? ` and ${keys.length - NAMED_KEYS} more` : '';
  return `a mapping with ${keys.length === 1 ? 'the key' : 'the keys'} ${named}${more}`;
}
