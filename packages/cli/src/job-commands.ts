// The commands that make a job: the second part of the bundled program (scripts/bundle.mjs).
export { doctor } from './commands/doctor.ts';
export { explain } from './commands/explain.ts';
export { run } from './commands/run.ts';
export { summary } from './commands/summary.ts';
