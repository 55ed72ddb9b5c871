import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { POINTS_PER_MM } from '../../shared/units.ts'
import { layouts } from './handout-options.ts'
import { sheetSize, slideWidth } from './sheet-size.ts'

/** Points under which print is hard to read at all. */
export const MIN_POINTS = 6

/** Of a deck's slides, in pixels. */
export interface DeckSize { width: number, height: number }

/** How a slide stands on a sheet. Lengths are in millimetres. */
export interface SlideSize {
  /** Of a sheet on which all slides stand as it does. */
  columns: number
  rows: number
  width: number
  /** Whether it is larger than the layout has it. */
  isLarger: boolean
}

type MeasuredSlide = Pick<HandoutSlide, 'slide' | 'textSize'>

/** Millimetres for a slide's number, and to write below a slide that takes the place beside it. */
const NUMBER = 6
const RULING = 22

/** The smallest size of a layout in which a slide can be read; the largest where it can be read in none. */
export function slideSize(item: MeasuredSlide, handout: Handout, deck: DeckSize): SlideSize {
  const sizes = sizesOf(handout, deck)
  return sizes.find(({ width }) => isReadable(item, width, deck)) ?? sizes.at(-1)!
}

/** Points of most of a slide's text where the slide is so many millimetres wide; none where nothing is read. */
export function printedPoints({ slide, textSize }: MeasuredSlide, width: number, deck: DeckSize): number | undefined {
  const { number, layout = number === 1 ? 'cover' : undefined } = slide
  // A cover is not read, but looked at.
  return layout === 'cover' || !textSize ? undefined : textSize * width * POINTS_PER_MM / deck.width
}

export function isReadable(item: MeasuredSlide, width: number, deck: DeckSize): boolean {
  const points = printedPoints(item, width, deck)
  return points === undefined || Math.round(points * 10) / 10 >= MIN_POINTS
}

function sizesOf(handout: Handout, deck: DeckSize): SlideSize[] {
  const { columns, rows, gap, larger, kind, code } = layouts[handout.layout]
  const { width, height } = sheetSize(handout)
  const below = NUMBER + (code ? RULING : 0)
  return [
    { columns, rows, width: slideWidth(handout), isLarger: false },
    ...larger.map(({ columns, rows, share }) => {
      const across = (width - gap.across * (columns - 1)) / columns * share
      const down = (height - gap.down * (rows - 1)) / rows - below
      const own = kind === 'flow' ? across : Math.min(across, down * deck.width / deck.height)
      return { columns, rows, width: own, isLarger: true }
    }),
  ]
}
