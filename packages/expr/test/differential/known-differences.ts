import type { Answer } from './answer.ts';

/**
 * Where the reference (openjd-model 0.11 for Python, which is openjd-rs) and this package differ, and which paragraph of the
 * specification decides. docs/expression-differences.md has the same list for readers.
 */
interface KnownDifference {
  readonly name: string;
  readonly decidedBy: string;
  readonly applies: (expression: string, ours: Answer, theirs: Answer) => boolean;
}

const refusal = (answer: Answer): string => ('refused' in answer ? answer.refused : '');
const text = (answer: Answer): string => ('text' in answer ? answer.text : '');

const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'round() to whole places is an int, and to decimal places exact',
    decidedBy: '2.2.2, "returns int when ndigits <= 0"',
    applies: (expression) => /round\(/.test(expression),
  },
  {
    name: 'an empty list keeps the type that its making gave it',
    decidedBy: '1.2.6 (only the literal [] is list[nulltype]) and 2.1.3 (list[string] + list[int] is an error)',
    applies: (_expression, ours, theirs) =>
      (text(ours) === '[]' && text(theirs) === '[]') ||
      /types that '\+' takes|found repr_cmd\(list/.test(refusal(ours)),
  },
  {
    name: 'path() takes every list that can be a list of strings',
    decidedBy: '1.2.3, "list[nulltype] -> list[T] for any T" and "list[path] -> list[string]"',
    applies: (_expression, _ours, theirs) =>
      /path\(list\[(nulltype|path)\]|path\(\) is not available for list/.test(refusal(theirs)),
  },
  {
    name: 'range expressions reach to the ends of 64 bits',
    decidedBy: '1.2.1 (int is 64-bit signed); the grammar of <IntRangeExpr> has no smaller bound',
    applies: (expression) => expression.includes('range_expr') && expression.includes('9223372036854775808'),
  },
  {
    name: 'lists of lists are joined by the type of their elements',
    decidedBy: '1.2.6 rules 4 to 6, and 2.1.3',
    applies: (_expression, _ours, theirs) => refusal(theirs).includes('Cannot concatenate list[list['),
  },
  {
    name: 'joining with an empty path adds nothing',
    decidedBy: '2.1.5, "matching Python\'s pathlib behavior"',
    applies: (expression) => expression.includes(' / '),
  },
  {
    name: 'every relative path is below the current directory',
    decidedBy: '2.3.2 and pathlib: PurePath("a").relative_to("") is a',
    applies: (expression) => /relative_to/.test(expression),
  },
  {
    name: 'with_number() replaces the last number of the stem, wherever it stands',
    decidedBy: '2.3.2, "searches the filename stem from the end for these patterns and replaces the last match"',
    applies: (expression) => expression.includes('with_number'),
  },
  {
    name: 'the last digit of a power',
    decidedBy: '1.2.1 (64-bit IEEE): both are within one unit in the last place',
    applies: (expression, ours, theirs) =>
      expression.includes('**') && Math.abs(Number(text(ours)) / Number(text(theirs)) - 1) < 1e-15,
  },
  {
    name: 'repr_sh() quotes what shlex.quote quotes, in its way',
    decidedBy: '2.2.6, "follows the behavior of Python\'s shlex.quote"',
    applies: (expression) => expression.includes('repr_sh'),
  },
  {
    name: 'repr_pwsh() takes no null',
    decidedBy: '2.2.6, the signatures of repr_pwsh',
    applies: (_expression, ours) =>
      refusal(ours).includes('repr_pwsh(nulltype)') || refusal(ours).includes('nulltype.repr_pwsh'),
  },
];

/** The known difference that explains a disagreement. */
export function explain(expression: string, ours: Answer, theirs: Answer): string | undefined {
  return KNOWN_DIFFERENCES.find(({ applies }) => applies(expression, ours, theirs))?.name;
}
