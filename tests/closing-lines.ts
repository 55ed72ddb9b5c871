import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Ends a run with one line that counts its tests, which programs and people read alike. */
export default class ClosingLines implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0 }
    const count = ({ state }: ReturnType<TestCase['result']>) => state === 'pending' ? counts.skipped++ : counts[state]++
    for (const module of modules) {
      for (const test of module.children.allTests())
        count(test.result())
      // A file that cannot be loaded has no tests to fail.
      counts.failed += module.errors().length
    }
    console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
  }
}
