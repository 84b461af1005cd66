import type { Syntax } from '@ojd/expr';
import { withJson } from './with-json.ts';

/**
 * Every extension of revision 2023-09 that this package implements, in the order in which they were accepted.
 *
 * @see Template Schemas 1.1.2
 */
export const EXTENSION_NAMES = [
  'TASK_CHUNKING',
  'REDACTED_ENV_VARS',
  'FEATURE_BUNDLE_1',
  'EXPR',
  'WRAP_ACTIONS',
] as const;

/**
 * The name of an extension that a template may declare (Template Schemas 1.1.2).
 *
 * @see Template Schemas 1.1.2
 */
export type ExtensionName = (typeof EXTENSION_NAMES)[number];

/**
 * The limits that an extension can raise, as they hold for one template. Lengths count code points.
 *
 * @see Template Schemas 1.1, 1.1.1, 3.1, 4.1, 6.1.1 and 7.1
 */
export interface ProfileLimits {
  /** Longest job name after resolution. */
  readonly jobNameLength: number;
  /** Longest step name. */
  readonly stepNameLength: number;
  /** Longest environment name. */
  readonly environmentNameLength: number;
  /** Longest identifier: names of parameters and embedded files. */
  readonly identifierLength: number;
  /** Longest `filename` of an embedded file. */
  readonly filenameLength: number;
  /** Most job parameters that a job template may define. */
  readonly jobTemplateParameters: number;
  /** Most job parameters that an environment template may define. */
  readonly environmentTemplateParameters: number;
}

/**
 * Which rules hold for one template: its revision, its extensions, and what follows from them.
 * It is computed once, when the template is decoded, and never changes.
 *
 * @see Template Schemas 1.1.2
 */
export interface Profile {
  readonly revision: '2023-09';
  readonly extensions: ReadonlySet<ExtensionName>;
  /** The grammar inside `{{ }}`: one dotted name, or with EXPR a whole expression. */
  readonly syntax: Syntax;
  readonly limits: ProfileLimits;
}

/** What a profile is as JSON: the rest follows from it. */
export interface ProfileObject {
  readonly revision: '2023-09';
  /** In alphabetical order. */
  readonly extensions: readonly ExtensionName[];
}

const BASE_LIMITS: ProfileLimits = {
  jobNameLength: 128,
  stepNameLength: 64,
  environmentNameLength: 64,
  identifierLength: 64,
  filenameLength: 64,
  jobTemplateParameters: 50,
  environmentTemplateParameters: 50,
};

// FEATURE_BUNDLE_1 raises the parameter count of job templates only: section 1.2 keeps 50 for environment templates.
const FEATURE_BUNDLE_1_LIMITS: ProfileLimits = {
  ...BASE_LIMITS,
  jobNameLength: 512,
  stepNameLength: 512,
  environmentNameLength: 512,
  identifierLength: 512,
  filenameLength: 256,
  jobTemplateParameters: 200,
};

/**
 * The rules of revision 2023-09 with the given extensions.
 *
 * @example
 * ```ts
 * import { createProfile } from '@ojd/model';
 *
 * createProfile(['EXPR']).syntax; // => 'expr'
 * createProfile(['FEATURE_BUNDLE_1']).limits.stepNameLength; // => 512
 * ```
 * @see Template Schemas 1.1.2
 */
export function createProfile(extensions: Iterable<ExtensionName> = []): Profile {
  const active = new Set(extensions);
  const profile = {
    revision: '2023-09',
    extensions: active,
    syntax: active.has('EXPR') ? 'expr' : 'base',
    limits: active.has('FEATURE_BUNDLE_1') ? FEATURE_BUNDLE_1_LIMITS : BASE_LIMITS,
  } satisfies Profile;
  return Object.freeze(
    withJson(profile, (): ProfileObject => ({ revision: '2023-09', extensions: [...active].toSorted() })),
  );
}
