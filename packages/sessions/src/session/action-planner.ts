import {
  environmentVariableProblem,
  type Action,
  type EnvironmentScript,
  type Profile,
  type Step,
  type StepScript,
  type TaskParameterSet,
} from '@ojd/model';
import type { PathMappingRule } from '@ojd/expr';
import type { ActionPlan, PreparedCommand, PrepareLog } from '../actions/action-plan.ts';
import { materializeScript } from '../actions/materialize.ts';
import {
  actionDefaults,
  resolveAction,
  resolveText,
  type ActionPlace,
  type ResolvedAction,
} from '../actions/resolve-action.ts';
import { hostScope, ScriptScope, type HostScope } from '../actions/script-scope.ts';
import type { PathMappingFile } from '../files/path-mapping-file.ts';
import type { SessionFolders } from '../files/working-directory.ts';
import { hasNul, holdsNul } from '../ports/nul-characters.ts';
import type { Platform } from '../ports/platform.ts';
import type { SessionVariables } from '../variables/session-variables.ts';
import { setWrappedSymbols, wrapHooks } from '../wrap/wrapped-symbols.ts';
import type { EnteredEnvironment, EnvironmentStack } from './environment-stack.ts';
import { environmentMessages, subprocessMessages, taskMessages } from './message-scopes.ts';
import type { SessionOptions } from './session-options.ts';

type EnvVars = Readonly<Record<string, string | null>>;

/** What the caller of one action adds. */
export interface ActionExtras {
  readonly actionId: string;
  readonly envVars: EnvVars;
  readonly timeLimitMs: number | undefined;
}

/** A step by name, as far as running one of its tasks needs it. */
export interface RunnableStep {
  readonly name?: string;
  readonly script: StepScript;
  readonly scope?: Step['scope'];
  readonly profile?: Profile;
}

/** A command of the caller's own. */
export interface SubprocessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly useSessionEnvVars: boolean;
}

/** Turns what the template says into commands: for environments, tasks and subprocesses, wrapped or not. */
export class ActionPlanner {
  readonly #options: SessionOptions;
  readonly #folders: SessionFolders;
  readonly #platform: Platform;
  readonly #variables: SessionVariables;
  readonly #stack: EnvironmentStack;
  readonly #mappingFile: PathMappingFile;
  readonly #profile: Profile | undefined;
  #rules: readonly PathMappingRule[];
  #host: HostScope | undefined;

  constructor(parts: {
    readonly options: SessionOptions;
    readonly folders: SessionFolders;
    readonly platform: Platform;
    readonly variables: SessionVariables;
    readonly stack: EnvironmentStack;
    readonly mappingFile: PathMappingFile;
    readonly rules: readonly PathMappingRule[];
  }) {
    this.#options = parts.options;
    this.#folders = parts.folders;
    this.#platform = parts.platform;
    this.#variables = parts.variables;
    this.#stack = parts.stack;
    this.#mappingFile = parts.mappingFile;
    this.#profile = parts.options.profile ?? parts.options.job?.profile;
    this.#rules = parts.rules;
  }

  get rules(): readonly PathMappingRule[] {
    return this.#rules;
  }

  /** Takes effect with the next action. */
  set rules(rules: readonly PathMappingRule[]) {
    this.#rules = rules;
    this.#host = undefined;
  }

  enter(entered: EnteredEnvironment, extras: ActionExtras): ActionPlan {
    const { environment } = entered;
    return {
      kind: 'enter-environment',
      name: environment.name,
      environmentId: entered.id,
      title: `Entering Environment: ${environment.name}`,
      messages: this.#environmentMessages(entered),
      prepare: async (log) => {
        const scope = await this.#scope(environment.profile, environment.scope);
        for (const [name, value] of Object.entries(environment.variables ?? {})) {
          const resolved = resolveText(value, `the variable ${name}`, scope.context);
          if (hasNul(resolved)) throw new Error(`the variable ${name}: ${holdsNul}.`);
          const problem = environmentVariableProblem(resolved);
          if (problem !== undefined) throw new Error(`the variable ${name}: ${problem}`);
          this.#variables.declare(entered.layer, name, resolved);
          log('parameter-info', `Setting: ${name}=${resolved}`);
        }
        const action = environment.script?.actions.onEnter;
        return this.#prepareEnvironmentAction({ entered, place: 'onEnter', action, scope, extras, log });
      },
    };
  }

  exit(entered: EnteredEnvironment, extras: ActionExtras): ActionPlan {
    const { environment } = entered;
    return {
      kind: 'exit-environment',
      name: environment.name,
      environmentId: entered.id,
      title: `Exiting Environment: ${environment.name}`,
      messages: this.#environmentMessages(entered),
      prepare: async (log) => {
        const scope = await this.#scope(environment.profile, environment.scope);
        const action = environment.script?.actions.onExit;
        return this.#prepareEnvironmentAction({ entered, place: 'onExit', action, scope, extras, log });
      },
    };
  }

