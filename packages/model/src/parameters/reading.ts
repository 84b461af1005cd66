/** A value that has been read, or what is wrong with it. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly ReadingFault[] };

export interface ReadingFault {
  /** Leads to the item of a list that is at fault. */
  readonly at: readonly number[];
  readonly expected: string;
  readonly found: string;
  readonly hint?: string;
}
