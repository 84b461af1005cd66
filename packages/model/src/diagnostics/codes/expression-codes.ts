import type { ExprCode } from '@ojd/expr';
import type { CodeEntry } from './code-entry.ts';

/** Codes of expressions, format strings and range expressions. What each means, `EXPR_CODES` of @ojd/expr says. */
export const EXPRESSION_CODES: Readonly<Record<ExprCode, Omit<CodeEntry, 'summary'>>> = {
  'format-string-unbalanced-braces': {
    section: '7.3',
    mend: 'Close the braces. There is no escape: a literal `{{` comes from a parameter or, with EXPR, an expression.',
    example: { yaml: 'name: "Render {{RawParam.Scene"' },
  },
  'format-string-empty-expression': {
    section: '7.3',
    mend: 'Write a name between the braces, or remove them.',
    example: { yaml: 'name: "Render {{ }}"' },
  },
  'format-string-too-many-segments': {
    section: '7.3',
    mend: 'Build the text in a script, or raise `limits.maxSegments`.',
    example: {
      yaml: 'name: "{{Param.A}}{{Param.A}}{{Param.A}}"\nparameterDefinitions: [{ name: A, type: STRING }]',
      limits: { maxSegments: 2 },
    },
  },
  'format-string-needs-expr': {
    section: '7.3',
    mend: 'Declare EXPR, or write the dotted name of one value.',
    example: { yaml: 'name: "Frame {{ 1 + 2 }}"' },
  },
  'expr-syntax': {
    section: '7.3',
    mend: 'Look at the place that the range points to.',
    example: { yaml: 'name: "{{ 1 + }}"', extensions: ['EXPR'] },
  },
  'expr-unsupported-syntax': {
    section: 'Expression Language 1.1',
    mend: 'Write it with functions, conditionals and comprehensions.',
    example: { yaml: 'name: "{{ lambda x: x }}"', extensions: ['EXPR'] },
  },
  'expr-number-literal': {
    section: 'Expression Language 1.1.6',
    mend: 'Write the number without leading zeros, and underscores only between digits.',
    example: { yaml: 'name: "{{ 007 }}"', extensions: ['EXPR'] },
  },
  'expr-string-literal': {
    section: 'Expression Language 1.1.5',
    mend: 'Close the string, or write the escape as Python does.',
    example: { yaml: 'name: "{{ \'open }}"', extensions: ['EXPR'] },
  },
  'expr-unknown-symbol': {
    section: '7.3.1',
    mend: 'Correct the name, or define the parameter.',
    example: { yaml: 'name: "{{Param.Scnee}}"\nparameterDefinitions:\n- {name: Scene, type: STRING}' },
  },
  'expr-symbol-not-available': {
    section: '7.3.1',
    mend: 'Use the value where it exists. For paths, `RawParam.NAME` exists everywhere.',
    example: { yaml: 'name: "Render in {{Session.WorkingDirectory}}"' },
  },
  'expr-unresolved': {
    section: '7.4',
    mend: 'Resolve the format string at the stage that knows the value.',
    example: {
      ts: [
        `import { ExprError, FormatString, INT, SymbolTable, unresolvedValue } from '@ojd/expr';`,
        ``,
        `const symbols = new SymbolTable().set('Param.Frame', unresolvedValue(INT));`,
        `try {`,
        `  FormatString.parse('{{Param.Frame}}').resolve({ symbols, pathFormat: 'POSIX' });`,
        `} catch (error) {`,
        `  if (!(error instanceof ExprError)) throw error;`,
        `  error.problems.map(({ code }) => code); // => ['expr-unresolved']`,
        `}`,
      ].join('\n'),
    },
  },
  'expr-unknown-function': {
    section: 'Expression Language 2.2',
    mend: 'Correct the name. `docs/expressions.md` lists every function.',
    example: { yaml: 'name: "{{ uper(\'a\') }}"', extensions: ['EXPR'] },
  },
  'expr-function-not-available': {
    section: '7.3',
    mend: 'Call it in a field that is resolved on the host: a command, an argument, a file, a variable.',
    example: { yaml: 'name: "{{ apply_path_mapping(\'/mnt\') }}"', extensions: ['EXPR'] },
  },
  'expr-unknown-property': {
    section: 'Expression Language 2.2.6',
    mend: 'Correct the name, or convert the value first.',
    example: { yaml: 'name: "{{ path(\'/a/b\').nmae }}"', extensions: ['EXPR'] },
  },
  'expr-no-matching-signature': {
    section: 'Expression Language 2',
    mend: 'Convert an argument: string(), int(), float(), path().',
    example: { yaml: 'name: "{{ \'frame\' + 5 }}"', extensions: ['EXPR'] },
  },
  'expr-type-mismatch': {
    section: 'Expression Language 1.3',
    mend: 'Give a value of the type that is needed.',
    example: { yaml: 'name: "{{ 1 if 2 else 3 }}"', extensions: ['EXPR'] },
  },
  'expr-invalid-value': {
    section: 'Expression Language 2',
    mend: 'Give a value that the operation can take.',
    example: { yaml: 'name: "{{ int(\'twelve\') }}"', extensions: ['EXPR'] },
  },
  'expr-overflow': {
    section: 'Expression Language 1.2.1',
    mend: 'Keep integers within 64 bits, or calculate with floats.',
    example: { yaml: 'name: "{{ 9223372036854775807 + 1 }}"', extensions: ['EXPR'] },
  },
  'expr-not-finite': {
    section: 'Expression Language 1.2.1',
    mend: 'Keep floats finite.',
    example: { yaml: 'name: "{{ 1e308 * 10 }}"', extensions: ['EXPR'] },
  },
  'expr-division-by-zero': {
    section: 'Expression Language 2.1.1',
    mend: 'Test the divisor first.',
    example: { yaml: 'name: "{{ 1 // 0 }}"', extensions: ['EXPR'] },
  },
  'expr-index-out-of-range': {
    section: 'Expression Language 2.1.7',
    mend: 'Test the length first. Slices never fail.',
    example: { yaml: 'name: "{{ [1, 2][5] }}"', extensions: ['EXPR'] },
  },
  'expr-null-in-list': {
    section: 'Expression Language 1.2.6',
    mend: 'Leave the element out.',
    example: { yaml: 'name: "{{ string([1, null]) }}"', extensions: ['EXPR'] },
  },
  'expr-mixed-list': {
    section: 'Expression Language 1.2.6',
    mend: 'Convert the elements to one type.',
    example: { yaml: 'name: "{{ string([1, \'a\']) }}"', extensions: ['EXPR'] },
  },
  'expr-list-too-deep': {
    section: 'Expression Language 1.2.1',
    mend: 'Flatten the list.',
    example: { yaml: 'name: "{{ string([[[1]]]) }}"', extensions: ['EXPR'] },
  },
  'expr-shadowed-name': {
    section: '3.6',
    mend: 'Rename the loop variable.',
    example: {
      yaml: 'steps:\n- name: Render\n  let: [x = 1]\n  script: {actions: {onRun: {command: echo, args: ["{{ [x for x in [1, 2]] }}"]}}}',
      extensions: ['EXPR'],
    },
  },
  'expr-name': {
    section: 'Expression Language 1.3.7',
    mend: 'Begin with a lowercase letter or an underscore.',
    example: { yaml: 'name: "{{ string([X for X in [1, 2]]) }}"', extensions: ['EXPR'] },
  },
  'expr-invalid-regex': {
    section: 'Expression Language 2.2.5',
    mend: 'Write what Python and Rust both understand: no lookaround, no backreference.',
    example: { yaml: "name: \"{{ re_sub('a', '(', 'b') }}\"", extensions: ['EXPR'] },
  },
  'expr-fail': {
    section: 'Expression Language 2.2.1',
    mend: 'Read the message: the author of the template wrote it.',
    example: { yaml: 'name: "{{ fail(\'no scene\') }}"', extensions: ['EXPR'] },
  },
  'expr-limit-operations': {
    section: 'Expression Language 1.3.10',
    mend: 'Calculate in a script.',
    example: {
      ts: [
        `import { Expression, SymbolTable } from '@ojd/expr';`,
        ``,
        `const limits = { maxOperations: 1000 };`,
        `const expression = Expression.parse('sum([x * x for x in range(5000)])');`,
        `const { problems } = expression.check({ symbols: new SymbolTable(), pathFormat: 'POSIX', limits });`,
        `problems.map(({ code }) => code); // => ['expr-limit-operations']`,
      ].join('\n'),
    },
  },
  'expr-limit-memory': {
    section: 'Expression Language 1.3.9',
    mend: 'Calculate in a script.',
    example: { yaml: 'name: "{{ \'abc\' * 1000000000 }}"', extensions: ['EXPR'] },
  },
  'expr-limit-budget': {
    section: 'Expression Language 1.3.10',
    mend: 'Calculate in a script, or raise `limits.maxTotalOperations`. Expressions that need no operation were checked all the same.',
    example: {
      yaml: 'name: "{{ sum([1, 2, 3]) + sum([4, 5, 6]) }}"',
      extensions: ['EXPR'],
      limits: { maxTotalOperations: 5 },
    },
  },
  'expr-limit-depth': {
    section: 'Expression Language 1.1',
    mend: 'Name parts of the expression with `let`, or raise `limits.maxExpressionDepth`. More than 200 levels are never read.',
    example: { yaml: 'name: "{{ ((1 + 2)) }}"', extensions: ['EXPR'], limits: { maxExpressionDepth: 1 } },
  },
  'expr-limit-source': {
    section: 'Expression Language 1.1',
    mend: 'Name parts of the expression with `let`, or raise `limits.maxSourceLength`.',
    example: { yaml: 'name: "{{ 1 + 2 }}"', extensions: ['EXPR'], limits: { maxSourceLength: 4 } },
  },
  'range-expr-syntax': {
    section: '3.4.1.1.1',
    mend: 'Write integers and ranges with commas between them: `1-10,20-30:2`.',
    example: { yaml: range('1..10') },
  },
  'range-expr-empty': {
    section: '3.4.1.1.1',
    mend: 'Write at least one integer.',
    example: { yaml: range('" "') },
  },
  'range-expr-step': {
    section: '3.4.1.1.1',
    mend: 'Write a step that is not zero.',
    example: { yaml: range('1-10:0') },
  },
  'range-expr-overlap': {
    section: '3.4.1.1.1',
    mend: 'Write each value once.',
    example: { yaml: range('1-10,5-15') },
  },
  'range-expr-overflow': {
    section: '3.4.1.1.1',
    mend: 'Keep integers within 64 bits.',
    example: { yaml: range('1-9223372036854775808') },
  },
  'range-expr-too-many-parts': {
    section: '-',
    mend: 'Write ranges instead of single values, or raise `limits.maxRangePieces`.',
    example: { yaml: range('1,3,5,7'), limits: { maxRangePieces: 3 } },
  },
};

function range(text: string): string {
  return `steps:\n- name: Render\n  parameterSpace:\n    taskParameterDefinitions:\n    - {name: Frame, type: INT, range: "${text.replaceAll('"', '')}"}\n  script: {actions: {onRun: {command: echo}}}`;
}
