// The vocabulary of the rule table. The table gives the JSON Schema, the checks of every value, and the documentation.
import type { ExtensionName } from '../profile/profile.ts';
import type { NumberRuleName } from './number-rules.ts';
import type { Limit, TextRuleName } from './text-rules.ts';
import type { TargetName } from './targets.ts';

/** When a format string is resolved: at job creation, or on the host that runs the session. */
export type Stage = 'creation' | 'host';

/** What one value may be. */
export type Rule =
  | { readonly kind: 'text'; readonly text: TextRuleName }
  /** A string with `{{ }}`. The target is the type that an expression filling the whole field is coerced to (EXPR). */
  | {
      readonly kind: 'format-string';
      readonly text: TextRuleName;
      readonly stage: Stage;
      readonly target: TargetName;
      /** Only one expression that fills the field: its value is no text. */
      readonly whole?: true;
    }
  | {
      readonly kind: 'number';
      readonly number: NumberRuleName;
      /** Whether the number may be written as a string: always, or with an extension. */
      readonly asString?: 'always' | ExtensionName;
      /** Whether that string may be a format string. */
      readonly formatString?: { readonly stage: Stage; readonly target: TargetName };
    }
  | { readonly kind: 'boolean' }
  /** A boolean in any of the spellings of section 2.9. */
  | { readonly kind: 'loose-boolean' }
  | {
      readonly kind: 'choice';
      readonly choices: readonly string[];
      /** With this extension a format string may stand instead. */
      readonly formatString?: { readonly extension: ExtensionName; readonly stage: Stage; readonly target: TargetName };
    }
  | { readonly kind: 'list'; readonly item: Rule; readonly min?: number; readonly max?: Limit }
  | { readonly kind: 'map'; readonly key: TextRuleName; readonly value: Rule; readonly min?: number }
  | { readonly kind: 'object'; readonly shape: string }
  /** A string with `string`, or a list with `list`; the string form can need an extension. */
  | {
      readonly kind: 'string-or-list';
      readonly string: Rule;
      readonly list: Rule;
      readonly stringNeeds?: ExtensionName;
    }
  /** Any value: checked elsewhere, or ignored. */
  | { readonly kind: 'ignored' };

/** One key of an object. */
export interface Field {
  readonly rule: Rule;
  readonly required?: true;
  readonly extension?: ExtensionName;
  /** One sentence about a required key, for editors and for a document that lacks it. */
  readonly doc?: string;
}

/** Where a shape changes what format strings can see; scopes.ts gives each its symbols. */
export type ScopeName =
  | 'job'
  | 'step'
  | 'task'
  | 'environment'
  | 'environment-script'
  | 'wrap-environment'
  | 'wrap-task';

/** An object of the specification. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly section: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly scope?: ScopeName;
}

/** Objects that one key tells apart. */
export interface VariantShape {
  readonly kind: 'variants';
  readonly section: string;
  /** The key that tells. */
  readonly by: string;
  /** With EXPR the value may be written in any case. */
  readonly caseInsensitiveWithExpr: boolean;
  readonly variants: Readonly<Record<string, { readonly shape: string; readonly extension?: ExtensionName }>>;
}

export type Shape = ObjectShape | VariantShape;
