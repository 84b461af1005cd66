import type { LosslessSink } from './lossless-sink.ts';

/** Opens all sinks of a session, or none: those that are open are closed again when another one fails. */
export async function openSinks(sinks: readonly LosslessSink[], onLoss: (problem: string) => void): Promise<void> {
  const opened = await Promise.allSettled(sinks.map(async (sink) => sink.open?.(onLoss)));
  const failed = opened.find((result) => result.status === 'rejected');
  if (failed === undefined) return;
  await abandonSinks(sinks.filter((_, index) => opened[index]?.status === 'fulfilled'));
  throw failed.reason;
}

/** Closes the sinks of a session that does not come to be: nothing was written, so nothing is lost. */
export async function abandonSinks(sinks: readonly LosslessSink[]): Promise<void> {
  await Promise.allSettled(sinks.map(async (sink) => sink.close()));
}
