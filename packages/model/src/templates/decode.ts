import { EvaluationBudget } from '@ojd/expr';
import { checkStructure } from '../checks/structure/structure.ts';
import { Report, TooManyProblems } from '../checks/report.ts';
import { rootScope } from '../checks/scopes.ts';
import { SHAPE_CHECKS } from '../checks/shape-checks.ts';
import { checkHeader } from '../checks/header.ts';
import type { TemplateKind } from '../checks/template-kinds.ts';
import { type Walk, walkObject, type WalkRules } from '../checks/walk.ts';
import type { ModelDiagnostic, Outcome } from '../diagnostics/diagnostic.ts';
import { valueOrThrow } from '../diagnostics/model-error.ts';
import { type DocumentLimits, readingLimits } from '../documents/limits.ts';
import type { MapNode } from '../documents/nodes.ts';
import { type DocumentInput, type DocumentOutcome, readDocument } from '../documents/read-document.ts';
import { environmentTemplateStructure, jobTemplateStructure } from '../schema/generated/structure-validators.ts';
import type { StructureValidator } from '../schema/validator.ts';
import { NUMBER_RULES } from '../schema/number-rules.ts';
import { RULE_TABLE } from '../schema/table.ts';
import { TEXT_RULES } from '../schema/text-rules.ts';
import { TemplateBuilder } from './build.ts';
import { EXTENSION_NAMES, type ExtensionName } from '../profile/profile.ts';
import type { EnvironmentTemplate, JobTemplate } from './types.ts';

/**
 * How a template is decoded.
 *
 * @see Template Schemas 1
 */
export interface DecodeOptions {
  /** The format of a text. Default: JSON if it begins with a brace, else YAML 1.2. */
  readonly format?: 'yaml' | 'json';
  /** Extensions that the application supports. Default: all that this package implements. */
  readonly supportedExtensions?: readonly ExtensionName[];
  /** Limits on the document. Default: {@link DEFAULT_DOCUMENT_LIMITS}. */
  readonly limits?: Partial<DocumentLimits>;
  /** Called with every warning about what was decoded. The `safe` functions return them too. */
  readonly onWarning?: (warning: ModelDiagnostic) => void;
}

/** The rules of a decode: replaced only by the tests that ask what happens without one of them. */
export interface RuleSet extends WalkRules {
  readonly structure: Readonly<Record<TemplateKind, StructureValidator>>;
}

/** The rules of revision 2023-09. */
export const RULES: RuleSet = {
  table: RULE_TABLE,
  textRules: TEXT_RULES,
  numberRules: NUMBER_RULES,
  shapeChecks: SHAPE_CHECKS,
  structure: { job: jobTemplateStructure, environment: environmentTemplateStructure },
};

const ROOT_SHAPES = { job: 'JobTemplate', environment: 'EnvironmentTemplate' } as const;

/** Decodes a template of one of the given kinds by a set of rules. Not part of the public API. */
export function decodeWith(
  rules: RuleSet,
  input: DocumentInput,
  kinds: readonly TemplateKind[],
  options: DecodeOptions,
): Outcome<Template> {
  const document = readDocument(input, options);
  if (document.root === undefined) return { ok: false, diagnostics: document.diagnostics };
  return decodeRoot(rules, document.root, document, kinds, options);
}

function decodeRoot(
  rules: RuleSet,
  root: MapNode,
  { source, diagnostics, limits }: DocumentOutcome,
  kinds: readonly TemplateKind[],
  options: DecodeOptions,
): Outcome<Template> {
  const report = new Report(source, limits.maxProblems);
  const supported = options.supportedExtensions ?? EXTENSION_NAMES;
  const header = checkHeader(root, kinds, supported, report);
  // Which rules hold depends on the version: without it there is nothing to say about the rest.
  if (header === undefined) return { ok: false, diagnostics: [...diagnostics, ...report.diagnostics] };
  const { kind, profile, extensions } = header;
  const budget = new EvaluationBudget({ maxOperations: limits.maxTotalOperations });
  const parsing = { syntax: profile.syntax, limits: readingLimits(limits) };
  const walk: Walk = {
    ...rules,
    profile,
    limits,
    parsing,
    budget,
    report,
    formatStrings: new Map(),
  };
  checkDocument(rules, root, kind, walk);
  const all: readonly ModelDiagnostic[] = [...diagnostics, ...report.diagnostics];
  if (report.hasErrors) return { ok: false, diagnostics: all };
  const builder = new TemplateBuilder(profile, walk.formatStrings, parsing);
  const value =
    kind === 'job'
      ? builder.jobTemplate(root, extensions, source)
      : builder.environmentTemplate(root, extensions, source);
  for (const warning of all) options.onWarning?.(warning);
  return { ok: true, value, warnings: all };
}

/** Reports all that is wrong with a document whose header is known. */
function checkDocument(rules: RuleSet, root: MapNode, kind: TemplateKind, walk: Walk): void {
  const shape = ROOT_SHAPES[kind];
  try {
    const place = { root, table: rules.table, rootShape: shape, extensions: walk.profile.extensions };
    const meant = checkStructure(place, rules.structure[kind], walk.report);
    walkObject(shape, meant, [], rootScope(walk), walk);
  } catch (error) {
    if (!(error instanceof TooManyProblems)) throw error;
    walk.report.addTooMany();
  }
}

