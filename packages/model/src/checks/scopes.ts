// What format strings can refer to, place by place (Template Schemas 7.3.1, 3.6.2; RFC 0008). At decode time no value is
// known, only its type.
import {
  ANY,
  BOOL,
  closestName,
  type DiagnosticPath,
  type EvaluationContext,
  INT,
  listType,
  optionalType,
  parseType,
  type ExprType,
  type ExprValue,
  PATH,
  STRING,
  SymbolTable,
  unresolvedValue,
} from '@ojd/expr';
import { childOf, type DocumentNode, textOf } from '../documents/nodes.ts';
import type { ScopeName, Stage } from '../schema/rule.ts';
import { variantOf } from '../schema/structure.ts';
import type { Profile } from '../templates/profile.ts';
import { checkLet } from './let-bindings.ts';
import { definitionsUnder, isUnreadable, LET_NAMES, valueUnder } from './unreadable.ts';
import type { Walk } from './walk.ts';

/** A group of symbols that is available in some places: its names begin like this, or it is one name. */
type Group =
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

type Symbols = Iterable<readonly [string, ExprType]>;

/** The groups that are known when the job is created. */
const NAMES: ReadonlySet<Group> = new Set(['Job.Name', 'Step.Name']);

interface ScopeParts {
  readonly profile: Profile;
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
  /** What names begin with whose definitions could not be read: it cannot be told whether they exist. */
  readonly blind: ReadonlySet<string>;
  /** The step that this place lies in. */
  readonly step: DocumentNode | undefined;
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
    const { profile, groups, hostOnly } = this.#parts;
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
      ...(stage === 'host' ? { host: 'unresolved' as const } : {}),
    };
    this.#contexts.set(stage, context);
    return context;
  }

  /** This place with more symbols: known from job creation on, or on the host alone; and with the groups they are of. */
  with(more: { both?: Symbols; host?: Symbols; groups?: readonly Group[]; step?: DocumentNode }): Scope {
    const { both = [], host = [], groups = [], step = this.step } = more;
    const parts = this.#parts;
    const creation = new SymbolTable(parts.creation);
    const onHost = new SymbolTable(parts.host);
    for (const [name, type] of both) creation.set(name, unresolvedValue(type));
    for (const [name, type] of [...both, ...host]) onHost.set(name, unresolvedValue(type));
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
    if (blind.size === 0) return false;
    const isLet = /^[a-z_]/.test(name);
    return isLet ? blind.has(LET_NAMES) : [...blind].some((prefix) => name.startsWith(prefix));
  }

  /** A name that was perhaps meant and that only the host knows, with what to say about it. */
  nearestOnHost(name: string): { readonly name: string; readonly reason: string } | undefined {
    const { hostOnly } = this.#parts;
    const nearest = closestName(name, hostOnly.keys());
    return nearest === undefined ? undefined : { name: nearest, reason: hostOnly.get(nearest) ?? '' };
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

/** The scope outside of everything: nothing but what the profile says. */
export function rootScope(profile: Profile): Scope {
  return new Scope({
    profile,
    creation: new SymbolTable(),
    host: new SymbolTable(),
    groups: { creation: new Set(), host: new Set() },
    hostOnly: new Map(),
    lets: new Set(),
    blind: new Set(),
    step: undefined,
  });
}

/** The scope inside an object whose shape changes what can be referred to. */
export function enterScope(name: ScopeName, node: DocumentNode, path: DiagnosticPath, scope: Scope, walk: Walk): Scope {
  const expr = walk.profile.syntax === 'expr';
  switch (name) {
    case 'job':
      return parameterScope(node, walk);
    case 'step': {
      const inside = scope.with({ ...nameSymbols('Job.Name', expr), step: node }).with(nameSymbols('Step.Name', expr));
      return checkLet(node, path, inside, 'creation', walk);
    }
    case 'task': {
      const host = [...sessionSymbols(expr), ...taskSymbols(scope.step), ...fileSymbols('Task.File', node)];
      const groups = ['Session.*', 'Task.Param.*', 'Task.RawParam.*', 'Task.File.*'] as const;
      return checkLet(node, path, scope.with({ host, groups }).blindTo(...blindInTask(scope.step, node)), 'host', walk);
    }
    case 'environment':
      return scope.with(nameSymbols('Job.Name', expr)).with({ host: sessionSymbols(expr), groups: ['Session.*'] });
    case 'environment-script': {
      const inside = scope.with({ host: fileSymbols('Env.File', node), groups: ['Env.File.*'] });
      const seeing = isUnreadable(node, 'embeddedFiles', hasName) ? inside.blindTo('Env.File.') : inside;
      const bound = checkLet(node, path, seeing.withoutStepName(), 'host', walk);
      // Where the bindings are used, the step has its name again.
      return scope.step === undefined ? bound : bound.with(nameSymbols('Step.Name', expr));
    }
    case 'wrap-environment':
      return scope.with({
        host: [...wrapSymbols(), ['WrappedEnv.Name', STRING]],
        groups: ['WrappedAction.*', 'WrappedEnv.*'],
      });
    case 'wrap-task':
      return scope.with({
        host: [...wrapSymbols(), ['WrappedStep.Name', STRING]],
        groups: ['WrappedAction.*', 'WrappedStep.*'],
      });
  }
}

/** The name of the job or step, which EXPR adds. */
function nameSymbols(name: 'Job.Name' | 'Step.Name', expr: boolean): { both: Symbols; groups: readonly Group[] } {
  return expr ? { both: [[name, STRING]], groups: [name] } : { both: [], groups: [] };
}

function sessionSymbols(expr: boolean): [string, ExprType][] {
  return [
    ['Session.WorkingDirectory', PATH],
    ['Session.PathMappingRulesFile', PATH],
    ['Session.HasPathMappingRules', expr ? BOOL : STRING],
  ];
}

function wrapSymbols(): [string, ExprType][] {
  return [
    ['WrappedAction.Command', STRING],
    ['WrappedAction.Args', listType(STRING)],
    ['WrappedAction.Environment', listType(STRING)],
    ['WrappedAction.Timeout', optionalType(INT)],
    ['WrappedAction.Cancelation.Mode', optionalType(STRING)],
    ['WrappedAction.Cancelation.NotifyPeriodInSeconds', optionalType(INT)],
  ];
}

/** `LIST[PATH]` as the expression language writes it; undefined for a type that does not exist. */
function exprType(type: string | undefined): ExprType | undefined {
  if (type === undefined) return undefined;
  let known = exprTypes.get(type);
  if (known === undefined) {
    known = parseType(type.toLowerCase().replace('chunk[int]', 'range_expr'));
    exprTypes.set(type, known);
  }
  return known;
}

/** The dozen types that parameters have, each read once. */
const exprTypes = new Map<string, ExprType>();

function parameterScope(node: DocumentNode, walk: Walk): Scope {
  const creation = new SymbolTable();
  const host = new SymbolTable();
  const hostOnly = new Map<string, string>();
  for (const { name, type } of named(definitionsUnder(node, 'parameterDefinitions'), 'JobParameterDefinition', walk)) {
    const path = type === 'PATH' || type === 'LIST[PATH]';
    const value = unresolvedValue(exprType(type) ?? ANY);
    const raw = path ? unresolvedValue(type === 'PATH' ? STRING : listType(STRING)) : value;
    creation.set(`RawParam.${name}`, raw);
    host.set(`RawParam.${name}`, raw).set(`Param.${name}`, value);
    if (path) {
      const reason = `Param.${name} is a path, which is mapped on the host: only environments and step scripts see it. RawParam.${name} is available here`;
      hostOnly.set(`Param.${name}`, reason);
    } else creation.set(`Param.${name}`, value);
  }
  const groups = { creation: new Set<Group>(), host: new Set<Group>() };
  const blind = new Set(isUnreadable(node, 'parameterDefinitions', hasName) ? ['Param.', 'RawParam.'] : []);
  return new Scope({
    profile: walk.profile,
    creation,
    host,
    groups,
    hostOnly,
    lets: new Set(),
    blind,
    step: undefined,
  });
}

function* taskSymbols(step: DocumentNode | undefined): Generator<[string, ExprType]> {
  for (const item of definitionsUnder(valueUnder(step, 'parameterSpace'), 'taskParameterDefinitions')) {
    const name = textOf(valueUnder(item, 'name'));
    const type = textOf(childOf(item, 'type'))?.toUpperCase();
    if (name === undefined) continue;
    const known = type !== undefined && /^(?:INT|FLOAT|STRING|PATH|CHUNK\[INT\])$/.test(type);
    const value = known ? (exprType(type) ?? ANY) : ANY;
    yield [`Task.Param.${name}`, value];
    yield [`Task.RawParam.${name}`, type === 'PATH' ? STRING : value];
  }
}

const hasName = (item: DocumentNode): boolean => textOf(valueUnder(item, 'name')) !== undefined;

/** Prefixes of what the script of a step cannot see because it could not be read. */
function blindInTask(step: DocumentNode | undefined, script: DocumentNode): string[] {
  const space = valueUnder(step, 'parameterSpace');
  const tasks =
    isUnreadable(space, 'taskParameterDefinitions', hasName) || (space !== undefined && space.kind !== 'map');
  return [
    ...(tasks ? ['Task.Param.', 'Task.RawParam.'] : []),
    ...(isUnreadable(script, 'embeddedFiles', hasName) ? ['Task.File.'] : []),
  ];
}

function* fileSymbols(prefix: string, script: DocumentNode): Generator<[string, ExprType]> {
  for (const item of definitionsUnder(script, 'embeddedFiles')) {
    const name = textOf(valueUnder(item, 'name'));
    if (name !== undefined) yield [`${prefix}.${name}`, PATH];
  }
}

/** Names and canonical types of a list of definitions; a type that is none is undefined. */
function* named(
  list: readonly DocumentNode[],
  shapeName: string,
  { table }: Walk,
): Generator<{ name: string; type: string | undefined }> {
  const shape = table[shapeName];
  for (const item of list) {
    const name = textOf(valueUnder(item, 'name'));
    const type = shape?.kind === 'variants' ? variantOf(shape, textOf(childOf(item, shape.by))) : undefined;
    if (name !== undefined) yield { name, type };
  }
}
