/**
 * Says what `JSON.stringify` makes of an object that holds what JSON cannot. The method is not enumerable: it is neither
 * printed nor compared.
 */
export function withJson<T extends object>(object: T, toJSON: () => unknown): T {
  return Object.defineProperty(object, 'toJSON', { value: toJSON });
}
