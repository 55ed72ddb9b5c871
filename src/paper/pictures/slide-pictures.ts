import type { Lecture } from '../../course/course.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { PictureFormat } from './capture.ts'
import { captureSlide } from './capture.ts'

/** How pictures of a lecture's slides are taken. */
export interface PictureOptions {
  format: PictureFormat
  /** Pixels of a picture for each of the slide's. */
  scale: number
  /** A picture of each step of a slide. */
  withClicks?: boolean
  /** Slide numbers; all without it. */
  range?: (lecture: Lecture) => readonly number[]
}

interface CaptureOptions extends Pick<PictureOptions, 'format' | 'scale'> {
  pages: readonly SlidePage[]
  write: (path: string, content: Uint8Array) => Promise<unknown>
}

/** Writes a picture of each page as `03-what-runs.png`, or `03.2-what-runs.png` for a later step. */
export async function captureSlides(deck: OpenDeck, { pages, format, scale, write }: CaptureOptions): Promise<void> {
  const digits = Math.max(2, ...pages.map(({ slide }) => String(slide.number).length))
  for (const { id, slide, label } of pages) {
    const [number = '', step] = label.split('.')
    const name = `${number.padStart(digits, '0')}${step ? `.${step}` : ''}-${slide.id}.${format}`
    await write(name, await captureSlide(deck, id, { format, scale }))
  }
}
