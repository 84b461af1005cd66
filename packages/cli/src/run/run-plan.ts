import { IntRangeExpr } from '@ojd/expr';
import {
  type Environment,
  type Job,
  type ResolvedTaskParameter,
  type Step,
  StepDependencyGraph,
  StepParameterSpaceIterator,
  type TaskParameterSet,
  type TaskParameterValue,
} from '@ojd/model';

/** How much of what could be chosen a message shows. */
const MOST_NAMES = 20;
const LONGEST_VALUES = 80;

/** Which part of a job to run. Names and values are as a person gave them. */
export interface RunSelection {
  /** Run this Step; absent: all Steps, or the only one. */
  readonly stepName?: string;
  /** With `stepName`: first the Steps that it depends on, directly or not. */
  readonly runDependencies?: boolean;
  /** Run these Tasks of the selected Step, in this order: text for each of its task parameters. */
  readonly tasks?: readonly Readonly<Record<string, string>>[];
  /** Run at most this many Tasks of each Step. */
  readonly maximumTasks?: number;
}

/** One Step to run and the Tasks to run of it. */
export interface StepPlan {
  readonly step: Step;
  /** Absent: the Step's parameter space, lazily. */
  readonly tasks?: readonly TaskParameterSet[];
  readonly maximumTasks?: number;
}

/** Everything that a run will do, checked before anything is started. */
export interface RunPlan {
  readonly job: Job;
  /** Environments of environment templates, outermost first; they are entered before the job's own. */
  readonly environments: readonly Environment[];
  /** In an order in which each Step comes after those it depends on. */
  readonly steps: readonly StepPlan[];
  /** The Step that was asked for, or the job's only one. */
  readonly selectedStep?: Step;
}

