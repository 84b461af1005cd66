// Job templates, environment templates and steps (Template Schemas 1, 3).
import type { Shape } from '../rule.ts';
import { choice, format, LET, list, object, optional, required, shape, text } from './parts.ts';

const EXTENSIONS = optional(list(text('any'), 1));

export const TEMPLATE_SHAPES: Readonly<Record<string, Shape>> = {
  // A job template: the shape of a job, from which jobs are created by giving values to its parameters.
  JobTemplate: shape(
    '1.1',
    {
      specificationVersion: required(
        choice('jobtemplate-2023-09'),
        'The schema of this document: `jobtemplate-2023-09`.',
      ),
      $schema: optional(text('any')),
      extensions: EXTENSIONS,
      name: required(
        format('jobName', 'creation', 'string'),
        'The name of jobs created from this template. A format string.',
      ),
      description: optional(text('description')),
      parameterDefinitions: optional(list(object('JobParameterDefinition'), 1, 'jobTemplateParameters')),
      jobEnvironments: optional(list(object('Environment'), 0)),
      steps: required(list(object('StepTemplate'), 1), 'The steps of the job.'),
    },
    'job',
  ),

  // An environment template: an environment that is applied to jobs from outside.
  EnvironmentTemplate: shape(
    '1.2',
    {
      specificationVersion: required(
        choice('environment-2023-09'),
        'The schema of this document: `environment-2023-09`.',
      ),
      // 1.2 lists no $schema, unlike 1.1.
      extensions: EXTENSIONS,
      parameterDefinitions: optional(list(object('JobParameterDefinition'), 1, 'environmentTemplateParameters')),
      environment: required(object('Environment'), 'The environment.'),
    },
    'job',
  ),

  // A step: one script, run once for each task of its parameter space.
  StepTemplate: shape(
    '3',
    {
      name: required(text('stepName'), 'The name of the step, unique in the job.'),
      description: optional(text('description')),
      let: LET,
      dependencies: optional(list(object('StepDependency'), 1)),
      stepEnvironments: optional(list(object('Environment'), 0)),
      hostRequirements: optional(object('HostRequirements')),
      parameterSpace: optional(object('StepParameterSpace')),
      script: optional(object('StepScript')),
      bash: simple(),
      cmd: simple(),
      node: simple(),
      powershell: simple(),
      python: simple(),
    },
    'step',
  ),

  // A step that must complete first.
  StepDependency: shape('3.2', {
    dependsOn: required(text('stepName'), 'The name of that step.'),
  }),
};

function simple() {
  return {
    rule: object('SimpleAction'),
    extension: 'FEATURE_BUNDLE_1' as const,
  };
}
