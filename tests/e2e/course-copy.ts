import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'

const copies: string[] = []

/** A temporary folder that is removed after the file's tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-test-')))
  copies.push(folder)
  return folder
}

/** A copy of a course that its tests may change: of the small course, or of another folder with all that it has built. */
export async function copyCourse(from = path.join(toolkitRoot, 'tests/fixtures/courses/small')): Promise<string> {
  const root = await temporaryFolder()
  await fs.cp(from, root, { recursive: true })
  return root
}

afterAll(async () => {
  await Promise.all(copies.splice(0).map(folder => fs.rm(folder, { recursive: true, force: true })))
})
