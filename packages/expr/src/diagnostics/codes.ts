/**
 * Every code that this package reports, with the sentence that the documentation prints for it.
 * Codes are stable: a release may add some, and never gives one another meaning.
 */
export const EXPR_CODES = {
  'format-string-unbalanced-braces': 'A `{{` has no `}}`, or a `}}` has no `{{`.',
  'format-string-empty-expression': 'Nothing stands between `{{` and `}}`.',
  'format-string-too-many-segments': 'The format string has more `{{ }}` than the limit allows.',
  'format-string-needs-expr':
    'The text between the braces is an expression; without the EXPR extension only a dotted name may stand there.',
  'expr-syntax': 'The text is not an expression.',
  'expr-unsupported-syntax': 'The construct is Python, but not part of the expression language.',
  'expr-number-literal': 'A number is written in a form that is not allowed.',
  'expr-string-literal': 'A string literal is not closed, or has an invalid escape.',
  'expr-unknown-symbol': 'No variable of that name exists.',
  'expr-symbol-not-available': 'The variable exists, but not in this place.',
  'expr-unresolved': 'A known value is needed, and a variable of the expression has none yet.',
  'expr-unknown-function': 'No function of that name exists.',
  'expr-function-not-available': 'The function exists, but only works on the host that runs the session.',
  'expr-unknown-property': 'Values of this type have no property of that name.',
  'expr-no-matching-signature': 'No form of the function or operator takes these types.',
  'expr-type-mismatch': 'A value of one type was found where another is needed.',
  'expr-invalid-value': 'The value has the right type, and is not one that the operation can take.',
  'expr-overflow': 'An integer is outside of the 64-bit signed range.',
  'expr-not-finite': 'A float operation gave infinity or no number.',
  'expr-division-by-zero': 'Division or modulo by zero.',
  'expr-index-out-of-range': 'The list, string or range has no element of that index.',
  'expr-null-in-list': 'A list cannot hold null.',
  'expr-mixed-list': 'The elements of a list have no common type.',
  'expr-list-too-deep': 'Lists nest at most two levels.',
  'expr-shadowed-name': 'A loop variable has the name of something that exists already.',
  'expr-name': 'A loop variable must start with a lowercase letter or an underscore.',
  'expr-invalid-regex': 'The regular expression is not one of the language.',
  'expr-fail': 'The expression called fail().',
  'expr-limit-operations': 'The evaluation took more operations than the limit allows.',
  'expr-limit-memory': 'The values of the evaluation would take more memory than the limit allows.',
  'expr-limit-budget': 'The evaluations together cost more than all of them may.',
  'expr-limit-depth': 'The expression nests deeper than the limit allows.',
  'expr-limit-source': 'The expression is longer than the limit allows.',
  'range-expr-syntax': 'The text is not an integer range expression.',
  'range-expr-empty': 'A range expression has at least one value.',
  'range-expr-step': 'The step is zero, or leads away from the end of the range.',
  'range-expr-overlap': 'Two parts of a range expression overlap.',
  'range-expr-overflow': 'An integer is outside of the 64-bit signed range.',
  'range-expr-too-many-parts': 'The range expression has more comma-separated parts than the limit allows.',
} as const;

/** A code of {@link EXPR_CODES}. */
export type ExprCode = keyof typeof EXPR_CODES;
