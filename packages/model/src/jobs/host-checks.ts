// What hosts resolve, checked when the job is created: the values of job parameters are known by then, those of the host
// by their types (Expression Language, "Progressive Expression Evaluation", stage 2). What fails here fails on every host.
import {
  ANY,
  type DiagnosticPath,
  type EvaluationBudget,
  type EvaluationContext,
  type ExprLimits,
  type ExprProblem,
  listType,
  PATH,
  STRING,
  SymbolTable,
  unresolvedValue,
  valueText,
} from '@ojd/expr';
import { type Finding, findingOf, type Findings } from '../diagnostics/findings.ts';
import { parameterSymbols } from '../parameters/parameter-symbols.ts';
import type { JobParameterValues } from '../parameters/types.ts';
import {
  parameterType,
  sessionSymbols,
  taskParameterSymbols,
  type TypedSymbol,
  WRAPPED_SYMBOLS,
} from '../schema/host-symbols.ts';
import { targetType } from '../schema/targets.ts';
import type { LetBinding } from '../templates/script-types.ts';
import { writtenAs } from '../templates/simple-actions.ts';
import type { StepTemplate } from '../templates/types.ts';
import type { Profile } from '../profile/profile.ts';
import {
  actionFields,
  concerns,
  contentsField,
  type HostField,
  isKnownNow,
  mayFail,
  variableField,
} from './host-fields.ts';
import type { Action, CreationScope, Environment, Step } from './types.ts';

/** One scope of a host: the names bound there, and the fields that can use them. */
interface HostScopeParts {
  readonly symbols: Iterable<TypedSymbol>;
  readonly let: readonly LetBinding[];
  readonly letPath: DiagnosticPath;
  readonly fields: readonly HostField[];
}

/** Checks the scripts and variables of one job. */
export class HostChecks {
  readonly #findings: Findings;
  readonly #profile: Profile;
  readonly #parameters: SymbolTable;
  readonly #context: Omit<EvaluationContext, 'symbols' | 'pathFormat'>;

  constructor(options: {
    readonly findings: Findings;
    readonly profile: Profile;
    readonly parameters: JobParameterValues;
    /** One of their own: that a check is too expensive is no fault of the job. */
    readonly budget: EvaluationBudget;
    readonly limits?: Partial<ExprLimits> | undefined;
  }) {
    const { findings, profile, parameters, budget, limits } = options;
    this.#findings = findings;
    this.#profile = profile;
    this.#context = { host: 'unresolved', budget, ...(limits !== undefined && { limits }) };
    this.#parameters = parameterSymbols(parameters, { kind: 'template' });
    // Where a path leads is for the host to say; what was submitted is in RawParam.
    for (const [name, parameter] of Object.entries(parameters)) {
      if (parameter.type === 'PATH') this.#parameters.set(`Param.${name}`, unresolvedValue(PATH));
      if (parameter.type === 'LIST[PATH]') this.#parameters.set(`Param.${name}`, unresolvedValue(listType(PATH)));
    }
  }

