import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { toolkitRoot } from '../../src/core/toolkit.ts'

const folders: string[] = []

/** A temporary folder that is removed after the file's tests. */
export async function temporaryFolder(): Promise<string> {
  const folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-test-')))
  folders.push(folder)
  return folder
}

/** A copy of a course of the fixtures that its tests may change; nothing of it is built. */
export async function copyCourse(name = 'small'): Promise<string> {
  const root = await temporaryFolder()
  const isWritten = (file: string) => !/[\\/](?:\.docent|node_modules)$/.test(file)
  await fs.cp(path.join(toolkitRoot, 'tests/fixtures/courses', name), root, { recursive: true, filter: isWritten })
  return root
}

/** Removes all temporary folders. */
export async function removeFolders(): Promise<void> {
  await Promise.all(folders.splice(0).map(folder => fs.rm(folder, { recursive: true, force: true })))
}
