import type { ContactSheetOptions, SheetKind } from './kinds.ts'
import type { SheetLayout, Tile } from './sheet.ts'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { loadCourse } from '../../src/check/load-course.ts'
import { selectLectures } from '../../src/course/select.ts'
import { layouts } from '../../src/paper/handout/handout-options.ts'
import { handoutFile, readHandout } from '../../src/paper/handout/handout.ts'
import { printLectures } from '../../src/paper/print-lectures.ts'
import { withServedDecks } from '../../src/paper/served-decks.ts'
import { paperSlides } from '../look/slide-pictures.ts'
import { pageTiles } from './page-tiles.ts'
import { writeSheets } from './sheet.ts'

const SLIDES: SheetLayout = { columns: 4, width: 490, height: 276, most: 28 }
const PAPER: SheetLayout = { columns: 6, width: 420, height: 560, most: 18 }

/** Builds a course and writes contact sheets of it; returns their files. */
export async function writeContactSheets(options: ContactSheetOptions): Promise<string[]> {
  const { root, only, kinds, out, executablePath, progress } = options
  const since = Date.now()
  const whole = await loadCourse(root)
  const course = { ...whole, lectures: selectLectures(whole, only) }
  const files: string[] = []
  const wants = (...names: SheetKind[]) => names.some(name => kinds.includes(name))
  const serving = { audience: 'public', since, executablePath, progress } as const
  if (wants('light', 'dark', 'gray', 'print')) {
    await withServedDecks(whole, serving, async ({ browser, origin }) => {
      const print = { course, origin } as const
      for (const scheme of ['light', 'dark'] as const) {
        if (!wants(scheme) && !(scheme === 'light' && wants('gray')))
          continue
        progress.step(`Taking pictures of slides, ${scheme}`)
        const tiles = new Map<string, Tile[]>(course.lectures.map(({ slug }) => [slug, []]))
        await printLectures(browser, {
          ...print,
          dark: scheme === 'dark',
          pictures: { format: 'png', scale: 1, withClicks: true },
          async write({ slug }, name, picture) {
            tiles.get(slug)!.push({ picture: Buffer.from(picture), label: `${slug} ${name.replace(/\.png$/, '')}` })
          },
        })
        const all = [...tiles.values()].flat()
        if (wants(scheme))
          files.push(...await writeSheets(out, scheme, all, SLIDES))
        if (scheme === 'light' && wants('gray'))
          files.push(...await writeSheets(out, 'gray', await Promise.all(all.map(grayTile)), SLIDES))
      }
      if (wants('print')) {
        progress.step('Printing handouts in every layout')
        const handouts = Object.keys(layouts).map(layout => readHandout({ layout }))
        const pdfs = new Map<string, Uint8Array>()
        await printLectures(browser, {
          ...print,
          handouts,
          write: async ({ slug }, name, pdf) => pdfs.set(`${slug} ${name}`, pdf),
        })
        for (const handout of handouts)
          files.push(...await paperSheets(handoutFile(handout), pdfs, options))
      }
    })
  }
  if (wants('pages', 'phone'))
    files.push(...await pageTiles(course, options))
  return files
}

async function grayTile({ picture, label }: Tile): Promise<Tile> {
  return { picture: await sharp(picture).grayscale().png().toBuffer(), label }
}

async function paperSheets(
  name: string,
  pdfs: ReadonlyMap<string, Uint8Array>,
  { out }: ContactSheetOptions,
): Promise<string[]> {
  const tiles: Tile[] = []
  for (const [file, pdf] of pdfs) {
    if (!file.endsWith(` ${name}`))
      continue
    const pages = await paperSlides(pdf, PAPER.width)
    tiles.push(...pages.map((picture, i) => ({ picture, label: `${file.split(' ')[0]} ${i + 1}` })))
  }
  return writeSheets(out, `print-${name.replace(/^handout-|\.pdf$/g, '')}`, tiles, PAPER)
}
