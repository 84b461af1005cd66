import { checkGiven, checkText, isObject, refuse } from '../errors/check-given.ts';
import { SessionError } from '../errors/session-error.ts';
import { variableProblem } from '../variables/stack-variables.ts';

// A template or the JSON of a job in place of a job is the usual mistake: their texts are strings yet.
const formatString = 'a FormatString, as createJob, createEnvironment and decodeJob make them';

export function checkEnvironment(environment: unknown): void {
  checkGiven('environment', 'an Environment', environment);
  checkText('environment.name', field(environment, 'name') ?? null);
  const variables = field(environment, 'variables') ?? undefined;
  if (variables !== undefined) {
    checkGiven('environment.variables', `an object of variables, each ${formatString}`, variables);
    const problem = variableProblem(Object.fromEntries(Object.keys(variables).map((name) => [name, null])));
    if (problem !== undefined) throw new SessionError('invalid-option', `environment.variables: ${problem}.`);
    for (const [name, value] of Object.entries(variables)) checkFormatString(`environment.variables.${name}`, value);
  }
  const script = field(environment, 'script');
  if (script !== undefined) checkScript('environment.script', script);
}

/** A step, or its script alone. */
export function checkStep(step: unknown): void {
  const expected = 'a Step or a StepScript';
  checkGiven('step', expected, step);
  const inside = 'script' in step;
  const script = inside ? step.script : step;
  const actions = isObject(script) ? field(script, 'actions') : undefined;
  if (!isObject(actions) || !isObject(field(actions, 'onRun')))
    throw new SessionError('invalid-option', `step must be ${expected}; got an object without the action onRun.`);
  checkScript(inside ? 'step.script' : 'step', script);
}

function checkScript(name: string, script: unknown): void {
  checkGiven(name, 'an object with actions, let and embeddedFiles', script);
  for (const list of ['let', 'embeddedFiles'])
    if (!Array.isArray(field(script, list))) refuse(`${name}.${list}`, 'a list', field(script, list));
  const actions = field(script, 'actions');
  checkGiven(`${name}.actions`, 'an object of actions', actions);
  for (const [place, action] of Object.entries(actions))
    if (action !== undefined) checkAction(`${name}.actions.${place}`, action);
}

function checkAction(name: string, action: unknown): void {
  checkGiven(name, 'an Action', action);
  checkFormatString(`${name}.command`, field(action, 'command'));
  const args = field(action, 'args');
  if (!Array.isArray(args)) refuse(`${name}.args`, 'a list', args);
  for (const [index, arg] of args.entries()) checkFormatString(`${name}.args[${index}]`, arg);
}

/** By what it can do: a program may have several copies of the package. */
function checkFormatString(name: string, value: unknown): void {
  if (!isObject(value) || typeof field(value, 'evaluate') !== 'function') refuse(name, formatString, value);
}

function field(value: object, name: string): unknown {
  return Reflect.get(value, name);
}
