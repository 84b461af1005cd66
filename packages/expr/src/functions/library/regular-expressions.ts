import { escapeRegex } from '../../regex/escape-regex.ts';
import { compileRegex, type Match, type Regex, STEPS_PER_OPERATION } from '../../regex/regex.ts';
import { RegexError } from '../../regex/regex-error.ts';
import { SLOT_BYTES, textSize } from '../../evaluate/value-size.ts';
import { listType, STRING } from '../../types/expr-type.ts';
import { type ExprValue, listValue, nullValue, stringValue } from '../../values/expr-value.ts';
import type { Call } from '../call.ts';
import { type ArgumentCheck, type FunctionTable, overload } from '../signature.ts';

// \1, \g<1>, $1 and ${1} mean a group in one implementation or another.
const GROUP_REFERENCE = /\\\d|\\g<|\$\d|\$\{/;

/** A pattern that is none is wrong whatever it is matched with. */
const PATTERN_CHECK: ArgumentCheck = {
  argument: 1,
  check: (value, call) => (value.kind === 'string' ? compile(value.value, call) : undefined),
};

/** Specification: Expression Language 2.2.5. */
export const regularExpressions: FunctionTable = {
  re_match: [
    overload(
      '(s: string, pattern: string) -> list[string]?',
      (s, regex, call) => groupsOf(compile(regex, call).match(s, counter(call))),
      PATTERN_CHECK,
    ),
  ],
  re_search: [
    overload(
      '(s: string, pattern: string) -> list[string]?',
      (s, regex, call) => groupsOf(compile(regex, call).search(s, counter(call))),
      PATTERN_CHECK,
    ),
  ],
  re_findall: [overload('(s: string, pattern: string) -> list[string] | list[list[string]]', findAll, PATTERN_CHECK)],
  re_sub: [
    overload(
      '(s: string, pattern: string, repl: string) -> string',
      (s, regex, repl, call) => {
        const reference = GROUP_REFERENCE.exec(repl)?.[0];
        if (reference !== undefined) {
          call.refuseValue(`Expected a replacement without references to groups, found ${reference}`, 2);
        }
        const parts = partsOf(s, regex, 0, call);
        call.meter.reserveText(s.length + parts.length * repl.length);
        return parts.join(repl);
      },
      PATTERN_CHECK,
    ),
  ],
  re_escape: [
    overload('(s: string) -> string', (s, call) => {
      call.meter.reserveText(s.length * 2);
      return escapeRegex(s);
    }),
  ],
  re_split: [
    overload(
      '(s: string, pattern: string) -> list[string]',
      (s, regex, call) => partsOf(s, regex, 0, call),
      PATTERN_CHECK,
    ),
    overload(
      '(s: string, pattern: string, maxsplit: int) -> list[string]',
      (s, regex, maxsplit, call) => partsOf(s, regex, Number(maxsplit), call),
      PATTERN_CHECK,
    ),
  ],
};

function compile(source: string, call: Call): Regex {
  try {
    return compileRegex(source, { onSteps: counter(call) });
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    const message = `Expected a regular expression of the language, found ${JSON.stringify(source)}, at index ${error.index} of it: ${withoutPeriod(error.message)}`;
    return call.refuse('expr-invalid-regex', message, { arg: 1 }, error.hint && withoutPeriod(error.hint));
  }
}

/** A sentence as a part of another one. */
function withoutPeriod(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function counter(call: Call): (steps: number) => void {
  return (steps) => call.meter.spend(Math.ceil(steps / STEPS_PER_OPERATION));
}

/** A group that took no part is an empty text: lists hold no null. */
function groupsOf(match: Match | undefined): ExprValue {
  return match === undefined ? nullValue : textsOf(match.groups);
}

function textsOf(groups: readonly (string | undefined)[]): ExprValue {
  return listValue(
    groups.map((group) => stringValue(group ?? '')),
    STRING,
  );
}

/** The texts between the matches. Each is counted before the next is looked for. */
function partsOf(s: string, source: string, maxSplit: number, call: Call): string[] {
  const parts: string[] = [];
  let bytes = 0;
  for (const part of compile(source, call).parts(s, maxSplit, counter(call))) {
    bytes += textSize(part.length) + SLOT_BYTES;
    call.meter.reserve(bytes);
    call.meter.spend(1);
    parts.push(part);
  }
  return parts;
}

function findAll(s: string, source: string, call: Call): ExprValue {
  const regex = compile(source, call);
  const found: ExprValue[] = [];
  let bytes = 0;
  for (const { groups } of regex.matches(s, counter(call))) {
    for (const group of groups) bytes += textSize(group?.length ?? 0) + SLOT_BYTES;
    call.meter.reserve(bytes);
    call.meter.spend(groups.length);
    const [whole, ...captured] = groups;
    if (captured.length > 1) found.push(textsOf(captured));
    else found.push(stringValue(captured.length === 0 ? whole : (captured[0] ?? '')));
  }
  return listValue(found, regex.groupCount > 1 ? listType(STRING) : STRING);
}
