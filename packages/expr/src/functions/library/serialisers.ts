import { type ExprValue, nullValue } from '../../values/expr-value.ts';
import { jsonText, valueText } from '../../values/value-text.ts';
import { type FunctionTable, type Overload, overloadOf } from '../signature.ts';
import { type Growth, GROWTHS, reserveTextOf } from './text-size.ts';

/** Specification: Expression Language 2.2.6. */
export const serialisers: FunctionTable = {
  repr_sh: forms(
    ['string', 'path', 'list[nulltype]', 'list[string]', 'list[path]'],
    shell(quoteForShell),
    GROWTHS.shell,
  ),
  repr_cmd: forms(['string', 'path', 'list[nulltype]', 'list[string]', 'list[path]'], shell(quoteForCmd), GROWTHS.cmd),
  repr_pwsh: forms(
    ['string', 'int', 'float', 'bool', 'path', 'range_expr', 'list[T]'],
    powerShellText,
    GROWTHS.powerShell,
  ),
  repr_py: forms(
    ['nulltype', 'bool', 'int', 'float', 'string', 'path', 'range_expr', 'list[T]'],
    pythonText,
    GROWTHS.python,
  ),
  repr_json: forms(
    ['nulltype', 'bool', 'int', 'float', 'string', 'path', 'range_expr', 'list[T]'],
    asciiJson,
    GROWTHS.asciiJson,
  ),
};

/** One form for each type of argument. */
function forms(types: readonly string[], write: (value: ExprValue) => string, growth: Growth): readonly Overload[] {
  return types.map((type) =>
    overloadOf(`(value: ${type}) -> string`, ([value = nullValue], call) => {
      reserveTextOf(value, growth, call);
      return write(value);
    }),
  );
}

function shell(quote: (text: string) => string): (value: ExprValue) => string {
  return (value) =>
    value.kind === 'list' ? value.items.map((item) => quote(valueText(item))).join(' ') : quote(valueText(value));
}

/** As Python's shlex.quote. */
function quoteForShell(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", `'"'"'`)}'`;
}

const CMD_SPECIAL = /[&|<>^"()%!\s]/;
const CMD_ESCAPES: Readonly<Record<string, string>> = {
  '^': '^^',
  '"': '^"',
  '%': '%%',
  '!': '^^!',
  '\n': '',
  '\r': '',
};

function quoteForCmd(text: string): string {
  if (text !== '' && !CMD_SPECIAL.test(text)) return text;
  return `"${text.replaceAll(/[\^"%!\n\r]/g, (character) => CMD_ESCAPES[character] ?? '')}"`;
}

/** PowerShell takes the curly single quotes for straight ones: they are doubled as well. */
function powerShellText(value: ExprValue): string {
  if (value.kind === 'list') {
    const items = value.items.map(powerShellText).join(', ');
    // PowerShell would unroll the only list of a list; the comma keeps it.
    return value.items.length === 1 && value.items[0]?.kind === 'list' ? `@(,${items})` : `@(${items})`;
  }
  if (value.kind === 'bool') return value.value ? '$true' : '$false';
  if (value.kind === 'int' || value.kind === 'float') return valueText(value);
  return `'${valueText(value).replaceAll(/['\u2018-\u201b]/g, '$&$&')}'`;
}

const PYTHON_ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const PYTHON_UNPRINTABLE = /[\\\p{C}\p{Z}]/gu;

/** As Python's repr. */
function pythonText(value: ExprValue): string {
  switch (value.kind) {
    case 'null':
      return 'None';
    case 'bool':
      return value.value ? 'True' : 'False';
    case 'int':
    case 'float':
      return valueText(value);
    case 'list':
      return `[${value.items.map(pythonText).join(', ')}]`;
    default:
      return pythonString(valueText(value));
  }
}

function pythonString(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replaceAll(PYTHON_UNPRINTABLE, (character) => {
    const escape = PYTHON_ESCAPES[character];
    if (escape !== undefined || character === ' ') return escape ?? character;
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
    return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
  });
  return quote + (quote === "'" ? escaped.replaceAll("'", "\\'") : escaped) + quote;
}

/** JSON in ASCII alone, as Python writes it: it survives any encoding of the script around it. */
function asciiJson(value: ExprValue): string {
  return jsonText(value).replaceAll(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
