import type { PathMappingRule } from '@ojd/expr';
import {
  type Action,
  type Environment,
  type Job,
  type JobParameterValues,
  type Step,
  StepParameterSpaceIterator,
  type TaskParameterSet,
} from '@ojd/model';
import type { ActionKind, ActionStartedEvent, SessionEvent } from '@ojd/sessions';
import { LocalRun, type RunPlan, type RunReport } from '../run/index.ts';
import { type RecordedFile, RecordingSpawner } from './recording-spawner.ts';

/** What one action of a run would do. */
export interface ExplainedAction {
  readonly kind: ActionKind;
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
  readonly cancelation: string;
}

/** All that a run would do, as far as it was asked for. */
export interface Explanation {
  readonly actions: readonly ExplainedAction[];
  /** How many Tasks each Step has, by name. */
  readonly taskCounts: ReadonlyMap<string, bigint>;
  /** The outcome of the dry run; anything but success is a problem that a real run would have too. */
  readonly report: RunReport;
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
  const spawn = new RecordingSpawner(({ request, files }) => {
    command = { command: request.command, args: request.args, variables: changes(options.env, request.env), files };
  });
  const onEvent = (event: SessionEvent): void => {
    if (event.type === 'started') {
      started = event;
      command = undefined;
    } else if (event.type === 'ended' && started !== undefined) {
      const { kind, name = '', taskParameters = {} } = started;
      actions.push({
        kind,
        name,
        taskParameters,
        args: [],
        variables: {},
        files: [],
        ...command,
        ...lookUp(kind, name),
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
  const counts = plan.steps.map(
    ({ step }) => [step.name, new StepParameterSpaceIterator(step.parameterSpace).size] as const,
  );
  return {
    actions,
    taskCounts: new Map(counts),
    report,
    ...(report.session === undefined ? {} : { workingDirectory: report.session.workingDirectory }),
  };
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

type Declared = Pick<ExplainedAction, 'timeLimit' | 'cancelation'>;

/** What the template declares for the action of an Environment or Step; of a wrapped one, what the wrap hook declares. */
function declarationsOf({ job, environments, steps }: RunPlan): (kind: ActionKind, name: string) => Declared {
  const all: readonly Environment[] = [
    ...environments,
    ...job.jobEnvironments,
    ...steps.flatMap(({ step }) => step.stepEnvironments),
  ];
  const find = (kind: ActionKind, name: string): Action | undefined => {
    if (kind === 'run-task') return stepNamed(job, name)?.script.actions.onRun;
    const actions = all.find((environment) => environment.name === name)?.script?.actions;
    return kind === 'enter-environment' ? actions?.onEnter : actions?.onExit;
  };
  return (kind, name) => describe(find(kind, name));
}

function stepNamed(job: Job, name: string): Step | undefined {
  return job.steps.find((step) => step.name === name);
}

function describe(action: Action | undefined): Declared {
  const { timeoutSeconds, cancelation } = action ?? {};
  const period = cancelation?.notifyPeriodInSeconds;
  const mode = cancelation === undefined ? 'TERMINATE' : text(cancelation.mode);
  return {
    ...(timeoutSeconds === undefined ? {} : { timeLimit: `${text(timeoutSeconds)} s` }),
    cancelation: period === undefined ? mode : `${mode} after ${text(period)} s`,
  };
}

function text(value: number | string | { readonly source: string }): string {
  return typeof value === 'object' ? value.source : String(value);
}

function changes(
  before: Readonly<Record<string, string | undefined>>,
  after: Readonly<Record<string, string>>,
): Readonly<Record<string, string | null>> {
  const changed: Record<string, string | null> = Object.create(null);
  for (const [name, value] of Object.entries(after)) if (before[name] !== value) changed[name] = value;
  for (const name of Object.keys(before)) if (!(name in after)) changed[name] = null;
  return changed;
}
