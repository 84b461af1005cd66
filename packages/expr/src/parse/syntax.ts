/**
 * `base`: one dotted name. `expr`: the language of the EXPR extension.
 *
 * @see Template Schemas 7.3
 */
export type Syntax = 'base' | 'expr';
