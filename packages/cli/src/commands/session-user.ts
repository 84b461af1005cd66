import { PosixSessionUser, SessionError } from '@ojd/sessions';
import type { OptionValues } from '../command-line/options.ts';
import { CliError, EXIT } from '../errors.ts';

/** Whoever the actions run as, checked before anything is read. */
export function sessionUser({ user, group }: OptionValues): PosixSessionUser | undefined {
  if (user === undefined) {
    if (group === undefined) return undefined;
    throw new CliError("--group is the group of another user's Session: give --user, too.", { exitCode: EXIT.usage });
  }
  try {
    return new PosixSessionUser({ user, ...(group === undefined ? {} : { group }) });
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    throw new CliError(`--user, --group: ${error.message}`, { exitCode: EXIT.usage });
  }
}
