/** What docs/expressions.md says about a function: a sentence, and expressions whose results are computed when it is written. */
export interface Description {
  readonly text: string;
  readonly examples: readonly string[];
}

/** A group of functions as the document shows them. */
export interface Section {
  readonly title: string;
  readonly functions: Readonly<Record<string, Description>>;
}

const describe = (text: string, ...examples: readonly string[]): Description => ({ text, examples });

export const SECTIONS: readonly Section[] = [
  {
    title: 'Arithmetic and joining',
    functions: {
      __add__: describe(
        'Adds numbers; joins texts, lists, and a text with a path or a range expression. After a path, the text becomes part of its last name.',
        '2 + 1.5',
        "'frame_' + string(7)",
        "path('/out/a') + '.exr'",
        "range_expr('1-3') + [10]",
      ),
      __sub__: describe('Subtracts.', '5 - 7'),
      __mul__: describe('Multiplies numbers; repeats a text or a list.', '6 * 7', "'ab' * 3", '[0] * 3'),
      __truediv__: describe(
        'Divides, always to a float. Joins a path with what is below it; an absolute right side replaces the left one.',
        '7 / 2',
        "path('/out') / 'shot' / 'a.exr'",
        "path('/out') / '/other'",
        "path('s3://bucket/dir/') / 'a.exr'",
      ),
      __floordiv__: describe('Divides and rounds down, to an int.', '7 // 2', '-7 // 2', '7.5 // 2'),
      __mod__: describe(
        'What is left of a division that rounds down: it has the sign of the divisor.',
        '7 % 3',
        '-7 % 3',
      ),
      __pow__: describe(
        'Raises to a power; to a negative one, the result is a float.',
        '2 ** 10',
        '2 ** -1',
        '-2 ** 2',
      ),
      __neg__: describe('Negates.', '-(3)'),
      __pos__: describe('The number itself, without the text it was written with.', '+1.50'),
    },
  },
  {
    title: 'Comparing and logic',
    functions: {
      __eq__: describe(
        'Whether two values are equal: numbers by value, paths and texts by text, lists and range expressions by elements. Values of other types never are.',
        '5 == 5.0',
        "path('/a') == '/a'",
        "[1, 2] == range_expr('1-2')",
        "'5' == 5",
      ),
      __ne__: describe('Whether two values are not equal.', 'true != 1'),
      __lt__: describe(
        'Whether the left one comes first: numbers, texts and paths, false before true, lists by their first difference.',
        '1 < 2 < 3',
        '[1, 2] < [1, 3]',
      ),
      __gt__: describe('Whether the right one comes first.', "'b' > 'a'"),
      __le__: describe('Whether the left one comes first, or both are equal.', '2 <= 2.0'),
      __ge__: describe('Whether the right one comes first, or both are equal.', '2 >= 3'),
      __contains__: describe(
        'Whether a list or range expression has an element, or a text has another in it.',
        '2 in [1, 2]',
        "5 in range_expr('1-10:2')",
        "'b' in 'abc'",
      ),
      __not_contains__: describe('Whether it has not.', '3 not in [1, 2]'),
      __not__: describe('The opposite of a bool; nothing else has one.', 'not true'),
    },
  },
  {
    title: 'Elements and slices',
    functions: {
      __getitem__: describe(
        'The element at an index, counted from 0, or from the end when negative. A slice takes `[start:stop:step]`, each of which may be left out.',
        "['a', 'b', 'c'][-1]",
        "'abcdef'[1:4]",
        "range_expr('1-10')[::3]",
        "range_expr('1-3')[::-1]",
      ),
    },
  },
  {
    title: 'General functions',
    functions: {
      len: describe(
        'How many elements, characters (code points) or values there are.',
        'len([1, 2])',
        "len('😀')",
        "len(range_expr('1-1000000'))",
      ),
      bool: describe(
        'Reads a bool: 0 is false; 1, true, on, yes and 0, false, off, no in any case.',
        "bool('Yes')",
        'bool(0.0)',
      ),
      string: describe(
        'The text of a value; of a list, its JSON.',
        'string(3.500)',
        "string(['a', 'b'])",
        'string(null)',
      ),
      int: describe('The integer that a value is exactly.', "int('42')", 'int(2.0)'),
      float: describe('The float of a number or text.', "float('1.50')", 'float(3)'),
      list: describe('The values of a range expression.', "list(range_expr('1-5:2'))"),
      range_expr: describe(
        'Reads a range expression, or makes one of integers.',
        "range_expr('10-1:-3')",
        'range_expr([3, 1, 2, 7])',
      ),
      fail: describe('Ends the evaluation with a message of yours.', "5 > 0 or fail('Count must be positive')"),
    },
  },
  {
    title: 'Math',
    functions: {
      abs: describe('The number without its sign.', 'abs(-3)'),
      min: describe(
        'The least of two or three numbers, or of a list or range expression.',
        'min(3, 1, 2)',
        'min([2.5, 1.5])',
      ),
      max: describe(
        'The greatest of two or three numbers, or of a list or range expression.',
        'max(3, 1)',
        "max(range_expr('1-10:3'))",
      ),
      sum: describe('The sum of a list or range expression.', 'sum([1, 2, 3])', "sum(range_expr('1-1000000'))"),
      floor: describe('The next integer below.', 'floor(-1.5)'),
      ceil: describe('The next integer above.', 'ceil(1.2)'),
      round: describe(
        'The nearest integer; half-way, the even one. With a number of places, a float with as many, or for 0 and less an int.',
        'round(2.5)',
        'round(3.5, 2)',
        'round(1234.5, -1)',
        'round(1250, -2)',
      ),
    },
  },
  {
    title: 'Lists',
    functions: {
      range: describe(
        'Integers from a start (0) up to a stop, which is not among them.',
        'range(3)',
        'range(5, 0, -2)',
      ),
      flatten: describe('The elements of the lists of a list.', 'flatten([[1, 2], [3]])'),
      sorted: describe('The elements in ascending order.', 'sorted([3, 1, 2])', "sorted(['b', 'a'])"),
      reversed: describe('The elements in reverse order.', 'reversed([1, 2, 3])'),
      unique: describe('The elements without repetition, each where it stood first.', 'unique([2, 1, 2])'),
      any: describe('Whether one element is true.', 'any([false, true])', 'any([])'),
      all: describe('Whether all elements are true.', 'all([false, true])', 'all([])'),
    },
  },
  {
    title: 'Texts',
    functions: {
      upper: describe('In capitals.', "'straße'.upper()"),
      lower: describe('In small letters.', "'ABC'.lower()"),
      capitalize: describe('The first letter large, the others small.', "'hELLO world'.capitalize()"),
      title: describe('The first letter of every word large, the others small.', "'hello world'.title()"),
      strip: describe(
        'Without white space, or certain characters, at both ends.',
        "'  a '.strip()",
        "'xxaxx'.strip('x')",
      ),
      lstrip: describe('Without them at the start.', "'  a '.lstrip()"),
      rstrip: describe('Without them at the end.', "'v1.00'.rstrip('0')"),
      removeprefix: describe('Without a certain beginning, if it has it.', "'shot_010'.removeprefix('shot_')"),
      removesuffix: describe('Without a certain end, if it has it.', "'a.exr'.removesuffix('.exr')"),
      startswith: describe('Whether it begins with a text.', "'shot_010'.startswith('shot')"),
      endswith: describe('Whether it ends with a text.', "'a.exr'.endswith('.exr')"),
      isdigit: describe('Whether all characters are digits, and there is one.', "'0042'.isdigit()", "''.isdigit()"),
      isalpha: describe('Whether all characters are letters, and there is one.', "'abc'.isalpha()"),
      isalnum: describe('Whether all characters are letters or numbers, and there is one.', "'a1'.isalnum()"),
      isspace: describe('Whether all characters are white space, and there is one.', String.raw`' \t'.isspace()`),
      isupper: describe('Whether no letter is small, and there is a large one.', "'A1'.isupper()"),
      islower: describe('Whether no letter is large, and there is a small one.', "'a1'.islower()"),
      isascii: describe('Whether all characters are ASCII.', "'é'.isascii()", "''.isascii()"),
      count: describe('How often a text is in it, without overlap.', "'banana'.count('an')"),
      find: describe(
        'The index of the first place of a text, -1 if there is none.',
        "'banana'.find('an')",
        "'banana'.find('x')",
      ),
      rfind: describe('The index of the last place of a text, -1 if there is none.', "'banana'.rfind('an')"),
      index: describe('As find(); that there is none is an error.', "'banana'.index('n')"),
      rindex: describe('As rfind(); that there is none is an error.', "'banana'.rindex('n')"),
      replace: describe('With every place of one text replaced by another.', "'a-b-c'.replace('-', '_')"),
      split: describe(
        'The parts between white space, or between the places of a separator, from the left at most so many times.',
        "' a  b '.split()",
        "'a,b,c'.split(',', 1)",
      ),
      rsplit: describe('As split(), from the right.', "'a,b,c'.rsplit(',', 1)"),
      join: describe('The elements of a list as one text. The list comes first.', "['a', 'b'].join(', ')"),
      ljust: describe('With spaces after it up to a width.', "'a'.ljust(3) + '|'"),
      rjust: describe('With spaces before it up to a width.', "'a'.rjust(3)"),
      center: describe('With spaces around it up to a width.', "'a'.center(3) + '|'"),
      zfill: describe(
        'With zeros before it, after the sign, up to a width.',
        '(42).zfill(5)',
        "'-7'.zfill(4)",
        'zfill(3.14, 6)',
      ),
    },
  },
  {
    title: 'Regular expressions',
    functions: {
      re_match: describe(
        'The match at the start and its groups, or null. See [regular expressions](regular-expressions.md).',
        String.raw`re_match('v042_final', r'v(\d+)')`,
        String.raw`re_match('asset_v042', r'v(\d+)')`,
      ),
      re_search: describe(
        'The first match and its groups, or null.',
        String.raw`re_search('asset_v042_final.abc', r'_v(\d+)')`,
      ),
      re_findall: describe(
        'All matches: the texts, those of the group if there is one, or lists of those of the groups.',
        String.raw`re_findall('shot010_shot020', r'shot(\d+)')`,
        String.raw`re_findall('v1.2 v3.4', r'(\d)\.(\d)')`,
      ),
      re_sub: describe(
        'With every match replaced by a text, which is taken as it is.',
        String.raw`re_sub('frame_001', r'\d+', '002')`,
      ),
      re_escape: describe('The pattern that matches exactly a text.', "re_escape('file[1].txt')"),
      re_split: describe(
        'The parts between the matches.',
        String.raw`re_split('a1b22c', r'\d+')`,
        String.raw`re_split('a1b22c', r'\d+', 1)`,
      ),
    },
  },
  {
    title: 'For scripts',
    functions: {
      repr_sh: describe(
        'A word of a POSIX shell; of a list, its words.',
        `repr_sh("it's")`,
        "repr_sh(['echo', 'hello world'])",
      ),
      repr_cmd: describe(
        'A word of a Windows batch file; of a list, its words. Line ends are dropped.',
        "repr_cmd('a & b')",
        "repr_cmd('100%')",
      ),
      repr_pwsh: describe('A literal of PowerShell.', `repr_pwsh("it's")`, "repr_pwsh(['a', 'b'])", 'repr_pwsh(true)'),
      repr_py: describe('A literal of Python.', String.raw`repr_py('two\nlines')`, 'repr_py([true, false])'),
      repr_json: describe('JSON in ASCII.', "repr_json('é')", 'repr_json([1, 2, 3])'),
    },
  },
  {
    title: 'Paths',
    functions: {
      __property_name__: describe('The last part.', "path('/out/a.tar.gz').name"),
      __property_stem__: describe('The last part without its suffix.', "path('/out/a.tar.gz').stem"),
      __property_suffix__: describe('The last suffix, with its dot.', "path('/out/a.tar.gz').suffix"),
      __property_suffixes__: describe('All suffixes.', "path('/out/a.tar.gz').suffixes"),
      __property_parent__: describe('The path without its last part.', "path('/out/a.exr').parent"),
      __property_parts__: describe(
        'The parts, the root first.',
        "path('/out/a.exr').parts",
        "path('s3://bucket/a//b').parts",
      ),
      path: describe('Reads a path, or joins the parts of one.', "path('/out//shots/')", "path(['/out', 'shots'])"),
      with_name: describe('With another last part.', "path('/out/a.exr').with_name('b.png')"),
      with_stem: describe('With another stem.', "path('/out/a.exr').with_stem('b')"),
      with_suffix: describe(
        'With another suffix.',
        "path('/out/a.exr').with_suffix('.png')",
        "path('/out/a.exr').with_suffix('')",
      ),
      with_number: describe(
        'With another frame number in the place of the last digits, `%d`, `%04d` or `####` of the stem; where there is none, it is appended.',
        "path('/out/a_003.exr').with_number(72)",
        "'a_####.exr'.with_number(72)",
        "'a.exr'.with_number(72)",
      ),
      as_posix: describe('The text with forward slashes.', "path('/out/a.exr').as_posix()"),
      is_absolute: describe(
        'Whether it depends on no current directory. URIs never do.',
        "path('a').is_absolute()",
        "path('s3://bucket').is_absolute()",
      ),
      is_relative_to: describe('Whether it is another path, or below it.', "path('/out/a.exr').is_relative_to('/out')"),
      relative_to: describe(
        'The way from another path, which must be above it.',
        "path('/out/shots/a.exr').relative_to('/out')",
      ),
      apply_path_mapping: describe(
        'The path as the host knows it, by the path mapping rules of the session. Only where a session runs.',
        "apply_path_mapping('/mnt/shows/a.exr')",
      ),
    },
  },
];
