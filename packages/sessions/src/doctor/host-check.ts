/** One thing that was looked at. */
export interface HostCheck {
  readonly name:
    | 'spawn'
    | 'session-root'
    | 'left-behind'
    | 'clock'
    | 'session'
    | 'programs'
    | 'user'
    | 'group'
    | 'sudo'
    | 'rights'
    | 'user-session';
  /** `warning`: sessions run, but not as well or as safely as they could. `problem`: they don't. */
  readonly state: 'ok' | 'warning' | 'problem';
  readonly message: string;
  /** What to type, or to do, about it. */
  readonly mend?: string;
}
