import { decimalKey } from '../documents/numbers.ts';

/** A number for a JSON text, digit for digit. */
export class ExactNumber {
  readonly json: string;

  /** A decimal or an integer as a template keeps it: JSON begins with one digit at least, and ends with one. */
  constructor(text: string) {
    this.json = text
      .replace(/^(-?)0+(?=\d)/, '$1')
      .replace(/^-?(?=\.)/, '$&0')
      .replace(/\.(?=$|e)/i, '');
  }

  /** For `JSON.stringify`, which writes digits of others in newer engines only: elsewhere it must not write another value. */
  toJSON(): unknown {
    const { json } = this;
    const number = Number(json);
    const raw: unknown = Reflect.get(JSON, 'rawJSON');
    if (typeof raw === 'function') return Reflect.apply(raw, JSON, [json]);
    if (decimalKey(String(number)) === decimalKey(json)) return number;
    throw new TypeError(`JSON.stringify would round ${json} in this engine. Use stringifyTemplate.`);
  }
}
