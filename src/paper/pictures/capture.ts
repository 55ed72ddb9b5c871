import type { CDPSession } from 'playwright-chromium'
import type { Lecture } from '../../course/course.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { printView } from '../../slidev/contract/names.ts'

/** Formats of slide pictures, with what sharp is told to make them small in little time. */
const pictureFormats = {
  webp: { quality: 80, effort: 0 },
  png: { compressionLevel: 8 },
} as const

export type PictureFormat = keyof typeof pictureFormats

type WriteFile = (path: string, content: Uint8Array) => Promise<unknown>

interface CaptureOptions {
  lecture: Lecture
  /** The pages that show each slide, one for each. */
  pages: readonly SlidePage[]
  formats: readonly PictureFormat[]
  /** Writes a file of the lecture, by its path below the lecture's folder. */
  write: WriteFile
}

// Pictures that are encoded while the browser draws the next one; each holds some megabytes.
const IN_WORK = 4

/**
 * Takes a picture of every slide of an open deck, at one and two pixels for each of the slide's, light and dark, and
 * one for links to the lecture.
 * It reuses the page that was printed; afterwards the deck is light again, and shows one slide.
 */
export async function capturePictures(
  deck: OpenDeck,
  { lecture, pages, formats, write }: CaptureOptions,
): Promise<void> {
  const session = await deck.page.context().newCDPSession(deck.page)
  const work = new Set<Promise<unknown>>()
  try {
    for (const scheme of ['light', 'dark'] as const) {
      await deck.page.emulateMedia({ colorScheme: scheme })
      for (const { id, slide } of pages) {
        const shot = await capture(session, deck, id)
        const isFirst = scheme === 'light' && slide.number === lecture.slides[0]?.number
        const encoded = Promise.all([
          encode(shot, deck, { name: `${slide.id}${scheme === 'dark' ? '-dark' : ''}`, formats, write }),
          isFirst && preview(shot).then(png => write('og.png', png)),
        ]).finally(() => work.delete(encoded))
        // An error is thrown below; until then it must not count as unhandled.
        encoded.catch(() => undefined)
        work.add(encoded)
        if (work.size >= IN_WORK)
          await Promise.race(work)
      }
    }
    await Promise.all(work)
  }
  finally {
    await Promise.allSettled(work)
    await session.detach().catch(() => undefined)
  }
  await deck.page.emulateMedia({ colorScheme: 'light' })
}

/**
 * A slide as PNG, two pixels for each of its own. It is the only one that is shown: a page of hundreds of slides is
 * slow to draw.
 */
async function capture(session: CDPSession, { page, size }: OpenDeck, id: string): Promise<Buffer> {
  const top = await page.evaluate(async ({ selector, id }) => {
    for (const slide of document.querySelectorAll<HTMLElement>(selector)) {
      const display = slide.id === id ? '' : 'none'
      if (slide.style.display !== display)
        slide.style.display = display
    }
    const slide = document.getElementById(id)!
    // Else the browser may paint a large picture only in the next frame.
    await Promise.all(Array.from(slide.querySelectorAll('img'), image => image.decode().catch(() => undefined)))
    return slide.getBoundingClientRect().top + window.scrollY
  }, { selector: printView.slide, id })
  const clip = { x: 0, y: top, ...size, scale: 2 }
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip })
  return Buffer.from(data, 'base64')
}

interface EncodeOptions extends Pick<CaptureOptions, 'formats' | 'write'> {
  /** The slide's id, with `-dark` where it is. */
  name: string
}

async function encode(shot: Buffer, { size }: OpenDeck, { name, formats, write }: EncodeOptions): Promise<void> {
  const large = sharp(shot).removeAlpha()
  for (const format of formats) {
    const options = pictureFormats[format]
    const small = large.clone().resize(size.width, size.height)
    await Promise.all([
      large.clone().toFormat(format, options).toBuffer().then(bytes => write(`pictures/${name}@2x.${format}`, bytes)),
      small.toFormat(format, options).toBuffer().then(bytes => write(`pictures/${name}.${format}`, bytes)),
    ])
  }
}

/**
 * What chat programs and social networks show of a link: 1200 x 630 pixels, cut from the slide where that costs only
 * its margin, else with bars in the colour of its corner.
 */
async function preview(shot: Buffer): Promise<Buffer> {
  const picture = sharp(shot).removeAlpha()
  const { width, height } = await picture.metadata()
  const corner = await picture.clone().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()
  const [r, g, b] = corner
  const fit = width / height > 1.7 && width / height < 2.1 ? 'cover' : 'contain'
  return picture
    .resize(1200, 630, { fit, background: { r, g, b } })
    .png({ palette: true, quality: 90, effort: 4 })
    .toBuffer()
}
