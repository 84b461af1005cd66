import type { Answer } from './answer.ts';
import type { RandomExpression } from './random-expression.ts';

/**
 * Where the reference (openjd-model 0.11 for Python, which is openjd-rs) and this package differ, and which paragraph of the
 * specification decides. docs/expression-differences.md has the same list for readers.
 */
interface KnownDifference {
  readonly name: string;
  readonly decidedBy: string;
  readonly applies: (disagreement: Disagreement) => boolean;
}

/** An expression that the two do not agree on, though they agree on all that it is made of. */
export interface Disagreement {
  readonly expression: RandomExpression;
  readonly ours: Answer;
  readonly theirs: Answer;
  /** What both say about the parts of the expression. */
  readonly parts: readonly Answer[];
}

const text = (answer: Answer | undefined): string => (answer !== undefined && 'text' in answer ? answer.text : '');
const type = (answer: Answer | undefined): string => (answer !== undefined && 'text' in answer ? answer.type : '');
const refusal = (answer: Answer): string => ('refused' in answer ? answer.refused : '');
const sameType = ({ ours, theirs }: Disagreement): boolean => type(ours) !== '' && type(ours) === type(theirs);
const calls = ({ expression }: Disagreement, ...names: readonly string[]): boolean =>
  names.includes(expression.calls ?? '');
/** An empty list that was not written as [] has the type that its making gave it. */
const isTypedEmptyList = (answer: Answer): boolean => text(answer) === '[]' && type(answer) !== 'list[nulltype]';
const isEmptyRange = (answer: Answer): boolean => text(answer) === '' && type(answer) === 'range_expr';
/** A POSIX path as pathlib writes it. */
function canonical(path: string): string {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return (path.startsWith('/') ? '/' : '') + names.join('/') || '.';
}

