import type { TestSpecification } from 'vitest/node'
import path from 'node:path'
import { BaseSequencer } from 'vitest/node'

/** Files whose tests take long, the longest first: one that began last would be waited for. */
const LONG = [
  ...['e2e/package', 'e2e/start', 'e2e/fit', 'e2e/shards', 'e2e/paper', 'e2e/handout', 'e2e/export', 'e2e/check'],
  ...['e2e/present', 'e2e/interrupt', 'e2e/failing-components', 'e2e/web-course', 'e2e/frozen', 'e2e/emoji'],
  ...['talk/recover/recover', 'pdf-ua/verapdf', 'slidev/same-anywhere', 'slidev/inputs', 'generate/properties'],
]

/** Runs the longest files of each project first, as Vitest itself does once it has seen how long they take. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONG.indexOf(path.relative(import.meta.dirname, moduleId).split(path.sep).join('/').replace('.test.ts', ''))
      return at < 0 ? LONG.length : at
    }
    // Sorting is stable: all others stay in the order in which they were.
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}
