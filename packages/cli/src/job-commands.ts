// The commands that make a job: a part of the bundled program that waits until it is asked for (scripts/bundle.mjs).
export { doctor } from './commands/doctor.ts';
export { explain } from './commands/explain.ts';
export { run } from './commands/run.ts';
export { summary } from './commands/summary.ts';