/** The selection does not fit the job. Nothing was started. */
export class RunPlanError extends Error {
  override readonly name = 'RunPlanError';
  /** Every problem, one sentence each. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Decides what to run. @throws {@link RunPlanError} with every problem of the selection. */
export function planRun(job: Job, selection: RunSelection = {}, environments: readonly Environment[] = []): RunPlan {
  const selectedStep = selectStep(job, selection);
  const steps = planSteps(job, selectedStep, selection);
  checkWrapLayers(job, environments, steps);
  return { job, environments, steps, ...(selectedStep === undefined ? {} : { selectedStep }) };
}

function selectStep(job: Job, { stepName, tasks }: RunSelection): Step | undefined {
  if (stepName !== undefined) return stepNamed(job, stepName);
  if (job.steps.length === 1) return job.steps[0];
  if (tasks !== undefined) {
    throw new RunPlanError([
      `Task parameters belong to one Step: choose it with --step. The Steps of this job: ${stepNames(job)}.`,
    ]);
  }
  return undefined;
}

/** The Step of `--step`. @throws {@link RunPlanError} */
export function stepNamed(job: Job, name: string): Step {
  const step = job.steps.find((candidate) => candidate.name === name);
  if (step !== undefined) return step;
  throw new RunPlanError([`Step '${name}' does not exist in Job '${job.name}'. Its Steps: ${stepNames(job)}.`]);
}

function stepNames(job: Job): string {
  const more = job.steps.length - MOST_NAMES;
  return quoted(job.steps.slice(0, MOST_NAMES).map(({ name }) => name)) + (more > 0 ? ` and ${more} more` : '');
}

function planSteps(job: Job, selected: Step | undefined, selection: RunSelection): readonly StepPlan[] {
  const limit =
    selection.maximumTasks !== undefined && selection.maximumTasks > 0 ? { maximumTasks: selection.maximumTasks } : {};
  const graph = new StepDependencyGraph(job);
  if (selected === undefined) return graph.topologicalOrder().map((step): StepPlan => Object.assign({ step }, limit));
  const last: StepPlan = {
    step: selected,
    ...limit,
    ...(selection.tasks === undefined ? {} : { tasks: resolveTasks(selected, selection.tasks) }),
  };
  if (selection.runDependencies !== true) return [last];
  const wanted = new Set(graph.transitiveDependenciesOf(selected.name).map((step) => step.name));
  const dependencies = graph.topologicalOrder().filter((step) => wanted.has(step.name));
  // The limit holds for the Step that was asked for; what it depends on has to be complete.
  return [...dependencies.map((step) => ({ step })), last];
}

/** Gives each value its parameter's type and checks that the Step has such a Task. */
function resolveTasks(step: Step, tasks: readonly Readonly<Record<string, string>>[]): readonly TaskParameterSet[] {
  const space = step.parameterSpace;
  if (space === undefined) {
    throw new RunPlanError([`Step '${step.name}' has no task parameters, so none can be given for it.`]);
  }
  const iterator = new StepParameterSpaceIterator(space);
  const problems: string[] = [];
  const sets = tasks.map((values, index) => {
    // As the reference commands count them.
    const which = tasks.length > 1 ? `Task ${index}: ` : '';
    const unknown = Object.keys(values).filter((name) => !iterator.names.includes(name));
    const missing = iterator.names.filter((name) => !(name in values));
    if (unknown.length > 0)
      problems.push(
        `${which}Step '${step.name}' has no task parameter ${quoted(unknown)}; it has ${quoted(iterator.names)}.`,
      );
    if (missing.length > 0) problems.push(`${which}No value is given for ${quoted(missing)}.`);
    const set: Record<string, TaskParameterValue> = Object.create(null);
    for (const { name, type } of space.taskParameterDefinitions) set[name] = { type, value: values[name] ?? '' };
    if (unknown.length + missing.length === 0 && !iterator.has(set)) {
      problems.push(
        `${which}${describeTask(set)} is not in the parameter space of Step '${step.name}'. ${space.taskParameterDefinitions.map(valuesInWords).join(' ')}`,
      );
    }
    return set;
  });
  if (problems.length > 0) throw new RunPlanError(problems);
  return sets;
}

/** `The values of 'Frame': 1-100.` */
function valuesInWords({ name, range }: ResolvedTaskParameter): string {
  const values = range instanceof IntRangeExpr ? range.toString() : quoted(range);
  return `The values of '${name}': ${values.length > LONGEST_VALUES ? `${values.slice(0, LONGEST_VALUES)}\u2026` : values}.`;
}

/** WRAP_ACTIONS: a Session has at most one wrapping Environment, refused before the first Environment is entered. */
function checkWrapLayers(job: Job, environments: readonly Environment[], steps: readonly StepPlan[]): void {
  const around = [...environments, ...job.jobEnvironments].filter(wraps);
  const problems = new Set<string>();
  for (const { step } of steps) {
    const layers = [...around, ...step.stepEnvironments.filter(wraps)];
    if (layers.length > 1) {
      problems.add(
        `At most one Environment may wrap actions, and the Session of Step '${step.name}' has ${layers.length}: ${quoted(layers.map(({ name }) => name))}.`,
      );
    }
  }
  if (problems.size > 0) throw new RunPlanError([...problems]);
}

/** Whether an Environment has hooks that run in place of what is inside it. */
export function wraps({ script }: Environment): boolean {
  const actions = script?.actions;
  return (
    actions?.onWrapEnvEnter !== undefined ||
    actions?.onWrapTaskRun !== undefined ||
    actions?.onWrapEnvExit !== undefined
  );
}

/** How many Tasks (or chunks of them) a Step is to run; undefined where the size of chunks follows the time that they take. */
export function plannedTasks({ step, tasks, maximumTasks }: StepPlan): number | undefined {
  if (tasks !== undefined) return tasks.length;
  const space = new StepParameterSpaceIterator(step.parameterSpace);
  if (space.chunksAdaptive) return undefined;
  return Math.min(Number(space.size), maximumTasks ?? Number.POSITIVE_INFINITY);
}

/** A Task's parameters for people: `Frame=3, Camera=left`. */
export function describeTask(parameters: TaskParameterSet): string {
  return Object.entries(parameters)
    .map(([name, { value }]) => `${name}=${value}`)
    .join(', ');
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
