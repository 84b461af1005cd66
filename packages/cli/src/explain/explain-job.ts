import type { PathMappingRule } from '@ojd/expr';
import {
  type Action,
  type Environment,
  type JobParameterValues,
  type Step,
  StepParameterSpaceIterator,
  type TaskParameterSet,
} from '@ojd/model';
import type { ActionStartedEvent, SessionEvent } from '@ojd/sessions';
import { LocalRun, type RunPlan, type RunReport, wraps } from '../run/index.ts';
import { type RecordedFile, RecordingSpawner } from './recording-spawner.ts';

/** What one action of a run would do. */
export interface ExplainedAction {
  readonly kind: keyof typeof ACTIONS;
  /** The Environment's or the Step's name. */
  readonly name: string;
  readonly taskParameters: Readonly<Record<string, string>>;
  /** Absent: the template has nothing to run here. */
  readonly command?: string;
  readonly args: readonly string[];
  /** The variables that differ from this process's own; null: taken away. */
  readonly variables: Readonly<Record<string, string | null>>;
  readonly files: readonly RecordedFile[];
  /** What the template declares, as text: `30 s`, or the format string of a wrap hook. */
  readonly timeLimit?: string;
  /** Absent where there is nothing to run. */
  readonly cancelation?: string;
  /** The action that a wrap hook runs in the place of (RFC 0008). */
  readonly inPlaceOf?: WrappedDeclaration;
  /** Why it can't be told what would be run. */
  readonly problem?: string;
}

/** What the template declares for an action that is not run itself, and who runs in its place. */
export interface WrappedDeclaration {
  readonly action: 'onEnter' | 'onRun' | 'onExit';
  readonly hook: 'onWrapEnvEnter' | 'onWrapTaskRun' | 'onWrapEnvExit';
  /** The Environment that has the hook. */
  readonly environment: string;
  readonly timeLimit?: string;
  readonly cancelation: string;
}

/** All that a run would do, as far as it was asked for. */
export interface Explanation {
  readonly actions: readonly ExplainedAction[];
  /** How many Tasks each Step has, by name. */
  readonly taskCounts: ReadonlyMap<string, bigint>;
  /** The outcome of the dry run; anything but success is a problem that a real run would have too. */
  readonly report: RunReport;
  readonly pathMappingRules: readonly PathMappingRule[];
  /** The file in which actions find the rules; absent when nothing would be run. */
  readonly pathMappingFile?: RecordedFile;
  /** The working directory of the dry run; texts of the actions that hold it would hold another one in a run. */
  readonly workingDirectory?: string;
}

