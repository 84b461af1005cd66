import { Expression, FormatString } from '@ojd/expr';
import type { ExprProblem } from '@ojd/expr';
import { readingLimits } from '../../documents/limits.ts';
import { sentence } from '../../diagnostics/sentence.ts';
import type { NumberRuleName } from '../../schema/number-rules.ts';
import { ENVIRONMENT_ACTIONS } from '../../schema/shapes/script-shapes.ts';
import { checkText, TEXT_RULES } from '../../schema/text-rules.ts';
import type { Profile } from '../../profile/profile.ts';
import type { Cancelation, EmbeddedFile, LetBinding } from '../../templates/script-types.ts';
import type { Action, Environment, EnvironmentScript, StepScript } from '../types.ts';
import type { Data } from './data.ts';
import { type ProfileReader, readScope } from './read-scope.ts';

export function readEnvironment(data: Data, profiles: ProfileReader): Environment {
  const fields = data.fields(['name', 'scope', 'profile'], ['description', 'variables', 'script']);
  const profile = profiles.read(fields.get('profile'));
  return {
    name: fields.get('name').text('environmentName', profile),
    ...fields.optional('description', (item) => item.text('description', profile)),
    ...fields.optional('variables', (variables) =>
      variables.record((item, name) => {
        const problem = checkText(TEXT_RULES.environmentVariableName, name, profile);
        if (problem !== undefined) item.refuse({ code: problem.code, message: problem.message, at: 'key' });
        return readFormat(item, profile);
      }),
    ),
    ...fields.optional('script', (script) => readEnvironmentScript(script, profile)),
    scope: readScope(fields.get('scope')),
    profile,
  };
}

function readEnvironmentScript(data: Data, profile: Profile): EnvironmentScript {
  const fields = data.fields(['let', 'actions', 'embeddedFiles']);
  const read = (action: Data): Action => readAction(action, profile);
  const actions = fields.get('actions').fields([], ENVIRONMENT_ACTIONS);
  return {
    let: fields.get('let').list(readBinding),
    actions: Object.assign({}, ...ENVIRONMENT_ACTIONS.map((name) => actions.optional(name, read))),
    embeddedFiles: fields.get('embeddedFiles').list((item) => readFile(item, profile)),
  };
}

export function readStepScript(data: Data, profile: Profile): StepScript {
  const fields = data.fields(['let', 'actions', 'embeddedFiles']);
  const actions = fields.get('actions').fields(['onRun']);
  return {
    let: fields.get('let').list(readBinding),
    actions: { onRun: readAction(actions.get('onRun'), profile) },
    embeddedFiles: fields.get('embeddedFiles').list((item) => readFile(item, profile)),
  };
}

function readAction(data: Data, profile: Profile): Action {
  const fields = data.fields(['command', 'args'], ['timeoutSeconds', 'cancelation']);
  return {
    command: readFormat(fields.get('command'), profile),
    args: fields.get('args').list((item) => readFormat(item, profile)),
    ...fields.optional('timeoutSeconds', (item) => readSeconds(item, 'timeout', profile)),
    ...fields.optional('cancelation', (item) => readCancelation(item, profile)),
  };
}

function readCancelation(data: Data, profile: Profile): Cancelation {
  const fields = data.fields(['mode'], ['notifyPeriodInSeconds']);
  const mode = fields.get('mode').text();
  return {
    mode: mode === 'TERMINATE' || mode === 'NOTIFY_THEN_TERMINATE' ? mode : readFormat(fields.get('mode'), profile),
    ...fields.optional('notifyPeriodInSeconds', (item) => readSeconds(item, 'notifyPeriod', profile)),
  };
}

/** Seconds, or in a wrap hook the format string that gives them. */
function readSeconds(data: Data, rule: NumberRuleName, profile: Profile): number | FormatString {
  return data.isText ? readFormat(data, profile) : data.number(rule);
}

function readFile(data: Data, profile: Profile): EmbeddedFile {
  const fields = data.fields(['name', 'type', 'data', 'runnable'], ['filename', 'endOfLine']);
  return {
    name: fields.get('name').text('identifier', profile),
    type: fields.get('type').choice(['TEXT']),
    ...fields.optional('filename', (item) => item.text('filename', profile)),
    data: readFormat(fields.get('data'), profile),
    runnable: fields.get('runnable').boolean(),
    ...fields.optional('endOfLine', (item) => item.choice(['AUTO', 'LF', 'CRLF'])),
  };
}

function readBinding(data: Data): LetBinding {
  const fields = data.fields(['name', 'expression', 'offset']);
  const name = fields.get('name');
  const text = name.text();
  if (name.isText && !/^[a-z_]\w*$/.test(text)) {
    const message = 'Expected a lowercase letter or an underscore, then letters, digits and underscores.';
    name.refuse({ code: 'let-name', message });
  }
  const expression = fields.get('expression');
  const source = expression.text();
  const limits = readingLimits(data.limits);
  const parsed = Expression.safeParse(expression.isText ? source : '0', { syntax: 'expr', limits });
  if (!parsed.ok) refuseProblems(expression, parsed.problems);
  return {
    name: text,
    expression: parsed.ok ? parsed.value : Expression.parse('0'),
    offset: fields.get('offset').number('length'),
  };
}

function readFormat(data: Data, profile: Profile): FormatString {
  const parsed = FormatString.safeParse(data.text(), { syntax: profile.syntax, limits: readingLimits(data.limits) });
  if (parsed.ok) return parsed.value;
  refuseProblems(data, parsed.problems);
  return FormatString.parse('');
}

export function refuseProblems(data: Data, problems: readonly ExprProblem[]): void {
  for (const { code, message, span, hint } of problems) {
    data.refuseValue({ code, message: sentence(message), span, ...(hint !== undefined && { hint: sentence(hint) }) });
  }
}
