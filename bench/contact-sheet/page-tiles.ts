import type { Page } from 'playwright-chromium'
import type { Course } from '../../src/course/course.ts'
import type { ContactSheetOptions, SheetKind } from './kinds.ts'
import type { SheetLayout, Tile } from './sheet.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { findBrowser } from '../../src/browser/find.ts'
import { lazyBrowser } from '../../src/browser/launch.ts'
import { openContext } from '../../src/browser/open-context.ts'
import { serveFolder } from '../../src/browser/serve.ts'
import { buildSite } from '../../src/site/build-site.ts'
import { writeSheets } from './sheet.ts'

interface Device { width: number, height: number, sheet: SheetLayout }

/** A page is cut into strips of one height, which stand side by side. */
const DEVICES: Record<'pages' | 'phone', Device> = {
  pages: { width: 1280, height: 1600, sheet: { columns: 4, width: 640, height: 800, most: 8 } },
  phone: { width: 390, height: 1688, sheet: { columns: 7, width: 300, height: 1298, most: 14 } },
}
/** Of a page no more strips. */
const MOST = 6

/** Builds the site of a course in a temporary folder, and writes sheets of its pages; returns their files. */
export async function pageTiles(course: Course, options: ContactSheetOptions): Promise<string[]> {
  const { root, only, kinds, out, executablePath, progress } = options
  const site = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-sheets-'))
  const browser = lazyBrowser(findBrowser(executablePath))
  try {
    await buildSite({ root, out: path.join(site, 'site'), only, base: './', executablePath, progress })
    const server = await serveFolder(path.join(site, 'site'))
    const files: string[] = []
    try {
      for (const [kind, { width, height, sheet }] of Object.entries(DEVICES)) {
        if (!kinds.includes(kind as SheetKind))
          continue
        const context = await openContext(await browser.get(), { width, height: Math.min(height, 900) })
        const page = await context.newPage()
        const tiles: Tile[] = []
        for (const scheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
          for (const place of ['', ...course.lectures.map(({ slug }) => `${slug}/`)]) {
            await page.goto(`${server.origin}/${place}index.html`, { waitUntil: 'networkidle' })
            tiles.push(...await strips(page, `${place || 'course'} ${scheme}`, height))
          }
        }
        files.push(...await writeSheets(out, kind, tiles, sheet))
        await context.close()
      }
    }
    finally {
      await server.close()
    }
    return files
  }
  finally {
    await browser.close()
    await fs.rm(site, { recursive: true, force: true })
  }
}

async function strips(page: Page, label: string, height: number): Promise<Tile[]> {
  const picture = await page.screenshot({ fullPage: true, animations: 'disabled' })
  const { width, height: all } = await sharp(picture).metadata()
  const count = Math.min(MOST, Math.ceil(all / height))
  return Promise.all(Array.from({ length: count }, async (_, i) => {
    const box = { left: 0, top: i * height, width, height: Math.min(height, all - i * height) }
    return { picture: await sharp(picture).extract(box).png().toBuffer(), label: `${label} ${i + 1}` }
  }))
}