/** What to explain. */
export interface ExplainOptions {
  readonly jobParameters: JobParameterValues;
  readonly pathMappingRules: readonly PathMappingRule[];
  /** Tasks of each Step. */
  readonly limit: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Runs a plan with a spawner that starts nothing, and tells what it was asked to start. */
export async function explainJob(plan: RunPlan, options: ExplainOptions): Promise<Explanation> {
  const actions: ExplainedAction[] = [];
  const lookUp = declarationsOf(plan);
  let started: ActionStartedEvent | undefined;
  let command: Pick<ExplainedAction, 'command' | 'args' | 'variables' | 'files'> | undefined;
  let pathMapping: RecordedFile | undefined;
  const spawn = new RecordingSpawner(({ request, files, pathMappingFile }) => {
    pathMapping = pathMappingFile;
    command = { command: request.command, args: request.args, variables: changes(options.env, request.env), files };
  });
  const onEvent = (event: SessionEvent): void => {
    if (event.type === 'started') {
      started = event;
      command = undefined;
    } else if (event.type === 'ended' && started !== undefined) {
      const { kind, name = '', taskParameters = {} } = started;
      if (kind === 'run-subprocess') return; // no run has one
      actions.push({
        kind,
        name,
        taskParameters,
        args: [],
        variables: {},
        files: [],
        ...command,
        ...lookUp(kind, name),
        ...(event.result.state === 'success' ? {} : { problem: event.result.message }),
      });
    }
  };
  const run = new LocalRun(firstTasks(plan, options.limit), {
    jobParameters: options.jobParameters,
    pathMappingRules: options.pathMappingRules,
    ports: { spawn },
    onEvent,
  });
  const report = await run.run();
  const counts = plan.steps.map(({ step }) => [step.name, taskCount(step)] as const);
  return {
    actions,
    taskCounts: new Map(counts),
    report,
    pathMappingRules: options.pathMappingRules,
    ...(pathMapping === undefined ? {} : { pathMappingFile: pathMapping }),
    ...(report.session === undefined ? {} : { workingDirectory: report.session.workingDirectory }),
  };
}

/** How many Tasks a Step has; where chunks adapt to the time they take, how many there are while they have their first size. */
function taskCount({ parameterSpace }: Step): bigint {
  const tasks = new StepParameterSpaceIterator(parameterSpace);
  const { chunksAdaptive, chunkTaskCount } = tasks;
  if (!chunksAdaptive || chunkTaskCount === undefined) return tasks.size;
  return new StepParameterSpaceIterator(parameterSpace, { chunkTaskCount }).size;
}

/** Only the first Tasks of each Step; fixed, so that a chunk size doesn't follow the time that nothing took. */
function firstTasks(plan: RunPlan, limit: number): RunPlan {
  return {
    ...plan,
    steps: plan.steps.map(({ step }) => ({
      step,
      tasks: take(new StepParameterSpaceIterator(step.parameterSpace), limit),
    })),
  };
}

function take(tasks: Iterable<TaskParameterSet>, limit: number): readonly TaskParameterSet[] {
  const taken: TaskParameterSet[] = [];
  for (const task of tasks) {
    if (taken.length >= limit) break;
    taken.push(task);
  }
  return taken;
}

type Declared = Pick<ExplainedAction, 'timeLimit' | 'cancelation' | 'inPlaceOf'>;

const ACTIONS = {
  'enter-environment': { action: 'onEnter', hook: 'onWrapEnvEnter' },
  'run-task': { action: 'onRun', hook: 'onWrapTaskRun' },
  'exit-environment': { action: 'onExit', hook: 'onWrapEnvExit' },
} as const;

/** What the template declares for the action of an Environment or Step; of a wrapped one, what the hook in its place declares. */
function declarationsOf({
  job,
  environments,
  steps,
}: RunPlan): (kind: ExplainedAction['kind'], name: string) => Declared {
  const around = [...environments, ...job.jobEnvironments];
  const stackOf = (step: Step | undefined): readonly Environment[] => [...around, ...(step?.stepEnvironments ?? [])];
  return (kind, name) => {
    const { action, hook } = ACTIONS[kind];
    const isTask = action === 'onRun';
    const owner = steps.find(({ step }) =>
      isTask ? step.name === name : step.stepEnvironments.some((environment) => environment.name === name),
    );
    const stack = stackOf(owner?.step);
    const position = isTask ? stack.length : stack.findIndex((environment) => environment.name === name);
    const own = isTask ? owner?.step.script.actions.onRun : stack[position]?.script?.actions[action];
    // What does not run has no limits.
    if (own === undefined) return {};
    const declared = describe(own, action);
    const wrapper = stack.slice(0, position).find(wraps);
    const wrapping = wrapper?.script?.actions[hook];
    if (wrapper === undefined || wrapping === undefined) return declared;
    return { ...describe(wrapping, action), inPlaceOf: { action, hook, environment: wrapper.name, ...declared } };
  };
}

/** What holds where the template says nothing (Template Schemas 5), in seconds. */
const DEFAULTS = {
  onEnter: { timeLimit: undefined, notifyPeriod: 30 },
  onRun: { timeLimit: undefined, notifyPeriod: 120 },
  onExit: { timeLimit: 300, notifyPeriod: 30 },
} as const;

function describe(
  { timeoutSeconds, cancelation }: Action,
  place: keyof typeof DEFAULTS,
): Pick<WrappedDeclaration, 'timeLimit' | 'cancelation'> {
  const { timeLimit, notifyPeriod } = DEFAULTS[place];
  return {
    ...(timeoutSeconds !== undefined && { timeLimit: `${text(timeoutSeconds)} s` }),
    ...(timeoutSeconds === undefined && timeLimit !== undefined && { timeLimit: `${timeLimit} s (the default)` }),
    cancelation: describeCancelation(cancelation, notifyPeriod),
  };
}

function describeCancelation(cancelation: Action['cancelation'], defaultPeriod: number): string {
  if (cancelation === undefined) return 'TERMINATE (the default)';
  const mode = text(cancelation.mode);
  if (cancelation.notifyPeriodInSeconds !== undefined)
    return `${mode} after ${text(cancelation.notifyPeriodInSeconds)} s`;
  return mode === 'NOTIFY_THEN_TERMINATE' ? `${mode} after ${defaultPeriod} s (the default)` : mode;
}

function text(value: number | string | { readonly source: string }): string {
  return typeof value === 'object' ? value.source : String(value);
}

function changes(
  before: Readonly<Record<string, string | undefined>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> {
  const changed: Record<string, string | null> = Object.create(null);
  for (const [name, value] of Object.entries(after)) {
    // The Session's own bookkeeping.
    if (before[name] !== value && !name.startsWith('OJD_')) changed[name] = value;
  }
  for (const name of Object.keys(before)) if (!(name in after)) changed[name] = null;
  return changed;
}
