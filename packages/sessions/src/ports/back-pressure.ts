/** Holds the child back while a lossless sink is full. */
export interface BackPressure {
  /** Whether more than the sink's documented number of bytes waits. */
  readonly full: boolean;
  /** Calls back once there is room again. */
  whenRoom(resume: () => void): void;
}
