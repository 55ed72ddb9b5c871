import type { BrowserServer } from 'playwright-chromium'
import type { TestProject } from 'vitest/node'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { launchBrowserServer } from '../../src/browser/launch.ts'
import { serveFolder } from '../../src/browser/serve.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'

const run = promisify(execFile)

declare module 'vitest' {
  export interface ProvidedContext {
    /** The real course, built: its folder and where it is served. */
    site: { folder: string, origin: string }
    /** The small course of the fixtures, likewise. */
    small: { folder: string, origin: string }
    /** The course of the fixtures with a recorded talk, likewise. */
    talks: { folder: string, origin: string }
    /** Where the one browser of all end-to-end tests listens. */
    browser: string
  }
}

/** Builds the real course and those of the fixtures once, and starts one browser, for all end-to-end tests. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const work = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-e2e-'))
  const closing: (() => Promise<unknown>)[] = [() => fs.rm(work, { recursive: true, force: true })]
  const browser: BrowserServer = await launchBrowserServer()
  closing.unshift(() => browser.close())
  provide('browser', browser.wsEndpoint())
  for (const [name, course] of [['site', toolkitRoot], ['small', path.join(toolkitRoot, 'tests/fixtures/courses/small')], ['talks', path.join(toolkitRoot, 'tests/fixtures/courses/talks')]] as const) {
    const folder = path.join(work, name)
    // In a process of its own, as an author builds: nothing is shared with the tests. The base path is for addresses in pages; nothing else may depend on it.
    await run(process.execPath, ['--import', 'tsx', path.join(toolkitRoot, 'scripts/build.ts'), '--course', course, '--out', folder, '--base', name === 'small' ? '/some/where/' : './'], { cwd: toolkitRoot })
    const { origin, close } = await serveFolder(folder)
    closing.unshift(close)
    provide(name, { folder, origin })
  }
  return async () => {
    for (const close of closing)
      await close()
  }
}