const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'round() to whole places is an int, which may be too large for one',
    decidedBy: '2.2.2, "returns int when ndigits <= 0"',
    applies: (at) =>
      calls(at, 'round') &&
      type(at.theirs) === 'float' &&
      Number(text(at.parts[1])) <= 0 &&
      (type(at.ours) === 'int'
        ? Number(text(at.ours)) === Number(text(at.theirs))
        : refusal(at.ours).startsWith('expr-overflow') && Math.abs(Number(text(at.theirs))) >= 2 ** 63),
  },
  {
    name: 'round() to decimal places is exact: half a unit of the last place at most, and never infinite',
    decidedBy: '2.2.2, after Python',
    applies: (at) =>
      calls(at, 'round') &&
      type(at.ours) === 'float' &&
      Math.abs(Number(text(at.ours)) - Number(text(at.parts[0]))) <= 0.5000001 * 10 ** -Number(text(at.parts[1])) &&
      (type(at.theirs) === 'float' || refusal(at.theirs).startsWith('Float operation produced infinity')),
  },
  {
    name: 'round() of an integer that leaves 64 bits is an error',
    decidedBy: '1.2.1: overflow is an error; the nearest ten of -2^63 is outside',
    applies: (at) =>
      calls(at, 'round') &&
      refusal(at.ours).startsWith('expr-overflow') &&
      /^-9223372036854775808$|^9223372036854775807$/.test(text(at.theirs)),
  },
  {
    name: 'an empty list keeps the type that its making gave it',
    decidedBy: '1.2.6: only the literal [] is list[nulltype]',
    applies: (at) => isTypedEmptyList(at.ours) && text(at.theirs) === '[]' && type(at.theirs) === 'list[nulltype]',
  },
  {
    name: 'an empty list of one type is none of another',
    decidedBy: '2.1.3 (list[string] + list[int] is an error) and the signatures of 2.2.6',
    applies: (at) =>
      calls(at, '__add__', 'repr_cmd', 'repr_sh') &&
      refusal(at.ours).startsWith('expr-no-matching-signature') &&
      at.parts.some((part) => isTypedEmptyList(part) || isEmptyRange(part)),
  },
  {
    name: 'an empty list of floats or strings makes such a list of the integers or paths that it is joined with',
    decidedBy: '2.1.3, with 1.2.6 rule 2',
    applies: (at) =>
      calls(at, '__add__') &&
      at.parts.some(isTypedEmptyList) &&
      ['list[int] list[float]', 'list[path] list[string]'].includes(`${type(at.theirs)} ${type(at.ours)}`) &&
      text(at.ours).replaceAll('.0', '') === text(at.theirs),
  },
  {
    name: 'the sum of no floats is a float',
    decidedBy: '2.2.2, the signatures of sum(): list[float] -> float',
    applies: (at) =>
      calls(at, 'sum') &&
      at.parts.some((part) => isTypedEmptyList(part) && type(part) === 'list[float]') &&
      text(at.ours) === '0.0' &&
      text(at.theirs) === '0',
  },
  {
    name: 'path() takes every list that can be a list of strings',
    decidedBy: '1.2.3, "list[nulltype] -> list[T] for any T" and "list[path] -> list[string]"',
    applies: (at) =>
      calls(at, 'path') &&
      type(at.ours) === 'path' &&
      /path\(list\[(nulltype|path)\]|path\(\) is not available for list\[(nulltype|path)\]/.test(refusal(at.theirs)),
  },
  {
    name: 'range expressions reach to the ends of 64 bits',
    decidedBy: '1.2.1 (int is 64-bit signed); the grammar of <IntRangeExpr> has no smaller bound',
    applies: (at) =>
      type(at.ours) === 'range_expr' &&
      /^Integer overflow|^Invalid integer/.test(refusal(at.theirs)) &&
      (text(at.ours).match(/\d+/g) ?? []).some((number) => BigInt(number) >= 2n ** 62n),
  },
  {
    name: 'lists of lists are joined by the type of their elements',
    decidedBy: '1.2.6 rules 4 to 6, and 2.1.3',
    applies: (at) =>
      calls(at, '__add__') &&
      type(at.ours).startsWith('list[list[') &&
      refusal(at.theirs).includes('Cannot concatenate list[list['),
  },
  {
    name: 'what is joined or appended to a path leaves it canonical',
    decidedBy: '2.1.5, "matching Python\'s pathlib behavior"',
    applies: (at) =>
      calls(at, '__truediv__', '__add__') &&
      type(at.ours) === 'path' &&
      type(at.theirs) === 'path' &&
      (canonical(text(at.theirs)) === text(at.ours) || text(at.theirs) === `${text(at.ours)}/`),
  },
  {
    name: 'every relative path is below the current directory, and no absolute one',
    decidedBy: '2.3.2 and pathlib: PurePath("a").relative_to("") is a',
    applies: (at) =>
      calls(at, 'relative_to', 'is_relative_to') &&
      ['', '.'].includes(text(at.parts[1])) &&
      ['true', text(at.parts[0])].includes(text(at.ours)) !== text(at.parts[0]).startsWith('/'),
  },
  {
    name: 'with_number() writes one sign',
    decidedBy: '2.3.2',
    applies: (at) => calls(at, 'with_number') && sameType(at) && text(at.theirs).replace('--', '-') === text(at.ours),
  },
  {
    name: 'with_number() replaces the last number of the stem, wherever it stands',
    decidedBy: '2.3.2, "searches the filename stem from the end for these patterns and replaces the last match"',
    applies: (at) =>
      calls(at, 'with_number') &&
      sameType(at) &&
      /[0-9][^0-9]+$/.test(text(at.parts[0])) &&
      text(at.theirs).includes('_') &&
      text(at.ours).length < text(at.theirs).length,
  },
  {
    name: 'the last digit of a power',
    decidedBy: '1.2.1 (64-bit IEEE): both are within one unit in the last place',
    applies: (at) =>
      calls(at, '__pow__') && sameType(at) && Math.abs(Number(text(at.ours)) / Number(text(at.theirs)) - 1) < 3e-16,
  },
  {
    name: 'repr_sh() quotes what shlex.quote quotes, in its way: a shell reads the same words',
    decidedBy: '2.2.6, "follows the behavior of Python\'s shlex.quote"',
    applies: (at) => calls(at, 'repr_sh') && sameType(at) && unquoted(text(at.ours)) === unquoted(text(at.theirs)),
  },
  {
    name: 'repr_pwsh() takes no null',
    decidedBy: '2.2.6, the signatures of repr_pwsh',
    applies: (at) => calls(at, 'repr_pwsh') && type(at.parts[0]) === 'nulltype' && text(at.theirs) === '$null',
  },
  {
    name: 're_escape() escapes what re.escape escapes: both mean the same text',
    decidedBy: '2.2.5',
    applies: (at) =>
      calls(at, 're_escape') &&
      [at.ours, at.theirs].every((answer) => text(answer).replaceAll(/\\(.)/gsu, '$1') === text(at.parts[0])),
  },
  {
    name: 'an empty match may touch the match before it',
    decidedBy: "2.2.5: the functions are those of Python's re, which since 3.7 counts such a match",
    applies: (at) =>
      calls(at, 're_findall', 're_split', 're_sub') &&
      sameType(at) &&
      new RegExp(text(at.parts[1]), 'u').test('') &&
      text(at.ours).length > text(at.theirs).length,
  },
  {
    name: 'range expressions in a list are JSON texts',
    decidedBy: '2.2.1, "Convert list to JSON string representation"',
    applies: (at) =>
      `${type(at.ours)}${text(at.ours)}`.includes('"') &&
      text(at.ours).replaceAll('"', '') === text(at.theirs) &&
      (type(at.ours) === 'list[range_expr]' || type(at.parts[0]) === 'list[range_expr]'),
  },
];

/** A line as a shell reads it: without its quotes. */
function unquoted(line: string): string {
  const pieces = line.matchAll(/'(?<single>[^']*)'|"(?<double>(?:\\.|[^"\\])*)"|\\(?<escaped>.)|(?<bare>[^'"\\]+)/gs);
  return Array.from(pieces, ({ groups: { single, double, escaped, bare } = {} }) =>
    double === undefined ? (single ?? escaped ?? bare) : double.replaceAll(/\\(["\\$`])/g, '$1'),
  ).join('');
}

/** The known difference that explains a disagreement. */
export function explain(disagreement: Disagreement): string | undefined {
  return KNOWN_DIFFERENCES.find(({ applies }) => applies(disagreement))?.name;
}
