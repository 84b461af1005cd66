// Ends every run with `N passed, N failed, N skipped`: one line to look at, and the line that CI adds up. Before it
// stands what failed, in a line each: CI repeats those at its own end, where a reader of a long log looks first.
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

const firstLine = (errors: readonly { message?: string }[] | undefined): string =>
  (errors?.[0]?.message ?? 'no message').trimStart().split('\n', 1)[0] as string;

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0;
    let skipped = 0;
    const failures = unhandledErrors.map((error) => `an error outside of every test: ${firstLine([error])}`);
    for (const module of modules) {
      const failuresBefore = failures.length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'skipped') skipped += 1;
        else
          failures.push(
            `${module.project.name} ${module.relativeModuleId} > ${test.fullName}: ${firstLine(result.errors)}`,
          );
      }
      // A file that could not be loaded, or whose own hooks failed, has no failed test to count.
      if (!module.ok() && failures.length === failuresBefore) {
        failures.push(`${module.project.name} ${module.relativeModuleId}: ${firstLine(module.errors())}`);
      }
    }
    const closing = `${passed} passed, ${failures.length} failed, ${skipped} skipped\n`;
    const lines = failures.map((failure) => `FAILED ${failure}\n`).join('');
    // After the summary, which other reporters print in the same turn.
    process.once('beforeExit', () => process.stdout.write(lines + closing));
  }
}
