import { LIBRARY } from '../../src/functions/library.ts';
import { OPERATOR_SIGNS } from '../../src/functions/operator-names.ts';
import type { Overload, Parameter, Pattern } from '../../src/functions/signature.ts';
import { typeText } from '../../src/types/expr-type.ts';

/** A source of numbers from 0 to below 1 that is the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LITERALS: Readonly<Record<string, readonly string[]>> = {
  int: [
    '0',
    '1',
    '2',
    '(-1)',
    '3',
    '7',
    '(-5)',
    '10',
    '0x1F',
    '1_000',
    '9223372036854775807',
    '(-9223372036854775808)',
    'Param.I',
  ],
  float: ['0.0', '1.5', '(-2.25)', '3.500', '1e3', '0.1', '2.5', '1e16', '7.0', '1e300', 'Param.F'],
  bool: ['true', 'false', 'True', 'False', 'Param.B'],
  string: [
    "''",
    "'a'",
    "'abc'",
    "'a,b,,c'",
    "' x  y '",
    "'7'",
    "'-3'",
    "'1.50'",
    "'1-5'",
    "'true'",
    "'/a/b.c'",
    "'Ünï'",
    "'😀b'",
    "'it is'",
    String.raw`"a\n\t\"q"`,
    String.raw`r'\d+'`,
    "'frame_001.exr'",
    "'ab'",
    "'b'",
    'Param.S',
  ],
  path: [
    "path('/a/b.c')",
    "path('a/../b.tar.gz')",
    "path('s3://bucket/k//x.y')",
    "path('/')",
    "path('')",
    "path('v_07')",
    'Param.P',
  ],
  range_expr: ["range_expr('1-5')", "range_expr('10-1:-3')", "range_expr('1-3,7')", "range_expr('-2-2')", 'Param.R'],
  nulltype: ['null', 'None'],
  'list[int]': ['[]', '[1]', '[3, 1, 2]', '[1, 1, -4]', 'Param.L'],
  'list[float]': ['[1.5]', '[2.50, 1]', '[]'],
  'list[string]': ['[]', "['a', 'b']", "['b', 'a', 'a']", "['x y', '']", 'Param.LS'],
  'list[bool]': ['[true]', '[true, false]', '[]'],
  'list[path]': ["[path('/a'), path('b/c')]", "[path('x.y')]"],
  'list[nulltype]': ['[]'],
  'list[list[int]]': ['[[1], [2, 3]]', '[[], [1]]', '[[]]'],
};

const TYPES = Object.keys(LITERALS);
const LIST_TYPES = TYPES.filter((type) => type.startsWith('list['));

/** Types that may stand where another is wanted, most often the wanted one. */
const WRONG_TYPE_CHANCE = 0.06;

/** Patterns that are of the language, or that both refuse. Random patterns are compared with Python in test/regex. */
const PATTERNS = [
  "'a'",
  "'b+'",
  "'(a)|(b)'",
  "'[a-c]+'",
  "'(?i)AB'",
  "','",
  "' +'",
  "'^.'",
  "'x*'",
  "'(.)(.)'",
  "'(a'",
  "''",
  String.raw`r'\d+'`,
  String.raw`r'(\w)_(\w)'`,
  String.raw`r'\s'`,
  String.raw`r'\b'`,
  String.raw`r'(a)\1'`,
  "'(?=a)'",
];

/** Needs a host with rules for mapping paths. */
const LEFT_OUT = new Set(['apply_path_mapping']);

const OVERLOADS = [...LIBRARY.values()]
  .filter(({ name }) => !LEFT_OUT.has(name))
  .flatMap(({ name, overloads }) => overloads.map((overload) => ({ name, overload })));

/** An expression, and the expressions that it is made of. Each of them can be evaluated by itself. */
export interface RandomExpression {
  readonly text: string;
  /** The function or operator that it calls, by its name in the table. */
  readonly calls?: string;
  readonly parts: readonly RandomExpression[];
}

/** Random expressions of the language, most of them well typed. They use every function and operator of the table. */
export class RandomExpressions {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  next(): RandomExpression {
    return this.#expression(this.#pick(TYPES), 1 + Math.floor(this.#random() * 3));
  }

