import type { DiagnosticPath } from '@ojd/expr';
import { ENVIRONMENT_ACTIONS } from '../schema/shapes/script-shapes.ts';
import type { EnvironmentDefinition, EnvironmentScriptTemplate } from '../templates/types.ts';
import { createAction } from './actions.ts';
import type { HostChecks } from './host-checks.ts';
import type { Resolver } from './resolver.ts';
import type { CreationScope, Environment, EnvironmentActions, EnvironmentScript } from './types.ts';

/** The Environment of a job: its actions' times are resolved, everything else waits for the host. */
export function createEnvironmentFrom(
  definition: EnvironmentDefinition,
  path: DiagnosticPath,
  scope: CreationScope,
  resolver: Resolver,
  host: HostChecks,
): Environment {
  const { name, description, variables, script } = definition;
  const environment: Environment = {
    name,
    ...(description !== undefined && { description }),
    ...(variables !== undefined && { variables }),
    ...(script !== undefined && { script: createScript(script, [...path, 'script'], resolver) }),
    scope,
    profile: resolver.profile,
  };
  host.environment(environment, path);
  return environment;
}

function createScript(script: EnvironmentScriptTemplate, path: DiagnosticPath, resolver: Resolver): EnvironmentScript {
  const actions: { -readonly [Name in keyof EnvironmentActions]: EnvironmentActions[Name] } = {};
  for (const name of ENVIRONMENT_ACTIONS) {
    const action = script.actions[name];
    if (action !== undefined) actions[name] = createAction(action, [...path, 'actions', name], resolver);
  }
  return { let: script.let, actions, embeddedFiles: script.embeddedFiles };
}
