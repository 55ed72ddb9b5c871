import type { Course, Lecture } from '../../course/course.ts'
import type { ServedDecks } from '../served-decks.ts'
import sharp from 'sharp'
import { openContext } from '../../browser/open-context.ts'
import { printView, slideSize } from '../../slidev/contract/names.ts'
import { openDeck } from '../deck/open-deck.ts'
import { showOnly } from '../deck/show-pages.ts'
import { captureSlide } from './capture.ts'

/** A slide after some of its clicks, as a grey picture. */
export interface StepPicture {
  /** Number of the slide, from 1. */
  slide: number
  /** Clicks done. */
  click: number
  width: number
  height: number
  /** A byte a pixel, row by row. */
  data: Uint8Array
}

interface StepPictureOptions {
  dark: boolean
  /** Pixels of a slide's width that a picture has at least. */
  width: number
  onPicture?: (done: number, total: number) => void
}

/** A grey picture of each slide at each of its steps as a talk shows them, in order. */
export async function stepPictures(
  { browser, origin }: ServedDecks,
  course: Course,
  lecture: Lecture,
  { dark, width, onPicture }: StepPictureOptions,
): Promise<StepPicture[]> {
  const context = await openContext(await browser.get(), slideSize)
  try {
    const url = `${origin}/${lecture.slug}/deck/`
    const deck = await openDeck(context, lecture, { url, withClicks: true, dark, remote: course.remote })
    await deck.page.addStyleTag({ content: `${printView.coming} { visibility: hidden !important }` })
    await showOnly(deck, deck.steps)
    const scale = Math.min(1, Math.max(0.25, width / deck.size.width))
    const pictures: StepPicture[] = []
    for (const { id, slide, clicks } of deck.steps) {
      const shot = await captureSlide(deck, id, { format: 'png', scale })
      const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true })
      pictures.push({ slide, click: clicks, width: info.width, height: info.height, data })
      onPicture?.(pictures.length, deck.steps.length)
    }
    return pictures
  }
  finally {
    await context.close()
  }
}
