import { CliError, problemList } from '../errors.ts';
import { RunPlanError } from '../run/index.ts';

/** Turns a selection that does not fit the job into an error for the command line. */
export function planProblems<T>(plan: () => T): T {
  try {
    return plan();
  } catch (error) {
    if (!(error instanceof RunPlanError)) throw error;
    const { problems, message } = error;
    throw new CliError(problems.length > 1 ? problemList("That can't be run:", problems) : message, { cause: error });
  }
}
