// Scalars without quotes, as the core schema of YAML 1.2 reads them.
import { type Extent, type ScalarNode, scalarNode } from './nodes.ts';
import { numberNode } from './numbers.ts';

/** How everything begins that is no string. */
const SUSPICIOUS = /^[-+.0-9~NTFntf]/;
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const TRUE = /^(?:[Tt]rue|TRUE)$/;
const FALSE = /^(?:[Ff]alse|FALSE)$/;
const PREFIXED_INTEGER = /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/;
const NUMBER = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const NO_NUMBER = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Whether a scalar without quotes is a string. */
export function isPlainString(source: string): boolean {
  return !SUSPICIOUS.test(source) || typeof readPlainScalar(source, undefined).value === 'string';
}

/** The node of a scalar without quotes that is not empty. */
export function readPlainScalar(source: string, extent: Extent | undefined): ScalarNode {
  // Nearly all are texts: one look tells so, where the others would take five.
  if (!SUSPICIOUS.test(source)) return scalarNode(source, source, 'plain', extent);
  if (NUMBER.test(source)) return numberNode(source, extent);
  if (NO_NUMBER.test(source) || PREFIXED_INTEGER.test(source)) return yamlNumber(source, extent);
  if (TRUE.test(source) || FALSE.test(source)) return scalarNode(TRUE.test(source), source, 'plain', extent);
  return scalarNode(NULL.test(source) ? null : source, source, 'plain', extent);
}

/** Octal and hexadecimal integers of YAML are exact too; everything else reads like a JSON number. */
export function yamlNumber(source: string, extent: Extent | undefined): ScalarNode {
  return /^0[xo]/.test(source) && source.length <= 40
    ? scalarNode(BigInt(source), source, 'plain', extent)
    : numberNode(javaScriptNumberText(source), extent);
}

/** `.inf` and `.nan` as JavaScript reads them; other numbers as they are. */
function javaScriptNumberText(source: string): string {
  return source.replace(/^([-+]?)\.inf$/i, '$1Infinity').replace(/^\.nan$/i, 'NaN');
}
