/** A result, or that there is none and why. */
export type Answer = { readonly type: string; readonly text: string } | { readonly refused: string };
