// A vector that must be refused passes only if the refusal is about what its name says. This table says for each name what
// that is: one code. A name that stands nowhere here fails, so that nobody forgets to add it; when the whole suite is
// there, so does a name that no vector has.
import type { DiagnosticCode } from '@ojd/model';
import type { Vector } from '../vector.ts';

const NAMES: Readonly<Partial<Record<DiagnosticCode, readonly string[]>>> = {
  'amount-bounds-crossed': ['3.3.1--amount-floatstring-min-greater-than-max', '3.3.1--amount-min-greater-than-max'],
  'attribute-value-unknown': ['3.3--os-family-value'],
  'capability-repeated': ['3.3--duplicate-amount-names-case-insensitive'],
  'capability-reserved': ['3.3--reserved-scope-worker'],
  'chunk-several': ['multiple-chunk-params'],
  // The combination names a parameter that is missing among the definitions.
  'combination-parameter-unknown': ['3.4--validation-invalid-combination-missing-parameter'],
  'combination-syntax': ['3.4.3--missing-operator'],
  'dependency-cycle': ['3.2--cycle-in-subgraph', '3.2--self-dependency'],
  'dependency-unknown': ['3.2--unknown-dependency'],
  'environment-empty': ['4--missing-script-and-variables'],
  'expr-function-not-available': ['7.3--apply-path-mapping-in-job-name'],
  'expr-no-matching-signature': ['error--type-mismatch-add', 'expr1.1--type-error'],
  'expr-null-in-list': ['error--null-in-list'],
  'expr-shadowed-name': ['3.6--let-comprehension-shadows-step-let'],
  // The name exists, in another place or with another extension.
  'expr-symbol-not-available': [
    '3.6.2--step-let-session-working-directory',
    '3.6.2--step-let-task-param',
    '4--wrappedaction-in-cancelation-outside-hook',
    '4--wrappedaction-in-embedded-file',
    '4--wrappedaction-in-let-outside-hook',
    '4--wrappedenv-name-in-onwraptaskrun',
    '4--wrappedstep-name-in-onwrapenventer',
    '5--env-action-timeout-session-symbol',
    '7.3--session-in-host-requirements',
    '7.3--task-param-in-job-name',
    '7.3.1--job-name-requires-expr',
    '7.3.1--step-name-in-let',
    '7.3.1--step-name-not-available',
  ],
  'expr-type-mismatch': ['error--non-bool-condition'],
  'expr-unknown-function': ['error--unknown-function'],
  'expr-unknown-symbol': [
    '3.6.1--let-self-reference',
    '4.2--let-undefined-variable',
    '5--env-action-timeout-undefined-variable',
    '7.3--undefined-variable-in-args',
    '7.3--undefined-variable-in-command',
    '7.3--undefined-variable-in-embedded-file',
    '7.3--undefined-variable-in-variables',
    'error--unknown-variable',
  ],
  'expr-unsupported-syntax': [
    'expr1.1--reject-dict-literal',
    'expr1.1--reject-fstring',
    'expr1.1--reject-is-operator',
    'expr1.1--reject-keyword-arg',
  ],
  'extension-not-declared': [
    '1.1.2--missing-extension',
    '3.3.1--amount-max-format-string-without-extension',
    '3.6--let-requires-expr',
    '4.2--let-requires-expr',
    '4.2--wrap-fmtstring-timeout-no-feature-bundle',
    '5--timeout-format-string-without-extension',
    '8--simple-action-without-extension',
  ],
  'format-string-needs-expr': ['7.3--complex-expr-requires-expr'],
  'host-requirements-empty': ['3.3.2--neither-anyof-allof'],
  'integer-overflow': [
    '2.13--list-int-item-int64-overflow',
    '2.16--list-list-int-inner-item-int64-overflow',
    '2.3--int-default-above-int64-max',
  ],
  'invalid-boolean': ['2.9--bool-param-int-invalid'],
  'invalid-choice': [
    '2--triple-nested-list-type',
    '2--type-lowercase',
    '2.2--data-flow',
    '6.1--end-of-line-invalid-value',
    'chunk-3.4.1.5--invalid-range-constraint',
  ],
  'invalid-file-filter': ['2.2--file-filter-path-separator'],
  'invalid-integer': ['2.3--float-default'],
  'invalid-number': ['2.4--float-default-nan'],
  'let-name': ['3.6.1--let-uppercase-name'],
  'let-repeated': ['3.6--let-duplicate-name', '3.6--let-shadow-enclosing'],
  'let-syntax': ['3.6.1--let-missing-equals'],
  'list-too-short': ['1.1--empty-parameter-definitions', '1.2--empty-parameter-definitions', '3.6--let-empty-list'],
  'missing-key': ['1.2--missing-specification-version', '4--missing-name', 'missing-chunks'],
  'number-too-small': ['chunk-3.4.1.5--negative-target-runtime'],
  'parameter-default-not-allowed': ['2.1--default-not-in-allowed', '2.12--list-path-item-not-in-allowed'],
  'parameter-repeated': ['2--duplicate-parameter-names'],
  'parameter-value-out-of-bounds': [
    '2.11--list-string-item-too-long',
    '2.13--list-int-item-below-min',
    '2.16--list-list-int-inner-item-above-max',
    '2.4--float-allowedvalues-above-max',
  ],
  'range-expr-overflow': ['2.10--range-expr-endpoint-int64-overflow'],
  'range-expr-overlap': ['3.4.1--int-range-expr-overlap'],
  'range-expr-syntax': ['2.10--range-expr-param-invalid-default'],
  'step-repeated': ['3--duplicate-step-names'],
  'string-forbidden-character': ['7--job-name-control-char-7f'],
  'string-too-short': ['1.1--empty-name'],
  // Fields of another type or another action are not known where they stand.
  'unknown-key': [
    '1.1--unknown-extra-field',
    '2--unknown-key-in-param',
    '2.1--minvalue-on-string',
    '2.15--list-bool-item-constraints',
    '8--simple-action-incompatible-with-actions',
    '8--simple-action-incompatible-with-embedded-files',
  ],
  'unknown-specification-version': ['1.1--wrong-specification-version', '1.2--wrong-specification-version'],
  'user-interface-checkbox': ['2--checkbox-wrong-values'],
  'user-interface-control': ['2.1--dropdown-without-allowed', '2.2--choose-file-with-allowed'],
  'user-interface-field': ['2.4--decimals-on-hidden'],
  'wrap-hooks-incomplete': ['4.3--wrap-enter-and-exit-missing-task-run'],
  'wrong-type': [
    '2.11--list-string-wrong-item-type',
    '2.13--list-int-wrong-item-type',
    '2.16--list-list-int-ragged-scalar-in-outer',
    '2.3--allowed-values-null',
  ],
};

const CODES: ReadonlyMap<string, DiagnosticCode> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.map((name) => [name, code as DiagnosticCode])),
);

/** The code that is about what a name says; undefined for a name that nobody has read. */
export function expectedCode(name: string): DiagnosticCode | undefined {
  return CODES.get(name);
}

/** The names of the table that none of the vectors has. */
export function namesWithoutVector(vectors: readonly Vector[]): readonly string[] {
  const present = new Set(vectors.filter(({ invalid }) => invalid).map(({ name }) => name));
  return [...CODES.keys()].filter((name) => !present.has(name));
}
