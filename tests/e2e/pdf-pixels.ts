import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page as somebody sees it on paper or on a screen. */
export interface DrawnPage {
  width: number
  height: number
  /** Mean of all pixels: 0 is black, 255 white. */
  brightness: number
  /** How many pixels are neither black, white nor gray. */
  colored: number
  /** Columns of pixels that are drawn upon in more than half of their height. */
  uprights: number
  /** Red, green and blue of a pixel, each from 0 to 255. */
  pixelAt: (x: number, y: number) => number[]
}

interface CanvasFactory {
  create: (width: number, height: number) => { canvas: HTMLCanvasElement, context: CanvasRenderingContext2D }
}

/**
 * Draws the pages of a PDF file with another renderer than the one that printed it.
 * @param scale pixels for a point of 1/72 inch
 */
export async function drawPages(pdf: Uint8Array, scale = 1): Promise<DrawnPage[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  try {
    const document = await task.promise
    const drawn: DrawnPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const viewport = page.getViewport({ scale })
      const size = [Math.round(viewport.width), Math.round(viewport.height)] as const
      const { canvas, context } = (document.canvasFactory as CanvasFactory).create(...size)
      await page.render({ canvas, canvasContext: context, viewport }).promise
      drawn.push(countPixels(context.getImageData(0, 0, ...size)))
    }
    return drawn
  }
  finally {
    await task.destroy()
  }
}

function countPixels({ data, width, height }: ImageData): DrawnPage {
  const inked = Array.from<number>({ length: width }).fill(0)
  let sum = 0
  let colored = 0
  for (let i = 0; i < data.length; i += 4) {
    const [red, green, blue] = [data[i]!, data[i + 1]!, data[i + 2]!]
    const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)]
    sum += (red + green + blue) / 3
    if (most - least > 2)
      colored++
    if (least < 250)
      inked[i / 4 % width]!++
  }
  const uprights = inked.filter(pixels => pixels > height / 2).length
  const pixelAt = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)]
  return { width, height, brightness: sum / (width * height), colored, uprights, pixelAt }
}
