// What a string may hold, field by field. The same rules hold for literals in a template and for values after resolution.
import type { DiagnosticCode } from '../diagnostics/codes.ts';
import { capital } from '../diagnostics/sentence.ts';
import { quote } from '../documents/nodes.ts';
import type { Profile, ProfileLimits } from '../profile/profile.ts';

/** A number of characters or elements; a name means that extensions raise it. */
export type Limit = number | keyof ProfileLimits;

export interface TextRule {
  /** Words for messages: "a step name". */
  readonly noun: string;
  readonly section: string;
  readonly minLength?: number;
  readonly maxLength?: Limit;
  /** Control characters (category Cc) that are refused: all, all but tabs, or all but line breaks and tabs. */
  readonly forbids?: 'control' | 'control-except-tab' | 'control-except-space';
  readonly pattern?: { readonly matches: RegExp; readonly code: DiagnosticCode; readonly expected: string };
}

const IDENTIFIER = {
  matches: /^[A-Za-z_][A-Za-z0-9_]*$/,
  code: 'invalid-identifier',
  expected: 'Latin letters, digits and underscores, not beginning with a digit',
} as const satisfies TextRule['pattern'];

export function isIdentifier(text: string): boolean {
  return IDENTIFIER.matches.test(text);
}

const CAPABILITY_TAIL = String.raw`(?:\.[A-Za-z_][A-Za-z0-9_]*)+$`;
const VENDOR = '^(?:[A-Za-z_][A-Za-z0-9_]*:)?';

export type TextRuleName =
  | 'any'
  | 'jobName'
  | 'stepName'
  | 'environmentName'
  | 'identifier'
  | 'description'
  | 'parameterString'
  | 'label'
  | 'fileFilterPattern'
  | 'amountName'
  | 'attributeName'
  | 'attributeValue'
  | 'taskString'
  | 'combination'
  | 'environmentVariableName'
  | 'environmentVariableValue'
  | 'command'
  | 'arg'
  | 'filename'
  | 'data'
  | 'rangeExpression';

