/** `base`: one dotted name. `expr`: the language of the EXPR extension. */
export type Syntax = 'base' | 'expr';
