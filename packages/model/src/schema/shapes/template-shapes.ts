// Job templates, environment templates and steps (Template Schemas 1, 3).
import type { Shape } from '../rule.ts';
import { choice, format, LET, list, object, optional, required, shape, text } from './parts.ts';

const EXTENSIONS = optional(
  list(text('any'), 1),
  'The extensions of the specification that this template uses: TASK_CHUNKING, REDACTED_ENV_VARS, FEATURE_BUNDLE_1, EXPR, WRAP_ACTIONS.',
);

export const TEMPLATE_SHAPES: Readonly<Record<string, Shape>> = {
  JobTemplate: shape(
    '1.1',
    'A job template: the shape of a job, from which jobs are created by giving values to its parameters.',
    {
      specificationVersion: required(
        choice('jobtemplate-2023-09'),
        'The schema of this document: `jobtemplate-2023-09`.',
      ),
      $schema: optional(text('any'), 'Ignored. For editors.'),
      extensions: EXTENSIONS,
      name: required(
        format('jobName', 'creation', 'string'),
        'The name of jobs created from this template. A format string.',
      ),
      description: optional(text('description'), 'What jobs from this template do. For people only.'),
      parameterDefinitions: optional(
        list(object('JobParameterDefinition'), 1, 'jobTemplateParameters'),
        'The parameters that a submission gives values to. `{{Param.NAME}}` is the value.',
      ),
      jobEnvironments: optional(
        list(object('Environment'), 0),
        'Environments that every session of this job enters first, in this order, and leaves last.',
      ),
      steps: required(list(object('StepTemplate'), 1), 'The steps of the job.'),
    },
    'job',
  ),

  EnvironmentTemplate: shape(
    '1.2',
    'An environment template: an environment that is applied to jobs from outside.',
    {
      specificationVersion: required(
        choice('environment-2023-09'),
        'The schema of this document: `environment-2023-09`.',
      ),
      // 1.2 lists no $schema, unlike 1.1.
      extensions: EXTENSIONS,
      parameterDefinitions: optional(
        list(object('JobParameterDefinition'), 1, 'environmentTemplateParameters'),
        'Parameters that the environment uses. They are merged with those of the job.',
      ),
      environment: required(object('Environment'), 'The environment.'),
    },
    'job',
  ),

  StepTemplate: shape(
    '3',
    'A step: one script, run once for each task of its parameter space.',
    {
      name: required(text('stepName'), 'The name of the step, unique in the job.'),
      description: optional(text('description'), 'What the step does. For people only.'),
      let: LET,
      dependencies: optional(list(object('StepDependency'), 1), 'Steps that must complete before this one starts.'),
      stepEnvironments: optional(
        list(object('Environment'), 0),
        'Environments that sessions of this step enter after those of the job.',
      ),
      hostRequirements: optional(object('HostRequirements'), 'What a host must offer to run this step.'),
      parameterSpace: optional(object('StepParameterSpace'), 'The tasks of the step. Without it the step is one task.'),
      script: optional(object('StepScript'), 'What each task runs.'),
      bash: simple('Bash'),
      cmd: simple('Windows batch'),
      node: simple('JavaScript (Node)'),
      powershell: simple('PowerShell'),
      python: simple('Python'),
    },
    'step',
  ),

  StepDependency: shape('3.2', 'A step that must complete first.', {
    dependsOn: required(text('stepName'), 'The name of that step.'),
  }),
};

function simple(language: string) {
  return {
    rule: object('SimpleAction'),
    extension: 'FEATURE_BUNDLE_1' as const,
    doc: `A ${language} script that each task runs: short for \`script\` with an embedded file.`,
  };
}