/** Every string of the specification that has rules, by name. */
export const TEXT_RULES: Readonly<Record<TextRuleName, TextRule>> = {
  any: { noun: 'a string', section: '7' },
  jobName: { noun: 'a job name', section: '1.1.1', minLength: 1, maxLength: 'jobNameLength', forbids: 'control' },
  stepName: { noun: 'a step name', section: '3.1', minLength: 1, maxLength: 'stepNameLength', forbids: 'control' },
  environmentName: {
    noun: 'an environment name',
    section: '4.1',
    minLength: 1,
    maxLength: 'environmentNameLength',
    forbids: 'control',
  },
  identifier: {
    noun: 'an identifier',
    section: '7.1',
    minLength: 1,
    maxLength: 'identifierLength',
    pattern: IDENTIFIER,
  },
  description: {
    noun: 'a description',
    section: '7.2',
    minLength: 1,
    maxLength: 2048,
    forbids: 'control-except-space',
  },
  parameterString: { noun: 'a parameter value', section: '2.5', maxLength: 1024 },
  label: { noun: 'a label', section: '2.6', minLength: 1, maxLength: 64, forbids: 'control' },
  fileFilterPattern: {
    noun: 'a file filter pattern',
    section: '2.8',
    minLength: 1,
    maxLength: 20,
    pattern: {
      matches: /^\*(?:\.(?:\*|[^\p{Cc}\\/*?[\]#%&{}<>$!'":@`|=]+))?$/u,
      code: 'invalid-file-filter',
      expected: '"*", "*.*" or "*." and a file extension without wildcards, slashes and other special characters',
    },
  },
  amountName: {
    noun: 'the name of an amount',
    section: '3.3.1.1',
    minLength: 1,
    maxLength: 100,
    pattern: {
      matches: new RegExp(`${VENDOR}amount${CAPABILITY_TAIL}`, 'i'),
      code: 'capability-name',
      expected: '"amount." and identifiers with dots between them, such as amount.worker.vcpu',
    },
  },
  attributeName: {
    noun: 'the name of an attribute',
    section: '3.3.2.1',
    minLength: 1,
    maxLength: 100,
    pattern: {
      matches: new RegExp(`${VENDOR}attr${CAPABILITY_TAIL}`, 'i'),
      code: 'capability-name',
      expected: '"attr." and identifiers with dots between them, such as attr.worker.os.family',
    },
  },
  attributeValue: {
    noun: 'an attribute value',
    section: '3.3.2.2',
    minLength: 1,
    maxLength: 100,
    pattern: {
      matches: /^[A-Za-z_][A-Za-z0-9_-]*$/,
      code: 'attribute-value',
      expected: 'Latin letters, digits, underscores and hyphens, beginning with a letter or underscore',
    },
  },
  taskString: { noun: 'a task parameter value', section: '3.4.2', minLength: 1, maxLength: 1024 },
  combination: { noun: 'a combination expression', section: '3.4.3', minLength: 1, maxLength: 1280 },
  environmentVariableName: {
    noun: 'the name of an environment variable',
    section: '4.4.1',
    minLength: 1,
    maxLength: 256,
    pattern: { ...IDENTIFIER, code: 'invalid-environment-variable' },
  },
  environmentVariableValue: { noun: 'the value of an environment variable', section: '4.4.2', maxLength: 2048 },
  command: { noun: 'a command', section: '5.1', minLength: 1, forbids: 'control' },
  arg: {
    noun: 'an argument',
    section: '5.2',
    // The text of 5.2 gives line breaks to EXPR alone; the official jobs of the base language have them: docs/conformance.md.
    forbids: 'control-except-space',
  },
  filename: {
    noun: 'a filename',
    section: '6.1.1',
    minLength: 1,
    maxLength: 'filenameLength',
    forbids: 'control',
    pattern: {
      matches: /^(?!\.{1,2}$)[^\\/]*$/,
      code: 'invalid-filename',
      expected: 'the name of a file alone, without a directory',
    },
  },
  data: { noun: 'the data of a file', section: '6.1.2', minLength: 1 },
  rangeExpression: { noun: 'a range expression', section: '3.4.1.1.1', minLength: 1, forbids: 'control-except-tab' },
};

/** A rule that a value breaks. The span, where there is one, lies in the value. */
export interface ValueProblem {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly hint?: string;
  readonly span?: { readonly start: number; readonly end: number };
}

/** Number of code points: what the specification calls characters. */
export function lengthOf(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // The second half of a pair is not counted; a lone half is.
    const second = unit >= 0xdc00 && unit < 0xe000 && i > 0 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800;
    if (!second) length += 1;
  }
  return length;
}

export function limitOf(limit: Limit, profile: Profile): number {
  return typeof limit === 'number' ? limit : profile.limits[limit];
}

/**
 * The first rule that a string breaks; undefined when it keeps all of them. Also for values after resolution.
 *
 * @param rule the rule, or its name in {@link TEXT_RULES}.
 */
export function checkText(rule: TextRule, text: string, profile: Profile): ValueProblem | undefined {
  const length = rule.maxLength === undefined ? text.length : lengthOf(text);
  return checkLength(rule, length, profile) ?? checkCharacters(rule, text) ?? checkPattern(rule, text);
}

/** The bound that a number of characters breaks. */
export function checkLength(
  rule: TextRule,
  length: number,
  profile: Profile,
  subject = 'this one',
): ValueProblem | undefined {
  if (length < (rule.minLength ?? 0)) {
    const message =
      length === 0
        ? `${capital(rule.noun)} cannot be empty.`
        : `${capital(rule.noun)} has at least ${rule.minLength} characters.`;
    return { code: 'string-too-short', message, hint: 'Write something.' };
  }
  if (rule.maxLength === undefined) return undefined;
  const limit = limitOf(rule.maxLength, profile);
  if (length <= limit) return undefined;
  const raised = typeof rule.maxLength === 'string' && !profile.extensions.has('FEATURE_BUNDLE_1');
  const message = `${capital(rule.noun)} has at most ${limit} characters, and ${subject} has ${length}.`;
  return {
    code: 'string-too-long',
    message,
    hint: raised ? 'Shorten it; FEATURE_BUNDLE_1 raises this limit.' : 'Shorten it.',
  };
}

const FORBIDDEN = {
  control: /\p{Cc}/u,
  'control-except-tab': /(?!\t)\p{Cc}/u,
  'control-except-space': /(?![\n\r\t])\p{Cc}/u,
};

const CONTROL_NAMES: Readonly<Record<string, string>> = {
  '0009': 'a tab',
  '000A': 'a line break',
  '000D': 'a carriage return',
};

/** Control characters in a text that may be a piece of a longer one. */
export function checkCharacters(rule: TextRule, text: string): ValueProblem | undefined {
  const found = rule.forbids === undefined ? null : FORBIDDEN[rule.forbids].exec(text);
  if (found === null) return undefined;
  const point = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const span = { start: found.index, end: found.index + 1 };
  const name = CONTROL_NAMES[point] === undefined ? '' : ` (${CONTROL_NAMES[point]})`;
  const message = `${capital(rule.noun)} cannot hold the control character U+${point}${name}.`;
  const isLast = point === '000A' && span.end === text.length;
  const hint = isLast
    ? 'Remove it. A YAML block that begins with "|-" in place of "|" has none at its end.'
    : 'Remove the character.';
  return { code: 'string-forbidden-character', message, hint, span };
}

function checkPattern(rule: TextRule, text: string): ValueProblem | undefined {
  if (rule.pattern === undefined || rule.pattern.matches.test(text)) return undefined;
  const message = `${quote(text)} is not ${rule.noun}. Expected ${rule.pattern.expected}.`;
  const joined = text.trim().replaceAll(/[-\s.]+/g, '_');
  const hint = rule.pattern.matches === IDENTIFIER.matches && isIdentifier(joined) ? { hint: `Write ${joined}.` } : {};
  return { code: rule.pattern.code, message, ...hint };
}
