// From a checked document to a template. Only called when the document has no problem, so that every required value is
// there and has its type: what cannot be is a bug, and throws.
import { Expression, FormatString, type ParseOptions } from '@ojd/expr';
import { splitBinding } from '../checks/let-bindings.ts';
import { childOf, type DocumentNode, emptyRecord, type MapEntry } from '../documents/nodes.ts';
import { integerOfDecimal } from '../documents/numbers.ts';
import { withJson } from '../profile/with-json.ts';
import { buildParameterDefinition } from './build-parameters.ts';
import { child, decimalText, descriptionOf, items, literal, optional, scalarText, text } from './checked-nodes.ts';
import { parseCombination } from '../combinations/combination.ts';
import type { ExtensionName, Profile } from '../profile/profile.ts';
import { writeEnvironmentTemplate, writeJobTemplate } from './write-template.ts';
import { expandSimpleAction, SIMPLE_ACTION_NAMES } from './simple-actions.ts';
import type { TemplateSource } from '../diagnostics/template-source.ts';
import type { EmbeddedFile, LetBinding } from './script-types.ts';
import type {
  ActionTemplate,
  AmountRequirementTemplate,
  AttributeRequirementTemplate,
  CancelationTemplate,
  ChunksTemplate,
  EnvironmentActionsTemplate,
  EnvironmentDefinition,
  EnvironmentScriptTemplate,
  EnvironmentTemplate,
  HostRequirementsTemplate,
  JobTemplate,
  ParameterSpaceTemplate,
  StepScriptTemplate,
  StepTemplate,
  TaskParameterDefinition,
  TaskParameterType,
} from './types.ts';

const TASK_PARAMETER_TYPES: readonly TaskParameterType[] = ['INT', 'FLOAT', 'STRING', 'PATH', 'CHUNK[INT]'];

/** Reads checked nodes of one document. */
export class TemplateBuilder {
  readonly #profile: Profile;
  readonly #formatStrings: ReadonlyMap<string, FormatString>;
  readonly #parsing: ParseOptions;

  constructor(profile: Profile, formatStrings: ReadonlyMap<string, FormatString>, parsing: ParseOptions) {
    this.#profile = profile;
    this.#formatStrings = formatStrings;
    this.#parsing = parsing;
  }

