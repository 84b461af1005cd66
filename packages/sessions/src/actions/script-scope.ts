import {
  boolValue,
  pathValue,
  stringValue,
  SymbolTable,
  type EvaluationContext,
  type PathFormat,
  type PathMappingRule,
  type Syntax,
} from '@ojd/expr';
import {
  parameterSymbols,
  taskSymbols,
  type CreationScope,
  type JobParameterValues,
  type Profile,
  type TaskParameterSet,
} from '@ojd/model';

/** What every format string of a session may use; made anew when the path mapping rules change. */
export interface HostScope {
  readonly symbols: SymbolTable;
  readonly pathFormat: PathFormat;
  readonly rules: readonly PathMappingRule[];
  /** What does not change from one task of a step to the next, by what job creation settled for it. */
  readonly scripts: WeakMap<CreationScope, { readonly syntax: Syntax; readonly symbols: SymbolTable }>;
}

/** `Param.*`, `RawParam.*` and `Session.*` on this host (Template Schemas 7.3.1). */
export function hostScope(options: {
  readonly jobParameters: JobParameterValues;
  readonly pathFormat: PathFormat;
  readonly rules: readonly PathMappingRule[];
  readonly workingDirectory: string;
  readonly pathMappingFile: string;
}): HostScope {
  const { pathFormat, rules } = options;
  const symbols = new SymbolTable(
    parameterSymbols(options.jobParameters, { kind: 'host', pathFormat, pathMappingRules: rules }),
  );
  symbols.set('Session.WorkingDirectory', pathValue(options.workingDirectory, pathFormat));
  symbols.set('Session.PathMappingRulesFile', pathValue(options.pathMappingFile, pathFormat));
  return { symbols, pathFormat, rules, scripts: new WeakMap() };
}

/** What one script may use: the host's symbols, what job creation settled, and for a task its parameters. */
export class ScriptScope {
  readonly syntax: Syntax;
  readonly symbols: SymbolTable;
  readonly #host: HostScope;

  constructor(
    host: HostScope,
    profile: Profile | undefined,
    creation: CreationScope | undefined,
    taskParameters?: TaskParameterSet,
  ) {
    this.syntax = profile?.syntax ?? 'base';
    this.#host = host;
    this.symbols = new SymbolTable(scriptSymbols(host, this.syntax, creation));
    if (taskParameters !== undefined) {
      const { pathFormat, rules: pathMappingRules } = host;
      addAll(this.symbols, taskSymbols(taskParameters, { pathFormat, pathMappingRules, syntax: this.syntax }));
    }
  }

  get context(): EvaluationContext {
    return { symbols: this.symbols, pathFormat: this.#host.pathFormat, host: { pathMappingRules: this.#host.rules } };
  }

  get pathFormat(): PathFormat {
    return this.#host.pathFormat;
  }
}

function scriptSymbols(host: HostScope, syntax: Syntax, creation: CreationScope | undefined): SymbolTable {
  const kept = creation === undefined ? undefined : host.scripts.get(creation);
  if (kept?.syntax === syntax) return kept.symbols;
  const symbols = new SymbolTable(host.symbols);
  // The word in the base language, the truth value in EXPR.
  const mapped = host.rules.length > 0;
  symbols.set('Session.HasPathMappingRules', syntax === 'expr' ? boolValue(mapped) : stringValue(String(mapped)));
  if (creation === undefined) return symbols;
  addAll(symbols, creation.symbols);
  // Only an environment can be made without it, and then says what to do.
  const reason = creation.symbols.reasonAgainst('Job.Name');
  if (reason !== undefined) symbols.forbid('Job.Name', reason);
  host.scripts.set(creation, { syntax, symbols });
  return symbols;
}

function addAll(symbols: SymbolTable, added: SymbolTable): void {
  for (const name of added.names()) {
    const value = added.get(name);
    if (value !== undefined) symbols.set(name, value);
  }
}