  /** The script of a step; its environments are checked by themselves. */
  step({ script, parameterSpace }: StepTemplate, { script: created, scope }: Step, path: DiagnosticPath): void {
    const simple = writtenAs(script);
    const here = [...path, simple?.key ?? 'script'];
    const actionPath = simple === undefined ? [...here, 'actions', 'onRun'] : here;
    const files = script.embeddedFiles.map(({ data }, index) =>
      contentsField(data, simple === undefined ? [...here, 'embeddedFiles', index, 'data'] : [...here, 'script']),
    );
    const tasks = (parameterSpace?.taskParameterDefinitions ?? []).flatMap(({ name, type }) =>
      taskParameterSymbols(name, type, parameterType(type)),
    );
    this.#scope(scope, {
      symbols: [...tasks, ...script.embeddedFiles.map(({ name }) => [`Task.File.${name}`, PATH] as const)],
      let: script.let,
      letPath: [...here, 'let'],
      fields: [...actionFields(created.actions.onRun, actionPath, simple?.impliedArgs), ...files],
    });
  }

  /** The variables and the script of an environment. */
  environment({ variables = {}, script, scope }: Environment, path: DiagnosticPath): void {
    this.#scope(scope, {
      symbols: [],
      let: [],
      letPath: path,
      fields: Object.entries(variables).map(([name, source]) => variableField(source, [...path, 'variables', name])),
    });
    if (script === undefined) return;
    const here = [...path, 'script'];
    const { onWrapEnvEnter, onWrapTaskRun, onWrapEnvExit, ...own } = script.actions;
    const files = script.embeddedFiles.map(({ name }) => [`Env.File.${name}`, PATH] as const);
    const fieldsOf = (actions: Readonly<Record<string, Action | undefined>>): readonly HostField[] =>
      Object.entries(actions).flatMap(([name, action]) =>
        action === undefined ? [] : actionFields(action, [...here, 'actions', name]),
      );
    const contents = script.embeddedFiles.map(({ data }, index) =>
      contentsField(data, [...here, 'embeddedFiles', index, 'data']),
    );
    const within = { let: script.let, letPath: [...here, 'let'] };
    this.#scope(scope, { ...within, symbols: files, fields: [...fieldsOf(own), ...contents] });
    // What the bindings make wrong is told once, above.
    const wrapped = [
      { symbols: WRAPPED_SYMBOLS.environment, actions: { onWrapEnvEnter, onWrapEnvExit } },
      { symbols: WRAPPED_SYMBOLS.task, actions: { onWrapTaskRun } },
    ];
    for (const { symbols, actions } of wrapped) {
      this.#scope(scope, { ...within, symbols: [...files, ...symbols], fields: fieldsOf(actions) }, 'fields alone');
    }
  }

  #scope(scope: CreationScope, parts: HostScopeParts, report: 'all' | 'fields alone' = 'all'): void {
    const fields = parts.fields.filter((field) => concerns(field));
    if (fields.length === 0 && (parts.let.length === 0 || report === 'fields alone')) return;
    const found = this.#findingsFor(scope, parts, fields, report, 'POSIX');
    if (found.length === 0) return;
    // What a text is as a path depends on the host: only what is wrong on each kind of host is wrong.
    const elsewhere = new Set(this.#findingsFor(scope, parts, fields, report, 'WINDOWS').map(placeOf));
    for (const finding of found) if (elsewhere.has(placeOf(finding))) this.#findings.add(finding);
  }

  #findingsFor(
    scope: CreationScope,
    parts: HostScopeParts,
    fields: readonly HostField[],
    report: 'all' | 'fields alone',
    pathFormat: 'POSIX' | 'WINDOWS',
  ): readonly Finding[] {
    const symbols = new SymbolTable(this.#parameters);
    // An environment template does not know its job.
    symbols.set('Job.Name', unresolvedValue(STRING));
    for (const name of scope.symbols.names()) symbols.set(name, scope.symbols.get(name) ?? unresolvedValue(ANY));
    const typed = [...sessionSymbols(this.#profile.syntax === 'expr'), ...parts.symbols];
    for (const [name, type] of typed) symbols.set(name, unresolvedValue(type));
    const context: EvaluationContext = { ...this.#context, symbols, pathFormat };
    const bound = parts.let.flatMap(({ name, expression, offset }, index) => {
      const { value, problems } = expression.check(context);
      symbols.set(name, problems.length > 0 ? unresolvedValue(ANY) : value);
      return affordable(problems, context).map((problem) => findingOf(problem, [...parts.letPath, index], offset));
    });
    return [...(report === 'all' ? bound : []), ...fields.flatMap((field) => this.#fieldFindings(field, context))];
  }

  #fieldFindings({ source, path, target, judge }: HostField, context: EvaluationContext): readonly Finding[] {
    const type = this.#profile.syntax === 'expr' && source.isWholeField ? targetType(target) : undefined;
    const found: Finding[] = [];
    let known = '';
    let complete = true;
    for (const segment of source.segments) {
      if (segment.kind === 'text') {
        known += segment.text;
        continue;
      }
      if (!(judge === undefined ? mayFail(segment.expression) : isKnownNow(segment.expression))) {
        complete = false;
        continue;
      }
      const { value, problems } = segment.expression.check(context, type);
      found.push(...affordable(problems, context).map((problem) => findingOf(problem, path, segment.span.start)));
      // A field that null drops has nothing to be judged.
      if (value.kind === 'unresolved' || (value.kind === 'null' && source.isWholeField)) complete = false;
      else if (judge !== undefined) known += valueText(value);
    }
    const problem = found.length > 0 ? undefined : judge?.(known, complete, this.#profile);
    if (problem !== undefined) found.push({ code: problem.code, message: problem.message, hint: problem.hint, path });
    return found;
  }
}

/** Problems, without those of the checks: a host evaluates each expression by itself, and its limits are its own. */
function affordable(problems: readonly ExprProblem[], { limits }: EvaluationContext): readonly ExprProblem[] {
  const ours = limits === undefined ? /^expr-limit-budget$/ : /^expr-limit-/;
  return problems.filter(({ code }) => !ours.test(code));
}

const placeOf = ({ path, span }: Finding): string => JSON.stringify([path, span?.start]);
