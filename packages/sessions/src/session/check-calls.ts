import type { PathMappingRule } from '@ojd/expr';
import { checkGiven, isObject, refuse } from '../errors/check-given.ts';
import { SessionError } from '../errors/session-error.ts';
import { variableProblem } from '../variables/stack-variables.ts';

/** An AbortController instead of its signal is the usual mistake. */
export function checkSignal(signal: unknown): void {
  if (signal !== undefined && !(signal instanceof AbortSignal))
    refuse('signal', 'an AbortSignal (the `signal` of an AbortController)', signal);
}

/** Throws a SessionError if a process could not be given these variables. */
export function checkEnvVars(envVars: Readonly<Record<string, string | null>> | undefined): void {
  if (envVars === undefined) return;
  checkGiven('envVars', 'an object of variables', envVars);
  const problem = variableProblem(envVars);
  if (problem !== undefined) throw new SessionError('invalid-option', `envVars: ${problem}.`);
}

/** A template, or what JSON.parse makes of a job, would fail only with its first action. */
export function checkJob(job: unknown): void {
  if (job === undefined) return;
  const profile: unknown = isObject(job) ? Reflect.get(job, 'profile') : undefined;
  const extensions: unknown = isObject(profile) ? Reflect.get(profile, 'extensions') : undefined;
  if (
    !isObject(job) ||
    !isObject(Reflect.get(job, 'parameters')) ||
    !isObject(extensions) ||
    typeof Reflect.get(extensions, 'has') !== 'function'
  )
    refuse('job', 'a Job, as createJob and decodeJob make them', job);
}

const ruleTexts = ['sourcePathFormat', 'sourcePath', 'destinationPath'] as const satisfies (keyof PathMappingRule)[];
const pathFormats: ReadonlySet<unknown> = new Set<PathMappingRule['sourcePathFormat']>(['POSIX', 'WINDOWS', 'URI']);

export function checkPathMappingRules(rules: unknown): void {
  if (!Array.isArray(rules)) refuse('pathMappingRules', 'a list of rules', rules);
  for (const [index, rule] of rules.entries()) {
    const name = `pathMappingRules[${index}]`;
    checkGiven(name, `a rule of ${ruleTexts.join(', ')}`, rule);
    const fields = new Map<string, unknown>(Object.entries(rule));
    for (const field of ruleTexts) {
      const text = fields.get(field);
      // An empty source would be a part of every relative path.
      if (typeof text !== 'string' || text === '')
        refuse(`${name}.${field}`, 'a string of at least one character', text);
    }
    const format = fields.get('sourcePathFormat');
    if (!pathFormats.has(format)) refuse(`${name}.sourcePathFormat`, 'POSIX, WINDOWS or URI', format);
  }
}

export function checkJobParameters(parameters: unknown): void {
  if (parameters === undefined) return;
  const expected = 'what preprocessJobParameters returns: { type, value } for each name';
  checkGiven('jobParameters', expected, parameters);
  for (const [name, parameter] of Object.entries<unknown>({ ...parameters })) {
    if (!isObject(parameter) || typeof Reflect.get(parameter, 'type') !== 'string')
      refuse(`jobParameters.${name}`, expected, parameter);
  }
}

export function checkTaskParameters(parameters: unknown): void {
  checkGiven('taskParameters', 'a TaskParameterSet', parameters);
  for (const [name, parameter] of Object.entries<unknown>({ ...parameters })) {
    const [type, value] = isObject(parameter)
      ? [Reflect.get(parameter, 'type'), Reflect.get(parameter, 'value')]
      : [undefined, undefined];
    if (typeof type !== 'string' || typeof value !== 'string')
      refuse(`taskParameters.${name}`, '{ type, value }, both strings', parameter);
  }
}
