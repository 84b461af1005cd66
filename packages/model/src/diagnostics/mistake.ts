declare const MISTAKE: unique symbol;

/**
 * What no value is: the compiler prints the message, and what would be right, when it refuses one.
 *
 * @see Template Schemas 7.3.1
 */
export interface Mistake<Message extends string, Known extends string> {
  readonly [MISTAKE]: readonly [Message, Known];
}