  task(step: RunnableStep, parameters: TaskParameterSet, extras: ActionExtras): ActionPlan {
    const shown = Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value]));
    const wrapper = this.#stack.wrapperOf(undefined);
    return {
      kind: 'run-task',
      ...(step.name !== undefined && { name: step.name }),
      taskParameters: shown,
      title: `Running Task${step.name === undefined ? '' : ` of ${step.name}`}`,
      messages: taskMessages(
        this.#variables,
        this.#hasRedactedEnvVars(step.profile, wrapper?.environment.profile),
        wrapper !== undefined,
      ),
      prepare: async (log) => {
        const profile = step.profile ?? this.#profile;
        const scope = await this.#scope(profile, step.scope, parameters);
        // Both reference implementations log these very lines.
        const values = Object.entries(parameters);
        if (values.length > 0) log('parameter-info', 'Parameter values:');
        for (const [name, { type, value }] of values) log('parameter-info', `${name}(${type}) = ${value}`);
        await materializeScript({
          script: step.script,
          scope,
          profile,
          symbolPrefix: 'Task.File',
          folders: this.#folders,
          owner: 'task',
          platform: this.#platform,
          log,
        });
        const action = resolveAction(step.script.actions.onRun, 'onRun', scope.context);
        if (wrapper === undefined) return this.#command(action, 'onRun', extras);
        return this.#wrap(wrapper, 'onRun', action, { kind: 'step', name: step.name ?? '' }, extras, log);
      },
    };
  }

  subprocess(request: SubprocessRequest, extras: ActionExtras): ActionPlan {
    return {
      kind: 'run-subprocess',
      name: request.command,
      title: `Running subprocess: ${request.command}`,
      messages: subprocessMessages,
      prepare: () =>
        Promise.resolve({
          command: request.command,
          args: request.args,
          env: this.#variables.forProcess(
            extras.envVars,
            request.useSessionEnvVars ? this.#layers() : [],
            extras.actionId,
          ),
          cwd: this.#folders.workingDirectory,
          ...(extras.timeLimitMs !== undefined && { timeLimitMs: extras.timeLimitMs }),
          cancel: { mode: 'TERMINATE' },
        }),
    };
  }

  async #prepareEnvironmentAction(parts: {
    readonly entered: EnteredEnvironment;
    readonly place: 'onEnter' | 'onExit';
    readonly action: Action | undefined;
    readonly scope: ScriptScope;
    readonly extras: ActionExtras;
    readonly log: PrepareLog;
  }): Promise<PreparedCommand | undefined> {
    const { entered, place, action, scope, extras, log } = parts;
    const { script, name } = entered.environment;
    // Nothing to run means nothing to wrap either.
    if (action === undefined || script === undefined) return undefined;
    await this.#materializeEnvironment(entered, script, scope, log);
    const resolved = resolveAction(action, place, scope.context);
    const wrapper = this.#stack.wrapperOf(entered);
    if (wrapper === undefined) return this.#command(resolved, place, extras);
    return this.#wrap(wrapper, place, resolved, { kind: 'environment', name }, extras, log);
  }

  /** The wrapping environment's hook in place of the action, in the wrapping environment's own scope. */
  async #wrap(
    wrapper: EnteredEnvironment,
    replaced: keyof typeof wrapHooks,
    action: ResolvedAction,
    subject: { readonly kind: 'environment' | 'step'; readonly name: string },
    extras: ActionExtras,
    log: PrepareLog,
  ): Promise<PreparedCommand | undefined> {
    const place = wrapHooks[replaced];
    const { environment } = wrapper;
    const hook = environment.script?.actions[place];
    if (environment.script === undefined || hook === undefined) return this.#command(action, replaced, extras);
    const scope = await this.#scope(environment.profile, environment.scope);
    setWrappedSymbols(scope.symbols, { action, variables: this.#variables.defined, subject });
    await this.#materializeEnvironment(wrapper, environment.script, scope, log);
    log('process-control', `${place} of ${environment.name} runs in place of ${replaced}`);
    return this.#command(resolveAction(hook, place, scope.context), place, extras);
  }

  async #materializeEnvironment(
    entered: EnteredEnvironment,
    script: EnvironmentScript,
    scope: ScriptScope,
    log: PrepareLog,
  ): Promise<void> {
    const profile = entered.environment.profile ?? this.#profile;
    await materializeScript({
      script,
      scope,
      profile,
      symbolPrefix: 'Env.File',
      folders: this.#folders,
      owner: entered.folder,
      platform: this.#platform,
      log,
    });
  }

  #command(action: ResolvedAction, place: ActionPlace, extras: ActionExtras): PreparedCommand {
    const declaredMs = action.timeLimitMs ?? actionDefaults[place].timeLimitMs;
    const timeLimitMs =
      declaredMs === undefined ? extras.timeLimitMs : Math.min(declaredMs, extras.timeLimitMs ?? declaredMs);
    return {
      command: action.command,
      args: action.args,
      env: this.#variables.forProcess(extras.envVars, this.#layers(), extras.actionId),
      cwd: this.#folders.workingDirectory,
      ...(timeLimitMs !== undefined && { timeLimitMs }),
      cancel: action.cancel ?? { mode: 'TERMINATE' },
    };
  }

  #layers() {
    return this.#stack.all.map((entered) => entered.layer);
  }

  async #scope(
    profile: Profile | undefined,
    creation: Step['scope'] | undefined,
    parameters?: TaskParameterSet,
  ): Promise<ScriptScope> {
    await this.#mappingFile.write(this.#rules);
    this.#host ??= hostScope({
      jobParameters: this.#options.jobParameters ?? this.#options.job?.parameters ?? {},
      pathFormat: this.#platform.pathFormat,
      rules: this.#rules,
      workingDirectory: this.#folders.workingDirectory,
      pathMappingFile: this.#mappingFile.path,
    });
    return new ScriptScope(this.#host, profile ?? this.#profile, creation, parameters);
  }

  #environmentMessages(entered: EnteredEnvironment) {
    const wrapper = this.#stack.wrapperOf(entered);
    const redacted = this.#hasRedactedEnvVars(entered.environment.profile, wrapper?.environment.profile);
    return environmentMessages(entered, this.#variables, redacted);
  }

  /** Where the session's own profile has the extension, or that of a template whose script may print the message. */
  #hasRedactedEnvVars(...printing: readonly (Profile | undefined)[]): boolean {
    return [this.#profile, ...printing].some((profile) => profile?.extensions.has('REDACTED_ENV_VARS') === true);
  }
}
