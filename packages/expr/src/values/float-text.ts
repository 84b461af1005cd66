/**
 * The shortest decimal text that reads back as the same float, written as Python writes it: always with a point or an
 * exponent, which begins at 1e+16 and 1e-05.
 *
 * @example
 * ```ts
 * floatText(1e16); // => '1e+16'
 * ```
 * @see Expression Language 1.3.4
 */
export function floatText(value: number): string {
  if (value === 0) return '0.0';
  const [digits = '', exponentText = '0'] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) {
    const sign = exponent < 0 ? '-' : '+';
    return `${digits}e${sign}${String(Math.abs(exponent)).padStart(2, '0')}`;
  }
  const text = fixedText(digits.replace('-', '').replace('.', ''), exponent);
  return value < 0 ? `-${text}` : text;
}

function fixedText(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 2, '0');
  return `${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1)}`;
}
