// A vector that must be refused passes only if the refusal is about what its name says. This table says which codes are:
// the first row whose pattern fits the name holds. A name that fits no row fails, so that nobody forgets to add one.
import type { DiagnosticCode } from '@ojd/model';

interface Row {
  readonly names: RegExp;
  readonly codes: readonly (DiagnosticCode | RegExp)[];
}

const TOO_LONG: readonly DiagnosticCode[] = [
  'string-too-long',
  'list-too-long',
  'number-too-large',
  'host-requirements-too-many',
];
const TOO_SHORT: readonly DiagnosticCode[] = [
  'string-too-short',
  'list-too-short',
  'number-too-small',
  'host-requirements-empty',
];
const VALUE: readonly DiagnosticCode[] = [
  'wrong-type',
  'invalid-integer',
  'invalid-number',
  'invalid-boolean',
  'invalid-choice',
];
const EXPRESSION = /^(?:expr|format-string)-/;

const ROWS: readonly Row[] = [
  // The document and its version.
  {
    names: /specification-version|spec-version/,
    codes: ['missing-key', 'unknown-specification-version', 'wrong-template-kind', 'wrong-type'],
  },
  { names: /^(?:.*--)?(?:yaml|json|document)-/, codes: [/^(?:yaml|json|document)-/, 'duplicate-key', 'wrong-type'] },
  { names: /duplicate-key/, codes: ['duplicate-key'] },

  // Extensions.
  {
    names: /unknown-extension|extension-unknown|unsupported-extension|invalid-extension|extension-name/,
    codes: ['extension-unknown', 'extension-unsupported', 'wrong-type'],
  },
  { names: /wrap.*(?:without|requires|missing)-expr|expr-(?:missing|required)/, codes: ['extension-requires'] },
  { names: /(?:job|step)-name-requires-expr/, codes: ['expr-symbol-not-available'] },
  { names: /complex-expr-requires-expr/, codes: ['format-string-needs-expr', 'expr-syntax'] },
  {
    names:
      /without-extension|missing-extension|requires-(?:expr|extension|feature|wrap)|no-feature-bundle|extension-(?:not-declared|missing|required)/,
    codes: ['extension-not-declared', 'format-string-needs-expr'],
  },
  { names: /type-(?:lowercase|case|mixed)/, codes: ['invalid-choice'] },

  // Names in scope.
  { names: /let-self-reference|let-forward-reference/, codes: ['expr-unknown-symbol', 'expr-symbol-not-available'] },
  { names: /let-(?:undefined|unknown)/, codes: ['expr-unknown-symbol'] },
  { names: /comprehension-shadow|loop-variable-shadow/, codes: ['expr-shadowed-name'] },
  { names: /let-(?:duplicate|shadow)|shadow/, codes: ['let-repeated'] },
  { names: /let-(?:missing-equals|no-equals|syntax|not-an-assignment|malformed)/, codes: ['let-syntax', EXPRESSION] },
  { names: /let-(?:uppercase|invalid-name|digit|name)/, codes: ['let-name', 'let-syntax', 'string-too-long'] },
  { names: /let-empty|let-too-many/, codes: ['list-too-short', 'list-too-long', ...TOO_LONG] },
  { names: /apply-path-mapping/, codes: ['expr-function-not-available'] },
  {
    names: /(?:undefined|unknown|undeclared)-(?:variable|symbol|parameter|param|reference)/,
    codes: ['expr-unknown-symbol', 'combination-parameter-unknown'],
  },
  {
    names:
      /session-(?!env)|session-symbol|task-param-in|let-(?:session|task)|-task-param$|task-file|env-file|step-name-(?:in|not)|job-name-in|wrapped(?:action|env|step)|not-available|host-context|out-of-scope|outside/,
    codes: ['expr-symbol-not-available', 'expr-unknown-symbol', 'expr-function-not-available'],
  },

  // The expression language.
  { names: /unknown-function/, codes: ['expr-unknown-function'] },
  { names: /unknown-variable/, codes: ['expr-unknown-symbol'] },
  { names: /null-in-list/, codes: ['expr-null-in-list'] },
  { names: /non-bool-condition/, codes: ['expr-type-mismatch', 'expr-no-matching-signature'] },
  { names: /expr1\.1--reject|reject-/, codes: ['expr-unsupported-syntax', 'expr-syntax', 'expr-string-literal'] },
  { names: /^(?:error|expr\d)[.\d]*--|type-(?:mismatch|error)/, codes: [EXPRESSION, 'range-expr-syntax'] },

  // Wrap hooks.
  {
    names: /wrap.*(?:missing|only|partial|subset|incomplete)/,
    codes: ['wrap-hooks-incomplete', 'extension-not-declared'],
  },
  { names: /two-wrap|multiple-wrap|several-wrap/, codes: ['wrap-environments-several'] },

  // Job parameters.
  { names: /checkbox|check-box/, codes: ['user-interface-checkbox', 'user-interface-control', 'invalid-choice'] },
  {
    names: /dropdown|choose-|spinbox|spin-box|lineedit|line-edit|multiline|with-allowed$|without-allowed$/,
    codes: ['user-interface-control', 'user-interface-field', 'invalid-choice'],
  },
  {
    names: /decimals|single-?step|file-filters?-(?:on|with)|-on-hidden/,
    codes: ['user-interface-field', 'unknown-key', 'number-too-small', ...VALUE],
  },
  {
    names: /file-?filter/,
    codes: [
      'invalid-file-filter',
      'list-too-short',
      'list-too-long',
      'string-too-long',
      'string-too-short',
      'missing-key',
      'unknown-key',
      'user-interface-field',
      'wrong-type',
      'string-forbidden-character',
    ],
  },
  {
    names: /ui-|user-?interface|control-(?!char)/,
    codes: ['invalid-choice', /^user-interface-/, 'unknown-key', 'wrong-type'],
  },
  { names: /label/, codes: ['string-too-long', 'string-too-short', 'string-forbidden-character', 'wrong-type'] },
  { names: /triple-nested|unknown-type|invalid-type/, codes: ['invalid-choice', 'wrong-type'] },
  { names: /int64|overflow|out-of-range/, codes: ['integer-overflow', 'range-expr-overflow', 'expr-overflow'] },
  { names: /allowed-?values?-(?:null|empty|wrong-type)/, codes: ['wrong-type', 'list-too-short', ...VALUE] },
  { names: /not-in-allowed/, codes: ['parameter-default-not-allowed'] },
  {
    names: /(?:min|minlength|minvalue).*greater.*max|min-exceeds-max|min-above-max/,
    codes: ['parameter-bounds-crossed', 'amount-bounds-crossed'],
  },
  {
    names:
      /item-too-(?:long|short)|(?:below|above|less|greater|exceeds|violat|too-(?:long|short)).*(?:min|max|bound|length)?|allowed-?values-(?:below|above)|minvalue-violation|maxvalue-violation/,
    codes: ['parameter-value-out-of-bounds', ...TOO_LONG, ...TOO_SHORT],
  },
  { names: /minvalue-on|maxvalue-on|minlength-on|maxlength-on|item-constraints|item-on/, codes: ['unknown-key'] },
  { names: /data-?flow|object-?type/, codes: ['invalid-choice', 'wrong-type'] },
  { names: /ragged|wrong-item-type|wrong-type|not-a-list|list-.*-type/, codes: VALUE },
  { names: /invalid-default|range-expr-param/, codes: [/^range-expr-/, ...VALUE] },
  {
    names: /(?:float|int|bool|string|nan|inf).*(?:default|invalid|value)|default-(?:nan|inf|bool|float|string)/,
    codes: [...VALUE, 'integer-overflow'],
  },

  // Steps.
  { names: /simple-action.*incompatible|incompatible/, codes: ['unknown-key', 'step-several-actions'] },
  {
    names:
      /duplicate-(?:step|env|environment|job-env|param|parameter|file|embedded|task|depend|amount|attribute|capability|name)|duplicate-.*-names?|name-collision|same-name/,
    codes: [/-repeated$/],
  },
  { names: /cycle|circular|self-depend/, codes: ['dependency-cycle'] },
  { names: /unknown-depend|missing-depend|nonexistent/, codes: ['dependency-unknown', 'missing-key'] },
  { names: /depend/, codes: [/^dependency-/, ...TOO_SHORT, 'missing-key'] },
  { names: /reserved-scope|reserved/, codes: ['capability-reserved'] },
  { names: /os-family|cpu-arch|unknown-standard/, codes: ['attribute-value-unknown', 'attribute-single-valued'] },
  { names: /neither|no-min-or-max|missing-min-and-max/, codes: ['host-requirements-empty', 'environment-empty'] },
  {
    names: /^3\.3/,
    codes: [
      'capability-name',
      'capability-reserved',
      'capability-repeated',
      'attribute-value',
      'attribute-value-unknown',
      'attribute-single-valued',
      'host-requirements-empty',
      'amount-bounds-crossed',
      'missing-key',
      'unknown-key',
      ...TOO_LONG,
      ...TOO_SHORT,
      ...VALUE,
    ],
  },
  { names: /overlap/, codes: ['range-expr-overlap'] },
  { names: /multiple-chunk|two-chunk/, codes: ['chunk-several'] },
  { names: /chunk.*(?:assoc|lockstep)/, codes: ['chunk-in-association'] },
  { names: /missing-chunks|missing-(?:default|range)/, codes: ['missing-key'] },
  { names: /range-constraint/, codes: ['invalid-choice', 'missing-key'] },
  { names: /negative|zero/, codes: ['number-too-small', 'range-expr-step', ...VALUE] },
  {
    names: /combination-missing|missing-parameter/,
    codes: ['combination-parameter-missing', 'combination-parameter-unknown'],
  },
  { names: /combination|operator|assoc|^3\.4\.3/, codes: [/^combination-/, 'string-too-long', 'string-too-short'] },
  {
    names: /range-expr|^3\.4\.1/,
    codes: [
      /^range-expr-/,
      'integer-overflow',
      'missing-key',
      'unknown-key',
      'extension-not-declared',
      ...VALUE,
      ...TOO_SHORT,
      ...TOO_LONG,
    ],
  },

  // Environments, actions, files.
  { names: /missing-script-and-variables|empty-environment/, codes: ['environment-empty'] },
  { names: /end-of-line/, codes: ['invalid-choice', 'extension-not-declared'] },
  {
    names: /filename.*path|path-separator|filename/,
    codes: ['invalid-filename', 'string-too-long', 'string-too-short', 'string-forbidden-character', 'wrong-type'],
  },
  {
    names: /variable-name|env-var/,
    codes: ['invalid-environment-variable', 'string-too-long', 'string-too-short', 'non-string-key', 'wrong-type'],
  },
  {
    names: /notify|timeout|cancel/,
    codes: ['number-too-small', 'number-too-large', 'unknown-key', 'missing-key', 'extension-not-declared', ...VALUE],
  },
  { names: /control-char|newline|\bcc\b/, codes: ['string-forbidden-character'] },
  {
    names: /identifier|starts-with-digit|invalid-name|-name-(?:with|invalid|hyphen|space|dot|unicode)/,
    codes: ['invalid-identifier', 'string-too-long', 'string-too-short', 'string-forbidden-character'],
  },
  { names: /brace|unclosed|unbalanced|empty-expression|nested-/, codes: [EXPRESSION] },

  // Whatever it is about.
  {
    names: /missing|required|without/,
    codes: ['missing-key', 'environment-empty', 'environment-without-action', 'step-without-action', ...TOO_SHORT],
  },
  { names: /unknown|extra|additional/, codes: ['unknown-key', 'invalid-choice'] },
  { names: /too-(?:long|many|large)|max|exceed/, codes: TOO_LONG },
  {
    names: /empty|too-(?:short|few|small)|min/,
    codes: [...TOO_SHORT, 'missing-key', 'environment-without-action', 'environment-empty'],
  },
  {
    names: /null|wrong|invalid|non-string|non-int|not-a-/,
    codes: [...VALUE, 'integer-overflow', 'invalid-identifier'],
  },
];

/** The codes that are about what a name says; undefined for a name that no row fits. */
export function expectedCodes(name: string): readonly (DiagnosticCode | RegExp)[] | undefined {
  return ROWS.find((row) => row.names.test(name))?.codes;
}

/** Whether a code is one of the expected ones. */
export function isExpected(code: DiagnosticCode, expected: readonly (DiagnosticCode | RegExp)[]): boolean {
  return expected.some((entry) => (typeof entry === 'string' ? entry === code : entry.test(code)));
}
