import type { Explanation, ExplainedAction, WrappedDeclaration } from '../explain/explain-job.ts';
import { describeFailure } from '../run/index.ts';
import { style, type Terminal, visible } from '../terminal/terminal.ts';
import { wrapped } from '../terminal/wrapped.ts';
import type { JsonValue } from './json-text.ts';

/** Every action has it: the working directory. */
const SESSION_VARIABLE = 'OPENJD_SESSION_WORKING_DIR';

/** Stands for the working directory, which a run would make anew. */
const WORKING_DIRECTORY = '<Session.WorkingDirectory>';

/** The fields of an explanation in JSON and YAML. */
export function explanationFields({
  actions,
  taskCounts,
  workingDirectory,
  pathMappingRules,
  pathMappingFile,
}: Explanation): Readonly<Record<string, JsonValue>> {
  const shown = placeholder(workingDirectory);
  return {
    path_mapping: {
      file: pathMappingFile?.path,
      rules: pathMappingRules.map((rule) => ({
        source_path_format: rule.sourcePathFormat,
        source_path: rule.sourcePath,
        destination_path: rule.destinationPath,
      })),
    },
    steps: [...taskCounts].map(([name, total]) => ({ name, total_tasks: total })),
    actions: actions.map((action) => ({
      action: action.kind,
      name: action.name,
      task_parameters: action.taskParameters,
      command: action.command === undefined ? undefined : shown(action.command),
      args: action.args.map(shown),
      variables: Object.fromEntries(
        Object.entries(action.variables).map(([name, value]) => [name, value === null ? null : shown(value)]),
      ),
      files: action.files.map(({ path, content, executable }) => ({ path, content: shown(content), executable })),
      time_limit: action.timeLimit,
      cancelation: action.cancelation,
      in_place_of: action.inPlaceOf && {
        action: action.inPlaceOf.action,
        hook: action.inPlaceOf.hook,
        environment: action.inPlaceOf.environment,
        time_limit: action.inPlaceOf.timeLimit,
        cancelation: action.inPlaceOf.cancelation,
      },
      problem: action.problem,
    })),
  };
}

/** The explanation for people. */
export function explanationText(jobName: string, explanation: Explanation, terminal: Terminal): string {
  const { actions, taskCounts, report, workingDirectory } = explanation;
  const shown = placeholder(workingDirectory);
  const seen = new Map<string, number>();
  const blocks = actions.flatMap((action, index) => {
    const position = (seen.get(action.name) ?? 0) + 1;
    if (action.kind === 'run-task') seen.set(action.name, position);
    const block = [
      style(terminal, 'bold', visible(title(action, position, taskCounts))),
      ...details(action, terminal).map((line) => `  ${shown(line)}`),
    ].join('\n');
    const next = actions[index + 1];
    const isLast =
      action.kind === 'run-task' &&
      action.problem === undefined &&
      !(next?.kind === 'run-task' && next.name === action.name);
    const more = isLast ? (taskCounts.get(action.name) ?? 0n) - BigInt(position) : 0n;
    return more > 0n ? [block, `... and ${more} more of Step '${action.name}': --limit N shows N of them.`] : [block];
  });
  return [
    wrapped(
      terminal,
      `Job '${visible(jobName)}': what a run would do. Nothing is run, so what an action would print, or set with openjd_env, is not known.`,
    ),
    ...pathMapping(explanation),
    ...blocks,
    // All of an action's problem stands where the action does.
    ...report.failures.map(
      (failure) => `${style(terminal, 'red', 'ERROR:')} ${describeFailure(failure).split('\n', 1).join('')}`,
    ),
  ].join('\n\n');
}

/** The rules that paths went through, where there are any. */
function pathMapping({ pathMappingRules, pathMappingFile }: Explanation): readonly string[] {
  if (pathMappingRules.length === 0) return [];
  const file = pathMappingFile === undefined ? '' : `, which actions find in ${pathMappingFile.path}`;
  const rules = pathMappingRules.map(
    ({ sourcePathFormat, sourcePath, destinationPath }) => `  ${sourcePathFormat} ${sourcePath} -> ${destinationPath}`,
  );
  return [visible([`Path mapping${file}:`, ...rules].join('\n'))];
}

function title(
  { kind, name, taskParameters }: ExplainedAction,
  position: number,
  counts: ReadonlyMap<string, bigint>,
): string {
  if (kind === 'enter-environment') return `Enter Environment '${name}'`;
  if (kind === 'exit-environment') return `Exit Environment '${name}'`;
  const values = Object.entries(taskParameters).map(([parameter, value]) => `${parameter}=${value}`);
  return `Step '${name}', Task ${position} of ${counts.get(name) ?? 1n}${values.length === 0 ? '' : `: ${values.join(', ')}`}`;
}

function details(action: ExplainedAction, terminal: Terminal): readonly string[] {
  if (action.problem !== undefined) return `${style(terminal, 'red', 'ERROR:')} ${visible(action.problem)}`.split('\n');
  if (action.command === undefined) return ['nothing to run'];
  return [
    `command     ${[action.command, ...action.args].map(quoted).join(' ')}`,
    ...Object.entries(action.variables)
      .filter(([name]) => name !== SESSION_VARIABLE)
      .map(([name, value]) => `variable    ${value === null ? `${name} is unset` : `${name}=${value}`}`),
    ...action.files.flatMap(({ path, content, executable }) => [
      `file        ${path}${executable ? ' (executable)' : ''}`,
      ...content
        .trimEnd()
        .split('\n')
        .map((line) => `          | ${line}`),
    ]),
    ...(action.timeLimit === undefined ? [] : [`time limit  ${action.timeLimit}`]),
    ...(action.cancelation === undefined ? [] : [`cancelation ${action.cancelation}`]),
    ...(action.inPlaceOf === undefined ? [] : inPlace(action.inPlaceOf)),
  ].map(visible);
}

function inPlace({ action, hook, environment, timeLimit, cancelation }: WrappedDeclaration): readonly string[] {
  return [
    `in place of ${action}: it is ${hook} of Environment '${environment}'`,
    ...(timeLimit === undefined ? [] : [`            time limit of ${action}: ${timeLimit}`]),
    `            cancelation of ${action}: ${cancelation}`,
  ];
}

/** A word as a POSIX shell would take it. */
function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

function placeholder(workingDirectory: string | undefined): (text: string) => string {
  return workingDirectory === undefined
    ? (text) => text
    : (text) => text.replaceAll(workingDirectory, WORKING_DIRECTORY);
}
