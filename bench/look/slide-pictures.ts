import type { Buffer } from 'node:buffer'
import type { Page } from 'playwright-chromium'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import sharp from 'sharp'

interface CanvasFactory {
  create: (width: number, height: number) => { canvas: HTMLCanvasElement, context: CanvasRenderingContext2D }
}

/** Pixels of the pictures that are compared: so few that the edges of letters do not count. */
const SMALL = { width: 196, height: 110 }
/** Of 255, in one colour: what a person sees at a glance. */
const SEEN = 40
/** Milliseconds in which a slide that moves, or waits for another host, comes to rest. */
const REST = 5000

/** A picture of a slide of a live deck after its last click. */
export async function liveSlide(page: Page, address: string): Promise<Buffer> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'load' })
  await page.locator('.slidev-page:visible .slidev-layout').first().waitFor({ timeout: REST }).catch(() => {})
  await page.evaluate(async (rest) => {
    const still = async () => {
      await document.fonts.ready
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {})))
      await Promise.all(Array.from(document.images, image => image.decode().catch(() => {})))
      for (let frames = 0; frames < 12; frames++)
        await new Promise(requestAnimationFrame)
    }
    await Promise.race([still(), new Promise(resolve => setTimeout(resolve, rest))])
  }, REST)
  return await page.screenshot({ animations: 'disabled' })
}

/** Pictures of the pages of a PDF file, as wide as a slide on a screen. */
export async function paperSlides(pdf: Uint8Array, width: number): Promise<Buffer[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const document = await task.promise
    const pictures: Buffer[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width })
      const size = [Math.round(viewport.width), Math.round(viewport.height)] as const
      const { canvas, context } = (document.canvasFactory as CanvasFactory).create(...size)
      await page.render({ canvas, canvasContext: context, viewport }).promise
      const { data } = context.getImageData(0, 0, ...size)
      pictures.push(await sharp(data, { raw: { width: size[0], height: size[1], channels: 4 } }).png().toBuffer())
    }
    return pictures
  }
  finally {
    await task.destroy()
  }
}

/** The share of a slide, from 0 to 1, that looks different on two pictures of it. */
export async function difference(one: Buffer, other: Buffer): Promise<number> {
  const [left, right] = await Promise.all([one, other].map(small))
  let seen = 0
  for (let at = 0; at < left!.length; at += 3)
    seen += [0, 1, 2].some(colour => Math.abs(left![at + colour]! - right![at + colour]!) > SEEN) ? 1 : 0
  return seen / (SMALL.width * SMALL.height)
}

async function small(picture: Buffer): Promise<Buffer> {
  const { width, height } = SMALL
  return sharp(picture).flatten({ background: 'white' }).resize(width, height, { fit: 'fill' }).raw().toBuffer()
}

/** Pictures of one slide beside each other, each of a size in pixels. */
export async function sideBySide(
  pictures: readonly Buffer[],
  { width, height }: { width: number, height: number },
): Promise<Buffer> {
  const parts = await Promise.all(pictures.map(async (picture, i) => ({
    input: await sharp(picture).resize(width, height, { fit: 'fill' }).png().toBuffer(),
    left: i * width,
    top: 0,
  })))
  const background = { width: width * parts.length, height, channels: 3, background: 'gray' } as const
  return sharp({ create: background }).composite(parts).png().toBuffer()
}
