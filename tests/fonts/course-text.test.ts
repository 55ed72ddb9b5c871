import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { courseText } from '../../src/fonts/course-text.ts'

it('holds the code that slides show from files, in whatever folder, beside their own words', async () => {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-text-'))
  await fs.mkdir(path.join(root, 'examples'))
  await fs.writeFile(path.join(root, 'slides.md'), '# 一\n\n<<< @/examples/二.rs {1}\n')
  await fs.writeFile(path.join(root, 'examples/二.rs'), 'let 三 = "&eacute;";\n')
  const text = await courseText(await loadCourse(root))
  expect([...'一三é'].filter(character => !text.includes(character))).toEqual([])
  await fs.rm(root, { recursive: true })
})