  #pick<T>(choices: readonly T[]): T {
    const choice = choices[Math.floor(this.#random() * choices.length)];
    if (choice === undefined) throw new RangeError('Expected something to choose from');
    return choice;
  }

  #isLucky(chance: number): boolean {
    return this.#random() < chance;
  }

  #expression(wanted: string, depth: number): RandomExpression {
    const type = this.#isLucky(WRONG_TYPE_CHANCE) ? this.#pick(TYPES) : wanted;
    if (depth <= 0 || this.#isLucky(0.2)) return { text: this.#pick(LITERALS[type] ?? ['null']), parts: [] };
    if (this.#isLucky(0.2)) return this.#construct(type, depth);
    const fitting = OVERLOADS.filter(({ overload }) => mayReturn(overload.returns, type));
    if (fitting.length === 0) return this.#construct(type, depth);
    const { name, overload } = this.#pick(fitting);
    return this.#call(name, overload, depth);
  }

  #construct(type: string, depth: number): RandomExpression {
    const parts: RandomExpression[] = [];
    const part = (of: string): string => {
      const expression = this.#expression(of, depth - 1);
      parts.push(expression);
      return expression.text;
    };
    return { text: this.#constructText(type, part), parts };
  }

  #constructText(type: string, part: (of: string) => string): string {
    switch (Math.floor(this.#random() * 5)) {
      case 0:
        return `(${part(type)} if ${part('bool')} else ${part(type)})`;
      case 1:
        return `(${part(this.#pick([type, 'nulltype', 'bool']))} ${this.#pick(['and', 'or'])} ${part(type)})`;
      case 2:
        if (type === 'bool') return `(${part('int')} < ${part('int')} <= ${part('float')})`;
        return `[${part(type)}, ${part(type)}][${part('int')}]`;
      case 3:
        if (type.startsWith('list[')) {
          const element = type.slice(5, -1);
          return this.#isLucky(0.5)
            ? `[${part(element)}, ${part(element)}]`
            : `[${part(element)} for v in ${part(this.#pick(['list[int]', 'range_expr', 'list[string]']))} if ${part('bool')}]`;
        }
        return part(type);
      default:
        return type.startsWith('list[') ? `[v for v in ${part(type)}]` : part(type);
    }
  }

  #call(name: string, overload: Overload, depth: number): RandomExpression {
    const parts = overload.parameters.map((parameter) => this.#argument(parameter, depth - 1));
    return {
      text: this.#callText(
        name,
        parts.map(({ text }) => text),
      ),
      calls: name,
      parts,
    };
  }

  #argument({ name, pattern }: Parameter, depth: number): RandomExpression {
    if (name === 'pattern' && !this.#isLucky(WRONG_TYPE_CHANCE)) return { text: this.#pick(PATTERNS), parts: [] };
    return this.#expression(this.#typeFor(pattern), depth);
  }

  #callText(name: string, args: readonly string[]): string {
    const [first = '', second = ''] = args;
    if (name === '__getitem__') {
      return args.length === 2 ? `(${first})[${second}]` : `(${first})[${args.slice(1).join(':')}]`;
    }
    const sign = OPERATOR_SIGNS[name];
    if (sign !== undefined) {
      if (args.length === 1) return `(${sign} ${first})`;
      return sign.endsWith('in') ? `(${second} ${sign} ${first})` : `(${first} ${sign} ${second})`;
    }
    if (name.startsWith('__property_')) return `(${first}).${name.slice(11, -2)}`;
    if (args.length > 0 && this.#isLucky(0.4)) return `(${first}).${name}(${args.slice(1).join(', ')})`;
    return `${name}(${args.join(', ')})`;
  }

  #typeFor(pattern: Pattern): string {
    if (pattern.kind === 'variable') return this.#pick(TYPES);
    if (pattern.kind === 'list') return this.#pick(LIST_TYPES);
    return typeText(pattern.type).replace('?', '');
  }
}

function mayReturn(pattern: Pattern, type: string): boolean {
  if (pattern.kind === 'variable') return true;
  if (pattern.kind === 'list') return type.startsWith('list[');
  return typeText(pattern.type).split(' | ').includes(type);
}
