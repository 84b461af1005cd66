import { SPECIFICATION_REVISION } from '@ojd/model';

/** Runs the command line and returns the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  if (argv.includes('--version')) process.stdout.write(`openjd (specification ${SPECIFICATION_REVISION})\n`);
  return 0;
}
