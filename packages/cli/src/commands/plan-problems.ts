import { CliError } from '../errors.ts';
import { RunPlanError } from '../run/index.ts';

/** Turns a selection that does not fit the job into an error for the command line. */
export function planProblems<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof RunPlanError)) throw error;
    throw new CliError(error.message, { cause: error });
  }
}
