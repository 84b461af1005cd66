import { createJob, decodeJobTemplate, preprocessJobParameters, safeCreateJob } from '../../src/index.ts';
import type { ExtensionName, Job, JobParameterInput, ModelDiagnostic, Step } from '../../src/index.ts';

/** What a test says of a template; the rest is filled in. */
export interface Sketch {
  readonly extensions?: readonly ExtensionName[];
  readonly name?: string;
  readonly parameters?: readonly object[];
  readonly jobEnvironments?: readonly object[];
  readonly step?: object;
  readonly steps?: readonly object[];
  readonly values?: Readonly<Record<string, JobParameterInput>>;
}

export const SCRIPT = { actions: { onRun: { command: 'true' } } };

function documentOf({ extensions, name = 'Job', parameters, jobEnvironments, step, steps }: Sketch): object {
  return {
    specificationVersion: 'jobtemplate-2023-09',
    ...(extensions !== undefined && { extensions }),
    name,
    ...(parameters !== undefined && { parameterDefinitions: parameters }),
    ...(jobEnvironments !== undefined && { jobEnvironments }),
    steps: steps ?? [{ name: 'Only', script: SCRIPT, ...step }],
  };
}

/** The job of a sketch. */
export function jobOf(sketch: Sketch): Job {
  const template = decodeJobTemplate(documentOf(sketch));
  return createJob(template, preprocessJobParameters(template, sketch.values ?? {}));
}

/** The first step of the job of a sketch. */
export function stepOf(sketch: Sketch): Step {
  const [step] = jobOf(sketch).steps;
  if (step === undefined) throw new Error('a job has a step');
  return step;
}

/** What creating the job of a sketch found; the template itself is sound. */
export function problemsOf(sketch: Sketch): readonly ModelDiagnostic[] {
  const template = decodeJobTemplate(documentOf(sketch));
  const outcome = safeCreateJob(template, preprocessJobParameters(template, sketch.values ?? {}));
  return outcome.ok ? [] : outcome.diagnostics;
}

/** The problems as `path code`. */
export function codesOf(sketch: Sketch): string[] {
  return problemsOf(sketch).map(({ path, code }) => `${path.join('.')} ${code}`);
}

/** What templates with expressions of every kind declare. */
export const EXPR = ['EXPR', 'FEATURE_BUNDLE_1', 'TASK_CHUNKING'] as const;
