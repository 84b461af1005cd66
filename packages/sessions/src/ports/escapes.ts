import type { EscapedProcessReport } from '../results/action-result.ts';

/** Whose processes to look for. */
export interface EscapeSearch {
  /** The value of `OPENJD_SESSION_WORKING_DIR` in the environment of every process of the session. */
  readonly workingDirectory: string;
  /** Only what this action started; absent: the whole session's. */
  readonly actionId?: string;
}

/** Finds the processes of a session that left their action's process group, and ends them. */
export interface EscapePort {
  end(search: EscapeSearch): Promise<readonly EscapedProcessReport[]>;
}

/** A search that takes longer than this has met a process whose environment cannot be read (one in an uninterruptible wait): it is not waited for. */
export const escapeSearchMs = 30_000;
