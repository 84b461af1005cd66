// A whole job on this machine, in one Session. Knows nothing of terminals: rendering is done from its events and report.
export { describeFailure, LocalRun, type LocalRunOptions } from './local-run.ts';
export { plannedTasks, planRun, type RunPlan, RunPlanError, type RunSelection, stepNamed, wraps } from './run-plan.ts';
export type { EnvironmentReport, RunFailure, RunReport, StepReport, StepState } from './run-report.ts';
