// What format strings can refer to, place by place (Template Schemas 7.3.1, 3.6.2; RFC 0008).
import { ANY, type DiagnosticPath, listType, PATH, STRING, SymbolTable, unresolvedValue } from '@ojd/expr';
import { childOf, type DocumentNode, textOf } from '../documents/nodes.ts';
import {
  parameterType,
  sessionSymbols,
  taskParameterSymbols,
  type TypedSymbol,
  WRAPPED_SYMBOLS,
} from '../schema/host-symbols.ts';
import type { ScopeName } from '../schema/rule.ts';
import { variantOf } from '../schema/variants.ts';
import { checkLet } from './let-bindings.ts';
import { type Group, Scope, type Symbols } from './scope.ts';
import { definitionsUnder, hasUnreadableTasks, illegibleNames, isUnreadable, nameOf } from './unreadable.ts';
import type { Walk } from './walk.ts';

/** The scope outside of everything: nothing but what the profile says. */
export function rootScope({ profile, budget }: Walk): Scope {
  return new Scope({
    profile,
    budget,
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
      return checkLet(
        node,
        path,
        scope.with({ host, groups }).blindTo(...blindInTask(scope.step, node, walk)),
        'host',
        walk,
      );
    }
    case 'environment':
      return scope.with(nameSymbols('Job.Name', expr)).with({ host: sessionSymbols(expr), groups: ['Session.*'] });
    case 'environment-script': {
      const inside = scope.with({ host: fileSymbols('Env.File', node), groups: ['Env.File.*'] });
      const seeing = isUnreadable(node, 'embeddedFiles', walk.report)
        ? inside.blindTo('Env.File.', ...prefixed(illegibleNames(node, 'embeddedFiles'), 'Env.File.'))
        : inside;
      const bound = checkLet(node, path, seeing.withoutStepName(), 'host', walk);
      // Where the bindings are used, the step has its name again.
      return scope.step === undefined ? bound : bound.with(nameSymbols('Step.Name', expr));
    }
    case 'wrap-environment':
      return scope.with({
        host: WRAPPED_SYMBOLS.environment,
        groups: ['WrappedAction.*', 'WrappedEnv.*'],
      });
    case 'wrap-task':
      return scope.with({
        host: WRAPPED_SYMBOLS.task,
        groups: ['WrappedAction.*', 'WrappedStep.*'],
      });
  }
}

/** The name of the job or step, which EXPR adds. */
function nameSymbols(name: 'Job.Name' | 'Step.Name', expr: boolean): { both: Symbols; groups: readonly Group[] } {
  return expr ? { both: [[name, STRING]], groups: [name] } : { both: [], groups: [] };
}

function parameterScope(node: DocumentNode, walk: Walk): Scope {
  const creation = new SymbolTable();
  const host = new SymbolTable();
  const hostOnly = new Map<string, string>();
  for (const [name, type] of typesByName(node, walk)) {
    const path = type === 'PATH' || type === 'LIST[PATH]';
    const value = unresolvedValue(type === undefined ? ANY : parameterType(type));
    const raw = path ? unresolvedValue(type === 'PATH' ? STRING : listType(STRING)) : value;
    creation.set(`RawParam.${name}`, raw);
    host.set(`RawParam.${name}`, raw).set(`Param.${name}`, value);
    if (path) {
      const reason = `Param.${name} is a path, which is mapped on the host: only environments and step scripts see it. RawParam.${name} is available here`;
      hostOnly.set(`Param.${name}`, reason);
    } else creation.set(`Param.${name}`, value);
  }
  const groups = { creation: new Set<Group>(), host: new Set<Group>() };
  const blind = isUnreadable(node, 'parameterDefinitions', walk.report)
    ? new Set(['Param.', 'RawParam.', ...prefixed(illegibleNames(node, 'parameterDefinitions'), 'Param.', 'RawParam.')])
    : new Set<string>();
  return new Scope({
    profile: walk.profile,
    budget: walk.budget,
    creation,
    host,
    groups,
    hostOnly,
    lets: new Set(),
    blind,
    step: undefined,
  });
}

function* taskSymbols(step: DocumentNode | undefined): Generator<TypedSymbol> {
  const seen = new Set<string>();
  for (const item of definitionsUnder(childOf(step, 'parameterSpace'), 'taskParameterDefinitions')) {
    const name = nameOf(item);
    const type = textOf(childOf(item, 'type'))?.toUpperCase();
    if (name === undefined) continue;
    const known = type !== undefined && /^(?:INT|FLOAT|STRING|PATH|CHUNK\[INT\])$/.test(type);
    // Of two definitions with one name, who knows which is meant?
    yield* taskParameterSymbols(name, type, known && !seen.has(name) ? parameterType(type) : ANY);
    seen.add(name);
  }
}

/** Prefixes of what the script of a step cannot see because it could not be read. */
function blindInTask(step: DocumentNode | undefined, script: DocumentNode, { report }: Walk): string[] {
  const space = childOf(step, 'parameterSpace');
  const tasks = illegibleNames(space, 'taskParameterDefinitions');
  return [
    ...(hasUnreadableTasks(space, report) ? ['Task.Param.', 'Task.RawParam.'] : []),
    ...prefixed(tasks, 'Task.Param.', 'Task.RawParam.'),
    ...(isUnreadable(script, 'embeddedFiles', report) ? ['Task.File.'] : []),
    ...prefixed(illegibleNames(script, 'embeddedFiles'), 'Task.File.'),
  ];
}

const prefixed = (names: readonly string[], ...prefixes: string[]): string[] =>
  names.flatMap((name) => prefixes.map((prefix) => prefix + name));

function* fileSymbols(prefix: string, script: DocumentNode): Generator<TypedSymbol> {
  for (const item of definitionsUnder(script, 'embeddedFiles')) {
    const name = nameOf(item);
    if (name !== undefined) yield [`${prefix}.${name}`, PATH];
  }
}

/** Names and canonical types of job parameters; undefined for a type that is none, and for names that are repeated. */
function typesByName(node: DocumentNode, { table }: Walk): ReadonlyMap<string, string | undefined> {
  const types = new Map<string, string | undefined>();
  const shape = table['JobParameterDefinition'];
  for (const item of definitionsUnder(node, 'parameterDefinitions')) {
    const name = nameOf(item);
    const type = shape?.kind === 'variants' ? variantOf(shape, textOf(childOf(item, shape.by))) : undefined;
    if (name !== undefined) types.set(name, types.has(name) ? undefined : type);
  }
  return types;
}
