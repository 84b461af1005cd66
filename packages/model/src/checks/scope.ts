// The symbols of one place in a template, and why the others are not available there (Template Schemas 7.3.1). At decode
// time no value is known, only its type.
import {
  closestVariable,
  type EvaluationBudget,
  type EvaluationContext,
  type ExprType,
  type ExprValue,
  SymbolTable,
  unresolvedValue,
} from '@ojd/expr';
import type { DocumentNode } from '../documents/nodes.ts';
import type { Stage } from '../schema/rule.ts';
import type { Profile } from '../profile/profile.ts';
import { LET_NAMES } from './unreadable.ts';

/** A group of symbols that is available in some places: its names begin like this, or it is one name. */
export type Group =
  | 'Session.*'
  | 'Task.Param.*'
  | 'Task.RawParam.*'
  | 'Task.File.*'
  | 'Env.File.*'
  | 'Step.Name'
  | 'Job.Name'
  | 'WrappedAction.*'
  | 'WrappedEnv.*'
  | 'WrappedStep.*';

/** Where each group is available: the reason that a reference elsewhere gets. */
const AVAILABILITY: ReadonlyMap<Group, string> = new Map([
  ['Session.*', 'Session.* is known on the host only: in environments and in the script of a step, except in timeouts'],
  ['Task.Param.*', 'Task.Param.* is available only in the script of a step, which runs for each task'],
  ['Task.RawParam.*', 'Task.RawParam.* is available only in the script of a step, which runs for each task'],
  ['Task.File.*', 'Task.File.* is available only in the script of the step that embeds the file'],
  ['Env.File.*', 'Env.File.* is available only in the script of the environment that embeds the file'],
  ['Step.Name', 'Step.Name is available only inside a step, and not in the let of an environment'],
  ['Job.Name', 'Job.Name is not available in the name of the job itself'],
  ['WrappedAction.*', 'WrappedAction.* is available only in the three wrap hooks'],
  ['WrappedEnv.*', 'WrappedEnv.* is available only in onWrapEnvEnter and onWrapEnvExit'],
  ['WrappedStep.*', 'WrappedStep.* is available only in onWrapTaskRun'],
]);

/** What names begin with that lists define. */
const DEFINITIONS: readonly (readonly [prefix: string, list: string])[] = [
  ['Param.', 'parameterDefinitions'],
  ['RawParam.', 'parameterDefinitions'],
  ['Task.Param.', 'taskParameterDefinitions'],
  ['Task.RawParam.', 'taskParameterDefinitions'],
  ['Task.File.', 'embeddedFiles'],
  ['Env.File.', 'embeddedFiles'],
];

const isPrefix = (blind: string): boolean => blind === LET_NAMES || DEFINITIONS.some(([prefix]) => prefix === blind);

export type Symbols = Iterable<readonly [string, ExprType]>;

/** The groups that are known when the job is created. */
const NAMES: ReadonlySet<Group> = new Set(['Job.Name', 'Step.Name']);

interface ScopeParts {
  readonly profile: Profile;
  /** What all expressions of the document may cost together. */
  readonly budget: EvaluationBudget;
  /** What is known when the job is created. */
  readonly creation: SymbolTable;
  /** What is known on the host. */
  readonly host: SymbolTable;
  /** Groups that exist at this place, known at job creation or on the host. */
  readonly groups: Readonly<Record<Stage, ReadonlySet<Group>>>;
  /** Names that only the host knows, with what to say about them at job creation. */
  readonly hostOnly: ReadonlyMap<string, string>;
  /** The `let` names that are visible here. */
  readonly lets: ReadonlySet<string>;
  /** What names begin with whose definitions could not be read: it cannot be told whether they exist. And those that are no identifiers. */
  readonly blind: ReadonlySet<string>;
  /** The step that this place lies in. */
  readonly step: DocumentNode | undefined;
}

/** A table with more symbols of known types; the same one where there are none. */
function extended(table: SymbolTable, symbols: Symbols): SymbolTable {
  let more: SymbolTable | undefined;
  for (const [name, type] of symbols) (more ??= new SymbolTable(table)).set(name, unresolvedValue(type));
  return more ?? table;
}

/** The symbols of one place, for both stages. Entering a place makes a new one. */
export class Scope {
  readonly #parts: ScopeParts;
  readonly #contexts = new Map<Stage, EvaluationContext>();

  constructor(parts: ScopeParts) {
    this.#parts = parts;
  }

  get lets(): ReadonlySet<string> {
    return this.#parts.lets;
  }

  get step(): DocumentNode | undefined {
    return this.#parts.step;
  }

