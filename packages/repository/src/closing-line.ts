// Ends every run with `N passed, N failed, N skipped`: one line to look at, and the line that CI adds up.
import type { Reporter, SerializedError, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandledErrors.length;
    let skipped = 0;
    for (const module of modules) {
      const failedBefore = failed;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
      // A file that could not be loaded, or whose own hooks failed, has no failed test to count.
      if (!module.ok() && failed === failedBefore) failed += 1;
    }
    // After the summary, which other reporters print in the same turn.
    process.once('beforeExit', () => process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`));
  }
}
