import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { formatProblem, UserError } from '../../src/core/errors.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'
import { buildProblems } from '../../src/slidev/build-problems.ts'

it('names every slide and component that cannot be compiled, at its own line', { timeout: 90_000 }, async () => {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-broken-build-')))
  try {
    const root = path.join(work, 'course')
    await fs.cp(path.join(import.meta.dirname, '../fixtures/build/broken-code'), root, { recursive: true })
    const error = await buildDecks(await loadCourse(root), { out: path.join(work, 'dist'), base: './', audience: 'public' }).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(UserError)
    expect((error as UserError).problems.map(problem => formatProblem(problem, root)).sort().join('\n')).toMatchInlineSnapshot(`
      "components/MissingModule.vue: MissingModule.vue cannot be built: Could not resolve './words.ts'.
          Fix the file.
      components/OpenElement.vue:7: OpenElement.vue cannot be built: Element is missing end tag.
          Fix the file.
      components/UnwrittenStack.vue:9: UnwrittenStack.vue cannot be built: A stack diagram is drawn in the build, so its data must be literal: \`layers\` in \`:layers\` is not.
          Write the values themselves, or write the diagram as a fence with \`\`\`stack.
      slides/01-code.md:11: The slide "An expression" cannot be built: Error parsing JavaScript expression: Unexpected token, expected "," (1:6).
          Fix what stands in {{ }}, in a tag's attributes, or in its script."
    `)
  }
  finally {
    await fs.rm(work, { recursive: true })
  }
})

it('says in as many lines as it needs where a diagram is broken, at its fence', async () => {
  const course = await loadCourse(path.join(import.meta.dirname, '../fixtures/courses/small'))
  const { file, index } = course.lectures[0]!.slides[1]!
  const error = { id: `${file}__slidev_${index + 1}.md`, message: `${file}:19: Parse error on line 2:\na --\n----^\n` }
  expect(buildProblems({ errors: [error] }, course).map(problem => formatProblem(problem, course.root)).join('\n')).toMatchInlineSnapshot(`
    "slides/01-first-steps.md:19: The slide "A step has two parts" cannot be built: Parse error on line 2:
        a --
        ----^"
  `)
})

it('names a package that is not there, with what to do', async () => {
  const course = await loadCourse(path.join(import.meta.dirname, '../fixtures/courses/small'))
  const message = `[vite]: Rolldown failed to resolve import "@scope/name/part" from "${course.root}/components/Badge.vue?vue&type=script&setup=true&lang.ts".\nThis is most likely unintended.`
  const [problem] = buildProblems({ errors: [{ message }] }, course)
  expect(formatProblem(problem!, course.root)).toMatch(/^components\/Badge\.vue: Badge\.vue cannot be built: there is no package "@scope\/name\/part"\.\n {4}Run: npm install --prefix .* @scope\/name, or fix the import\.$/)
})