  jobTemplate(node: DocumentNode, extensions: readonly ExtensionName[], source: TemplateSource): JobTemplate {
    const template = {
      kind: 'job',
      specificationVersion: 'jobtemplate-2023-09',
      extensions,
      name: this.#format(child(node, 'name')),
      ...descriptionOf(node),
      parameterDefinitions: items(node, 'parameterDefinitions').map(buildParameterDefinition),
      jobEnvironments: items(node, 'jobEnvironments').map((item) => this.environment(item)),
      steps: items(node, 'steps').map((item) => this.#step(item)),
      profile: this.#profile,
    } as const;
    return withSource(
      withJson(template, () => writeJobTemplate(template)),
      source,
    );
  }

  environmentTemplate(
    node: DocumentNode,
    extensions: readonly ExtensionName[],
    source: TemplateSource,
  ): EnvironmentTemplate {
    const template = {
      kind: 'environment',
      specificationVersion: 'environment-2023-09',
      extensions,
      parameterDefinitions: items(node, 'parameterDefinitions').map(buildParameterDefinition),
      environment: this.environment(child(node, 'environment')),
      profile: this.#profile,
    } as const;
    return withSource(
      withJson(template, () => writeEnvironmentTemplate(template)),
      source,
    );
  }

  environment(node: DocumentNode): EnvironmentDefinition {
    return {
      name: text(node, 'name'),
      ...descriptionOf(node),
      ...optional(node, 'variables', (value) => ({ variables: this.#variables(value) })),
      ...optional(node, 'script', (value) => ({ script: this.#environmentScript(value) })),
    };
  }

  #variables(node: DocumentNode): Readonly<Record<string, FormatString>> {
    const variables: Record<string, FormatString> = emptyRecord();
    for (const { key, value } of entriesOf(node)) variables[key] = this.#format(value);
    return variables;
  }

  #environmentScript(node: DocumentNode): EnvironmentScriptTemplate {
    const actions: Record<string, ActionTemplate> = {};
    for (const { key, value } of entriesOf(child(node, 'actions'))) actions[key] = this.#action(value);
    return {
      let: this.#let(node),
      actions: actions satisfies EnvironmentActionsTemplate,
      embeddedFiles: this.#embeddedFiles(node),
    };
  }

  #step(node: DocumentNode): StepTemplate {
    return {
      name: text(node, 'name'),
      ...descriptionOf(node),
      let: this.#let(node),
      dependencies: items(node, 'dependencies').map((item) => text(item, 'dependsOn')),
      stepEnvironments: items(node, 'stepEnvironments').map((item) => this.environment(item)),
      ...optional(node, 'hostRequirements', (value) => ({ hostRequirements: this.#hostRequirements(value) })),
      ...optional(node, 'parameterSpace', (value) => ({ parameterSpace: this.#parameterSpace(value) })),
      script: this.#stepScript(node),
    };
  }

  #stepScript(step: DocumentNode): StepScriptTemplate {
    const script = childOf(step, 'script');
    if (script !== undefined) {
      return {
        let: this.#let(script),
        actions: { onRun: this.#action(child(child(script, 'actions'), 'onRun')) },
        embeddedFiles: this.#embeddedFiles(script),
      };
    }
    const name = SIMPLE_ACTION_NAMES.find((key) => childOf(step, key) !== undefined);
    if (name === undefined) throw new Error('A step passed the checks without an action.');
    const node = child(step, name);
    return expandSimpleAction(name, {
      let: this.#let(node),
      script: this.#format(child(node, 'script')),
      args: this.#formats(node, 'args'),
      ...this.#actionSettings(node),
      syntax: this.#profile.syntax,
    });
  }

  #action(node: DocumentNode): ActionTemplate {
    return {
      command: this.#format(child(node, 'command')),
      args: this.#formats(node, 'args'),
      ...this.#actionSettings(node),
    };
  }

  #actionSettings(node: DocumentNode): Pick<ActionTemplate, 'timeout' | 'cancelation'> {
    return {
      ...optional(node, 'timeout', (value) => ({ timeout: this.#number(value) })),
      ...optional(node, 'cancelation', (value) => ({ cancelation: this.#cancelation(value) })),
    };
  }

  #cancelation(node: DocumentNode): CancelationTemplate {
    const mode = text(node, 'mode');
    const known = mode === 'TERMINATE' || mode === 'NOTIFY_THEN_TERMINATE';
    return {
      mode: known ? mode : this.#format(child(node, 'mode')),
      ...optional(node, 'notifyPeriodInSeconds', (value) => ({ notifyPeriodInSeconds: this.#number(value) })),
    };
  }

  #embeddedFiles(node: DocumentNode): EmbeddedFile[] {
    return items(node, 'embeddedFiles').map((item) => this.#embeddedFile(item));
  }

  #embeddedFile(node: DocumentNode): EmbeddedFile {
    const runnable = childOf(node, 'runnable');
    return {
      name: text(node, 'name'),
      type: 'TEXT',
      ...optional(node, 'filename', (value) => ({ filename: scalarText(value) })),
      data: this.#format(child(node, 'data')),
      runnable: runnable?.kind === 'scalar' && runnable.value === true,
      ...optional(node, 'endOfLine', () => ({ endOfLine: literal(node, 'endOfLine', ['AUTO', 'LF', 'CRLF']) })),
    };
  }

  #let(node: DocumentNode): LetBinding[] {
    return items(node, 'let').map((item) => {
      const binding = splitBinding(scalarText(item));
      if (binding === undefined) throw new Error('A let binding passed the checks without being one.');
      return {
        name: binding.name,
        expression: Expression.parse(binding.source, this.#parsing),
        offset: binding.at,
      };
    });
  }

  #hostRequirements(node: DocumentNode): HostRequirementsTemplate {
    return {
      amounts: items(node, 'amounts').map((item) => this.#amount(item)),
      attributes: items(node, 'attributes').map((item) => this.#attribute(item)),
    };
  }

  #amount(node: DocumentNode): AmountRequirementTemplate {
    return {
      name: this.#format(child(node, 'name')),
      ...optional(node, 'min', (value) => ({ min: this.#decimal(value) })),
      ...optional(node, 'max', (value) => ({ max: this.#decimal(value) })),
    };
  }

  #attribute(node: DocumentNode): AttributeRequirementTemplate {
    return {
      name: this.#format(child(node, 'name')),
      ...optional(node, 'anyOf', () => ({ anyOf: this.#formats(node, 'anyOf') })),
      ...optional(node, 'allOf', () => ({ allOf: this.#formats(node, 'allOf') })),
    };
  }

  #parameterSpace(node: DocumentNode): ParameterSpaceTemplate {
    const combination = childOf(node, 'combination');
    const parsed = combination === undefined ? undefined : parseCombination(scalarText(combination));
    return {
      taskParameterDefinitions: items(node, 'taskParameterDefinitions').map((item) => this.#taskParameter(item)),
      ...(parsed?.ok === true ? { combination: parsed.value } : {}),
    };
  }

  #taskParameter(node: DocumentNode): TaskParameterDefinition {
    const type = literal(node, 'type', TASK_PARAMETER_TYPES);
    const range = child(node, 'range');
    return {
      name: text(node, 'name'),
      type,
      range: range.kind === 'list' ? range.items.map((item) => this.#rangeItem(item, type)) : this.#format(range),
      ...optional(node, 'chunks', (value) => ({ chunks: this.#chunks(value) })),
    };
  }

  #rangeItem(node: DocumentNode, type: TaskParameterType): FormatString | string {
    const written = scalarText(node);
    if (holdsFormat(node)) return this.#format(node);
    const integer = type === 'INT' || type === 'CHUNK[INT]' ? integerOfDecimal(written.trim()) : undefined;
    if (integer !== undefined) return String(integer);
    return type === 'FLOAT' ? decimalText(node) : written;
  }

  #chunks(node: DocumentNode): ChunksTemplate {
    return {
      defaultTaskCount: this.#number(child(node, 'defaultTaskCount')),
      ...optional(node, 'targetRuntimeSeconds', (value) => ({ targetRuntimeSeconds: this.#number(value) })),
      rangeConstraint: literal(node, 'rangeConstraint', ['CONTIGUOUS', 'NONCONTIGUOUS']),
    };
  }

  #number(node: DocumentNode): number | FormatString {
    return holdsFormat(node) ? this.#format(node) : Number(scalarText(node));
  }

  /** As written: a double may not hold it. */
  #decimal(node: DocumentNode): string | FormatString {
    return holdsFormat(node) ? this.#format(node) : decimalText(node);
  }

  #formats(node: DocumentNode, key: string): FormatString[] {
    return items(node, key).map((item) => this.#format(item));
  }

  #format(node: DocumentNode): FormatString {
    const source = scalarText(node);
    return this.#formatStrings.get(source) ?? FormatString.parse(source, this.#parsing);
  }
}

/** The source is there for later stages, but not part of the value: it is neither printed nor compared. */
function withSource<T extends object>(template: T, source: TemplateSource): T & { readonly source: TemplateSource } {
  return Object.freeze(Object.defineProperty(Object.assign(template, { source }), 'source', { enumerable: false }));
}

/** Whether a scalar of a field for numbers or plain text is a format string. */
function holdsFormat(node: DocumentNode): boolean {
  return node.kind === 'scalar' && typeof node.value === 'string' && node.value.includes('{{');
}

function entriesOf(node: DocumentNode): Iterable<MapEntry> {
  return node.kind === 'map' ? node.entries.values() : [];
}
