import type { OpenDeck } from '../deck/open-deck.ts'
import { Buffer } from 'node:buffer'
import sharp from 'sharp'
import { printView } from '../../slidev/contract/names.ts'

/** Formats of pictures, with what sharp is told to make them small in little time. */
const pictureFormats = {
  png: { compressionLevel: 8 },
  webp: { quality: 80, effort: 0 },
} as const

export type PictureFormat = keyof typeof pictureFormats

export const pictureFormatNames = Object.keys(pictureFormats)

export function isPictureFormat(name: string): name is PictureFormat {
  return Object.hasOwn(pictureFormats, name)
}

interface Box { x: number, y: number, width: number, height: number }

/**
 * A picture of a slide of an open deck.
 * @param id of the slide's element; afterwards it is the only one that is shown, as a page of hundreds of slides is
 * slow to draw
 * @param options.scale pixels of the picture for each of the slide's
 */
export async function captureSlide(
  deck: OpenDeck,
  id: string,
  { format, scale }: { format: PictureFormat, scale: number },
): Promise<Buffer> {
  return encode(await shoot(deck, id, scale), format)
}

/**
 * What chat programs and social networks show of a link, as PNG: 1200 x 630 pixels, cut from a slide where that costs
 * only its margin, else with bars in the colour of its corner.
 */
export async function capturePreview(deck: OpenDeck, id: string): Promise<Buffer> {
  const picture = sharp(await shoot(deck, id, 2)).removeAlpha()
  const { width, height } = await picture.metadata()
  const corner = await picture.clone().extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer()
  const [r, g, b] = corner
  const fit = width / height > 1.7 && width / height < 2.1 ? 'cover' : 'contain'
  return picture
    .resize(1200, 630, { fit, background: { r, g, b } })
    .png({ palette: true, quality: 90, effort: 1 })
    .toBuffer()
}

/** A picture of a part of a slide, as WebP, two pixels for each of its own; it is then the only slide shown. */
export async function captureBox(deck: OpenDeck, id: string, box: Box): Promise<Buffer> {
  return encode(await shoot(deck, id, 2, box), 'webp')
}

function encode(shot: Buffer, format: PictureFormat): Promise<Buffer> {
  return sharp(shot).removeAlpha().toFormat(format, pictureFormats[format]).toBuffer()
}

async function shoot(
  { page, size }: OpenDeck,
  id: string,
  scale: number,
  box: Box = { x: 0, y: 0, ...size },
): Promise<Buffer> {
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
  const session = await page.context().newCDPSession(page)
  try {
    const clip = { ...box, y: top + box.y, scale }
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true, clip })
    return Buffer.from(data, 'base64')
  }
  finally {
    await session.detach().catch(() => undefined)
  }
}
