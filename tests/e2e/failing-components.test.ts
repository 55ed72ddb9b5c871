import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { createProgress } from '../../src/cli/progress.ts'
import { formatProblem, UserError } from '../../src/core/errors.ts'
import { buildSite } from '../../src/site/build-site.ts'

it('names every slide whose component fails, and leaves the former site as it was', async () => {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-failing-')))
  try {
    await fs.cp(path.join(import.meta.dirname, '../fixtures/build/failing-components'), work, { recursive: true })
    const out = path.join(work, 'dist')
    await fs.mkdir(out)
    await fs.writeFile(path.join(out, 'course.json'), '{}')
    const error = await buildSite({ root: work, out, only: [], base: './', progress: createProgress() }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).problems.map(problem => formatProblem(problem, work)).sort().join('\n')).toMatchInlineSnapshot(`
      "slides/01-sums.md:5: The lecture "All is well here" cannot be printed: Slide 2 ("Nothing to add") cannot be shown: There is nothing to add. Give it numbers.
          Open the deck with npm start, look at that slide and fix it.
      slides/02-callouts.md:1: The lecture "A callout of no kind" cannot be printed: Slide 1 ("A callout of no kind") cannot be shown: There is no callout "wanring". Did you mean warning? There are: note, tip, info, important, warning, caution, danger.
          Open the deck with npm start, look at that slide and fix it."
    `)
    expect(await fs.readdir(out)).toEqual(['course.json'])
    expect((await fs.readdir(work)).filter(name => name.startsWith('.dist'))).toEqual([])
  }
  finally {
    await fs.rm(work, { recursive: true })
  }
})
