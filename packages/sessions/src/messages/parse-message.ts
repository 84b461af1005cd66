import { type EnvAssignment, isVariableName, parseEnvAssignment } from './env-assignment.ts';
import { hasNul, holdsNul } from '../ports/nul-characters.ts';
import { ENV_MESSAGE_KINDS, LOG_LEVELS, type MessageKind, type MessageScope, type OpenJDMessage } from './message.ts';

const PREFIX = 'openjd_';
/** As the reference: any case, spaces before it, and behind the name a colon, a space or nothing; `openjd_environment: x` is no near miss. */
const NEAR_MISS = /^openjd_(env|redacted_env|unset_env)(?=:|\s|$)/iu;

/** Where a line is from, and what its template declared. */
export interface MessageContext {
  readonly in: MessageScope;
  /** Whether REDACTED_ENV_VARS is declared (the default). Without it a malformed `openjd_redacted_env` fails the action, as any env message. */
  readonly redactedEnvVars?: boolean;
  /** The line is only the start of one that was cut: a variable can't be set to a part of its value. */
  readonly cut?: boolean;
}

/**
 * What a line of output says to the Session, or undefined: nearly every line is only output, and costs a look at its first character.
 * Never throws.
 */
export function parseMessage(line: string, context: MessageContext): OpenJDMessage | undefined {
  const first = line.charCodeAt(0);
  if (first > SPACE && first < NON_ASCII && first !== LOWER_O && first !== UPPER_O) return undefined;
  if (line.startsWith(PREFIX)) {
    const nameEnd = line.indexOf(': ', PREFIX.length);
    const parse = PARSERS.get(line.slice(PREFIX.length, nameEnd));
    const text = line.slice(nameEnd + 2);
    if (nameEnd >= 0 && parse !== undefined && text !== '') return parse(text, context);
  }
  return parseNearMiss(line.trimStart());
}

/**
 * Whether there can be a message among lines; false is certain, and found out faster than line by line. Every message and
 * every near miss has these letters, in some case.
 */
export function mayHoldMessage(lines: string): boolean {
  return lines.includes('jd_') || lines.includes('JD_') || lines.includes('Jd_') || lines.includes('jD_');
}

const SPACE = 0x20;
const NON_ASCII = 0x80;
const LOWER_O = 0x6f;
const UPPER_O = 0x4f;

function parseNearMiss(trimmed: string): OpenJDMessage | undefined {
  const first = trimmed.charCodeAt(0);
  const match = first === LOWER_O || first === UPPER_O ? NEAR_MISS.exec(trimmed) : null;
  const kind = ENV_MESSAGE_KINDS.find((known) => known === match?.[1]?.toLowerCase());
  if (match === null || kind === undefined) return undefined;
  return {
    type: 'nearMiss',
    kind,
    reason: `Incorrectly formatted 'openjd_${kind}' message: expected it at the start of the line, in lower case, as 'openjd_${kind}: ${SHAPES[kind]}'.`,
    failsAction: true,
    secrets: kind === 'redacted_env' ? secretsOf(trimmed.slice(match[0].length).replace(/^\s*:?/, '')) : [],
  };
}

const SHAPES = { env: 'NAME=value', redacted_env: 'NAME=value', unset_env: 'NAME' } as const;

const PARSER_BY_KIND: Readonly<Record<MessageKind, (text: string, context: MessageContext) => OpenJDMessage>> = {
  progress(text) {
    const progress = parseFloatStrictly(text);
    if (progress >= 0 && progress <= 100) return { type: 'progress', progress };
    return malformed('progress', 'expected a number between 0 and 100', false);
  },
  status: (text) => ({ type: 'status', text }),
  fail: (text) => ({ type: 'fail', text }),
  env(text, context) {
    const parsed = parseAssignment(text, context);
    if (!parsed.ok) return malformed('env', parsed.reason, context.in === 'environment');
    return { type: 'env', name: parsed.name, value: parsed.value };
  },
  unset_env(text, context) {
    const name = text.trimStart();
    if (!isVariableName(name)) {
      return malformed(
        'unset_env',
        'expected one variable name of letters, digits and _ (not starting with a digit)',
        context.in === 'environment',
      );
    }
    return { type: 'unsetEnv', name };
  },
  redacted_env(text, context) {
    const parsed = parseAssignment(text, context);
    const secrets = secretsOf(text);
    if (!parsed.ok) {
      return malformed(
        'redacted_env',
        parsed.reason,
        context.in === 'environment' && context.redactedEnvVars === false,
        secrets,
      );
    }
    return { type: 'redactedEnv', name: parsed.name, value: parsed.value, secrets };
  },
  session_runtime_loglevel(text) {
    const level = LOG_LEVELS.find((known) => known === text.trim().toUpperCase());
    if (level !== undefined) return { type: 'logLevel', level };
    return malformed('session_runtime_loglevel', `expected one of ${LOG_LEVELS.join(', ')}`, false);
  },
};

function parseAssignment(text: string, context: MessageContext): EnvAssignment {
  if (context.cut === true) return { ok: false, reason: 'the line is too long', written: '' };
  const parsed = parseEnvAssignment(text);
  if (parsed.ok && hasNul(parsed.value)) return { ok: false, reason: `the value ${holdsNul}`, written: '' };
  return parsed;
}

const PARSERS = new Map(Object.entries(PARSER_BY_KIND));

/** All forms in which the value of a redacted assignment can be seen, also when the assignment is no good. */
function secretsOf(text: string): string[] {
  const parsed = parseEnvAssignment(text);
  const forms = parsed.ok ? [parsed.value, parsed.written ?? ''] : [parsed.written];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** A whole decimal number as C's strtod and the reference take it, or NaN; JavaScript's own conversion takes '' and '0x10', too. */
function parseFloatStrictly(text: string): number {
  return /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(text) ? Number(text) : Number.NaN;
}

function malformed(
  kind: MessageKind,
  reason: string,
  failsAction: boolean,
  secrets: readonly string[] = [],
): OpenJDMessage {
  return { type: 'malformed', kind, reason: `Malformed 'openjd_${kind}' message: ${reason}.`, failsAction, secrets };
}
