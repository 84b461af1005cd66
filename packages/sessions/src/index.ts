/** Where a Session stands. `ended` is final. */
export type SessionState = 'ready' | 'running' | 'canceling' | 'readyEnding' | 'ended';
