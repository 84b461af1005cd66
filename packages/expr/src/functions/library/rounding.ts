/** Enough places to write any 64-bit float exactly; beyond them there are only zeros. */
const EXACT_PLACES = 1074;

const bits = new DataView(new ArrayBuffer(8));

/** The exact value of a float as a fraction with a power of two. */
function fractionOf(value: number): { numerator: bigint; denominator: bigint } {
  bits.setFloat64(0, value);
  const raw = bits.getBigUint64(0);
  const exponent = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xf_ffff_ffff_ffffn;
  const mantissa = exponent === 0 ? fraction : fraction | 0x10_0000_0000_0000n;
  const power = Math.max(exponent, 1) - 1075;
  const signed = value < 0 ? -mantissa : mantissa;
  return power >= 0
    ? { numerator: signed << BigInt(power), denominator: 1n }
    : { numerator: signed, denominator: 1n << BigInt(-power) };
}

/** The integer nearest to a fraction; half-way, the even one. */
function nearest(numerator: bigint, denominator: bigint): bigint {
  const floor = (numerator - modulo(numerator, denominator)) / denominator;
  const twice = 2n * modulo(numerator, denominator);
  if (twice < denominator) return floor;
  return twice > denominator || floor % 2n !== 0n ? floor + 1n : floor;
}

function modulo(a: bigint, b: bigint): bigint {
  const rest = a % b;
  return rest < 0n ? rest + b : rest;
}

/** A float as text with one or more decimal places, from its exact value; half-way to the even digit, as Python does. */
export function roundFloat(value: number, places: number): string {
  const { numerator, denominator } = fractionOf(value);
  const exactPlaces = Math.min(places, EXACT_PLACES);
  const scaled = nearest(numerator * 10n ** BigInt(exactPlaces), denominator);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(exactPlaces + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  const point = digits.length - exactPlaces;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}${'0'.repeat(places - exactPlaces)}`;
}

/** A float rounded to a whole number, or with negative places to a power of ten; half-way to the even digit. */
export function roundToWhole(value: number, places: number | bigint): bigint {
  const { numerator, denominator } = fractionOf(value);
  // No finite float reaches 10^310.
  if (places < -310) return 0n;
  const unit = 10n ** BigInt(-Number(places));
  return nearest(numerator, denominator * unit) * unit;
}

/** An integer rounded to a power of ten; half-way to the even digit. With a positive number of places it stays. */
export function roundInteger(value: bigint, places: number | bigint): bigint {
  if (places >= 0) return value;
  // 10^20 is more than twice any 64-bit integer.
  if (places < -19) return 0n;
  const unit = 10n ** BigInt(-Number(places));
  return nearest(value, unit) * unit;
}
