import type { Ending, Site, SiteName } from './sites.ts'
import { existsSync, readFileSync } from 'node:fs'
import { inject, vi } from 'vitest'
import { endingOf } from './sites.ts'

/** One of the courses that are built while other tests run, with what its build has said; waits until it is there. */
export async function builtSite(name: SiteName): Promise<Site & { stderr: string }> {
  const site = inject('sites')[name]
  const file = endingOf(site.folder)
  await vi.waitUntil(() => existsSync(file), { timeout: 600_000, interval: 100 })
  const { code, stderr } = JSON.parse(readFileSync(file, 'utf8')) as Ending
  if (code !== 0)
    throw new Error(`The course of "${name}" does not build:\n${stderr}`)
  return { ...site, stderr }
}