type Template = JobTemplate | EnvironmentTemplate;
const isJobTemplate = (template: Template): template is JobTemplate => template.kind === 'job';
const isEnvironmentTemplate = (template: Template): template is EnvironmentTemplate => template.kind === 'environment';

/** An outcome of the one kind that was asked for. */
function ofKind<T extends Template>(outcome: Outcome<Template>, is: (template: Template) => template is T): Outcome<T> {
  if (!outcome.ok) return outcome;
  if (!is(outcome.value)) throw new Error('A template of another kind was decoded.');
  return { ...outcome, value: outcome.value };
}

/**
 * Decodes a Job Template (Template Schemas 1.1) from YAML or JSON text, UTF-8 bytes or a plain object, and returns every
 * problem at once instead of throwing.
 *
 * @example
 * ```ts
 * import { safeDecodeJobTemplate } from '@ojd/model';
 *
 * const outcome = safeDecodeJobTemplate({ specificationVersion: 'jobtemplate-2023-09', name: 'Demo' });
 * outcome.ok; // => false
 * ```
 * @see Template Schemas 1.1
 */
export function safeDecodeJobTemplate(input: DocumentInput, options: DecodeOptions = {}): Outcome<JobTemplate> {
  return ofKind(decodeWith(RULES, input, ['job'], options), isJobTemplate);
}

/**
 * Decodes a Job Template (Template Schemas 1.1) from YAML or JSON text, UTF-8 bytes or a plain object.
 *
 * @throws {ModelError} with every problem of the document.
 *
 * @example
 * ```ts
 * import { decodeJobTemplate } from '@ojd/model';
 *
 * const template = decodeJobTemplate(`
 * specificationVersion: jobtemplate-2023-09
 * name: Demo {{Param.Scene}}
 * parameterDefinitions:
 * - { name: Scene, type: STRING, default: forest }
 * steps:
 * - name: Render
 *   script:
 *     actions:
 *       onRun: { command: echo, args: ["{{Param.Scene}}"] }
 * `);
 * template.steps[0]?.name; // => 'Render'
 * ```
 * @see Template Schemas 1.1
 */
export function decodeJobTemplate(input: DocumentInput, options: DecodeOptions = {}): JobTemplate {
  return valueOrThrow(safeDecodeJobTemplate(input, options));
}

/**
 * As {@link decodeEnvironmentTemplate}, returning every problem at once instead of throwing.
 *
 * @example
 * ```ts
 * import { safeDecodeEnvironmentTemplate } from '@ojd/model';
 *
 * safeDecodeEnvironmentTemplate({ specificationVersion: 'environment-2023-09' }).ok; // => false
 * ```
 * @see Template Schemas 1.2
 */
export function safeDecodeEnvironmentTemplate(
  input: DocumentInput,
  options: DecodeOptions = {},
): Outcome<EnvironmentTemplate> {
  return ofKind(decodeWith(RULES, input, ['environment'], options), isEnvironmentTemplate);
}

/**
 * Decodes an Environment Template (Template Schemas 1.2) from YAML or JSON text, UTF-8 bytes or a plain object.
 *
 * @throws {ModelError} with every problem of the document.
 *
 * @example
 * ```ts
 * import { decodeEnvironmentTemplate } from '@ojd/model';
 *
 * const template = decodeEnvironmentTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   environment: { name: 'Licenses', variables: { LICENSE_SERVER: '5053@licenses' } },
 * });
 * template.environment.name; // => 'Licenses'
 * ```
 * @see Template Schemas 1.2
 */
export function decodeEnvironmentTemplate(input: DocumentInput, options: DecodeOptions = {}): EnvironmentTemplate {
  return valueOrThrow(safeDecodeEnvironmentTemplate(input, options));
}

/**
 * As {@link decodeTemplate}, returning every problem at once instead of throwing.
 *
 * @example
 * ```ts
 * import { safeDecodeTemplate } from '@ojd/model';
 *
 * const outcome = safeDecodeTemplate('specificationVersion: jobtemplate-2020-01');
 * outcome.ok ? [] : outcome.diagnostics.map(({ code }) => code); // => ['unknown-specification-version']
 * ```
 * @see Template Schemas 1
 */
export function safeDecodeTemplate(input: DocumentInput, options: DecodeOptions = {}): Outcome<Template> {
  return decodeWith(RULES, input, ['job', 'environment'], options);
}

/**
 * Decodes a template of either kind: its `specificationVersion` says which, and `kind` of the result tells.
 *
 * @throws {ModelError} with every problem of the document.
 *
 * @example
 * ```ts
 * import { decodeTemplate } from '@ojd/model';
 *
 * const template = decodeTemplate({
 *   specificationVersion: 'environment-2023-09',
 *   environment: { name: 'Licenses', variables: { LICENSE_SERVER: '5053@licenses' } },
 * });
 * template.kind; // => 'environment'
 * ```
 * @see Template Schemas 1
 */
export function decodeTemplate(input: DocumentInput, options: DecodeOptions = {}): JobTemplate | EnvironmentTemplate {
  return valueOrThrow(safeDecodeTemplate(input, options));
}
