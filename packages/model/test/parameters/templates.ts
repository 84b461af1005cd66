import { decodeEnvironmentTemplate, decodeJobTemplate } from '../../src/index.ts';
import type { EnvironmentTemplate, ExtensionName, JobTemplate } from '../../src/index.ts';

const STEPS = [{ name: 'Only', script: { actions: { onRun: { command: 'true' } } } }];

/** A job template with these parameters. */
export function jobWith(
  parameterDefinitions: readonly object[],
  extensions: readonly ExtensionName[] = [],
): JobTemplate {
  return decodeJobTemplate({
    specificationVersion: 'jobtemplate-2023-09',
    name: 'Job',
    ...(extensions.length > 0 && { extensions }),
    ...(parameterDefinitions.length > 0 && { parameterDefinitions }),
    steps: STEPS,
  });
}

/** An environment template with these parameters. */
export function environmentWith(
  parameterDefinitions: readonly object[],
  { name = 'Env', extensions = [] }: { name?: string; extensions?: readonly ExtensionName[] } = {},
): EnvironmentTemplate {
  return decodeEnvironmentTemplate({
    specificationVersion: 'environment-2023-09',
    ...(extensions.length > 0 && { extensions }),
    parameterDefinitions,
    environment: { name, variables: { A: 'a' } },
  });
}
