/** One file of the official suite. */
export interface Vector {
  /** Path below the folder that was given, with slashes. */
  readonly path: string;
  /** Where it belongs in the table: `2023-09/base/job_templates`. */
  readonly folder: string;
  /** File name without `.yaml` and without what says the kind: `1.1--empty-name`. */
  readonly name: string;
  /** Whether the name says that it must be refused. */
  readonly invalid: boolean;
  /** Vectors that upstream has not decided on, or has decided against, are reported and not counted. */
  readonly standing: 'counted' | 'proposed' | 'superseded';
  readonly text: string;
}

/** What became of a vector. A skip needs a reason, a failure what was expected and what was found. */
export type VectorOutcome =
  | { readonly state: 'passed' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'skipped'; readonly reason: string };

/** Runs the vectors of one kind of folder, such as `job_templates`. */
export interface VectorRunner {
  /** Names of the folders whose vectors this runner runs. */
  readonly folders: readonly string[];
  run(vector: Vector): VectorOutcome | Promise<VectorOutcome>;
}

export interface VectorResult {
  readonly vector: Vector;
  readonly outcome: VectorOutcome;
}