  /** What an expression of a stage can refer to here. */
  contextFor(stage: Stage): EvaluationContext {
    const known = this.#contexts.get(stage);
    if (known !== undefined) return known;
    const { profile, budget, groups, hostOnly } = this.#parts;
    const symbols = new SymbolTable(this.#parts[stage]);
    for (const [group, reason] of AVAILABILITY) {
      if (groups[stage].has(group)) continue;
      // Without EXPR the names of job and step do not exist at all.
      const absent = NAMES.has(group) && profile.syntax === 'base';
      symbols.forbid(group, absent ? `${group} needs the extension EXPR` : reason);
    }
    if (stage === 'creation') for (const [name, reason] of hostOnly) symbols.forbid(name, reason);
    const context: EvaluationContext = {
      symbols,
      pathFormat: 'POSIX',
      budget,
      ...(stage === 'host' ? { host: 'unresolved' as const } : {}),
    };
    this.#contexts.set(stage, context);
    return context;
  }

  /** This place with more symbols: known from job creation on, or on the host alone; and with the groups they are of. */
  with(more: { both?: Symbols; host?: Symbols; groups?: readonly Group[]; step?: DocumentNode }): Scope {
    const { both = [], host = [], groups = [], step = this.step } = more;
    const parts = this.#parts;
    const creation = extended(parts.creation, both);
    const onHost = extended(extended(parts.host, both), host);
    if (creation === parts.creation && onHost === parts.host && groups.length === 0 && step === this.step) return this;
    const known = groups.filter((group) => NAMES.has(group));
    return new Scope({
      ...parts,
      creation,
      host: onHost,
      groups: {
        creation: new Set([...parts.groups.creation, ...known]),
        host: new Set([...parts.groups.host, ...groups]),
      },
      step,
    });
  }

  /** This place, where definitions of names that begin so could not be read. */
  blindTo(...prefixes: string[]): Scope {
    return new Scope({ ...this.#parts, blind: new Set([...this.#parts.blind, ...prefixes]) });
  }

  /** Whether it cannot be told here that a name does not exist. */
  isBlindTo(name: string): boolean {
    const { blind } = this.#parts;
    const isLet = /^[a-z_]/.test(name);
    return isLet ? blind.has(LET_NAMES) : [...blind].some((prefix) => name.startsWith(prefix));
  }

  /** Whether an expression has a name in it whose definition says it so, and which is no identifier: that was reported. */
  hasIllegible(expression: string): boolean {
    return [...this.#parts.blind].some((name) => !isPrefix(name) && expression.includes(name));
  }

  /** The name that was perhaps meant where none here is near, and that only the host knows, with what to say about it. */
  nearestOnHost(name: string): { readonly name: string; readonly reason: string } | undefined {
    const { hostOnly, creation } = this.#parts;
    if (hostOnly.size === 0 || closestVariable(name, [...creation.names()]) !== undefined) return undefined;
    const nearest = closestVariable(name, [...hostOnly.keys()]);
    return nearest === undefined ? undefined : { name: nearest, reason: hostOnly.get(nearest) ?? '' };
  }

  /** The list that would define a name, if it defines nothing. */
  emptyList(name: string): string | undefined {
    const [prefix, list] = DEFINITIONS.find(([beginning]) => name.startsWith(beginning)) ?? [];
    if (prefix === undefined) return undefined;
    // The name may be right and its prefix wrong.
    const ending = name.slice(prefix.length - 1);
    for (const known of this.#parts.host.names()) {
      if (known.startsWith(prefix) || known.endsWith(ending)) return undefined;
    }
    return list;
  }

  /** This place with one more `let` name. */
  withLet(name: string, value: ExprValue, stage: Stage): Scope {
    const parts = this.#parts;
    const creation = new SymbolTable(parts.creation);
    if (stage === 'creation') creation.set(name, value);
    const reason = `"${name}" is bound on the host, and this field is resolved when the job is created`;
    return new Scope({
      ...parts,
      creation,
      host: new SymbolTable(parts.host).set(name, value),
      hostOnly: stage === 'host' ? new Map(parts.hostOnly).set(name, reason) : parts.hostOnly,
      lets: new Set(parts.lets).add(name),
    });
  }

  /** This place as a `let` of an environment sees it: without the name of the step. */
  withoutStepName(): Scope {
    const groups = new Set([...this.#parts.groups.host].filter((group) => group !== 'Step.Name'));
    const host = new SymbolTable();
    for (const name of this.#parts.host.names()) {
      const value = this.#parts.host.get(name);
      if (value !== undefined && name !== 'Step.Name') host.set(name, value);
    }
    return new Scope({ ...this.#parts, host, groups: { ...this.#parts.groups, host: groups } });
  }
}
