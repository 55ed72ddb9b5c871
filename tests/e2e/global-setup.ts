import type { TestProject } from 'vitest/node'
import type { Ending, Site, SiteName } from './sites.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchBrowserServer } from '../../src/browser/launch.ts'
import { serveFolder } from '../../src/browser/serve.ts'
import { replaceFile } from '../../src/core/output.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { startCommand } from '../run-command.ts'
import { endingOf, SITES } from './sites.ts'

/** Starts one browser for all end-to-end tests, and builds courses once for all of them, while unit tests run. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-e2e-')))
  const browser = await launchBrowserServer()
  const served = await Promise.all(SITES.map(async (name) => {
    const folder = path.join(work, name)
    return { name, folder, root: await courseOf(name, work), server: await serveFolder(folder) }
  }))
  const sites = Object.fromEntries(served.map(({ name, folder, root, server: { origin } }) =>
    [name, { root, folder, origin }])) as Record<SiteName, Site>
  provide('browser', browser.wsEndpoint())
  provide('sites', sites)
  const stopBuilding = buildAll(sites)
  return async () => {
    await stopBuilding()
    await Promise.all(served.map(({ server }) => server.close()))
    await browser.close()
    await fs.rm(work, { recursive: true, force: true })
  }
}

async function courseOf(name: SiteName, work: string): Promise<string> {
  const fixture = path.join(toolkitRoot, 'tests/fixtures/courses', name)
  if (name !== 'slidev')
    return name === 'site' ? toolkitRoot : fixture
  // What it needs is found from elsewhere too.
  const root = path.join(work, 'slidev-course')
  await fs.cp(fixture, root, { recursive: true, filter: file => !/[\\/](?:\.docent|node_modules)$/.test(file) })
  return root
}

/** Builds one course after the other; what it returns stops that. */
function buildAll(sites: Record<SiteName, Site>): () => Promise<void> {
  let stop = async (): Promise<unknown> => undefined
  let stopped = false
  const building = (async () => {
    for (const name of SITES) {
      const { root, folder } = sites[name]
      // The base path is for addresses in pages; nothing else may depend on it.
      const base = name === 'small' ? '/some/where/' : './'
      // In a process of its own, as an author builds: nothing is shared with the tests.
      const command = startCommand('build', '--course', root, '--out', folder, '--base', base)
      stop = () => command.stop()
      const { code, stderr } = await command.ended
      if (stopped)
        return
      await replaceFile(endingOf(folder), JSON.stringify({ code, stderr } satisfies Ending))
    }
  })()
  return async () => {
    stopped = true
    await stop()
    await building
  }
}
