import type { EscapePort } from './escapes.ts';
import type { SpawnPort } from './spawn.ts';

/** Who may use the files that the session writes: the host's user always, and one group if the actions run as somebody else. */
export interface FileAccess {
  /** The group that the action's user is in; absent when the actions run as the host's user. */
  readonly groupId?: number;
}

/** Everything that a session does in the name of the user of its actions, where that is not the host's own. */
export interface SessionUserPort {
  readonly spawn: SpawnPort;
  readonly escapes: EscapePort;
  /** The environment of that user's login, in place of the host's. */
  readonly hostVariables: Readonly<Record<string, string>>;
  /** Removes what that user can remove from the working directory. What is left is the host's to remove. */
  emptyWorkingDirectory(): Promise<void>;
  /** Removes the working directory itself. Says what is left, and why, instead of stopping. */
  removeWorkingDirectory(): Promise<readonly { readonly path: string; readonly reason: string }[]>;
  /** Ends what acts for the user and removes what it used. To be called once, at the end of the session. */
  close(): Promise<void>;
}
