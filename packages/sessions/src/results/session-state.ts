/**
 * The states of a session.
 *
 * - `ready`: an environment may be entered or exited, a task or subprocess run.
 * - `running`: one action is under way.
 * - `canceling`: that action was asked to end and has not yet.
 * - `readyEnding`: an action did not succeed, or an environment was exited for good: only exits are allowed.
 * - `ended`: closed; the working directory is gone unless it was to be kept.
 *
 * @see How Jobs Are Run: Sessions
 */
export type SessionState = 'ready' | 'running' | 'canceling' | 'readyEnding' | 'ended';
