/** What ajv says about one place. */
export interface StructureError {
  readonly instancePath: string;
  readonly keyword: string;
  /** Of the keywords of the structural schema, two say which key they are about. */
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

/** A compiled schema. */
export interface StructureValidator {
  (data: unknown): boolean;
  errors?: readonly StructureError[] | null;
}
