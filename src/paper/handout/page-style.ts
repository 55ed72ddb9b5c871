import type { Course, Lecture } from '../../course/course.ts'
import type { Say } from '../../language/say.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import type { DeckSize } from './slide-size.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cssString } from '../../core/escape.ts'
import { speak } from '../../language/languages.ts'
import { directionOf } from '../../shared/direction.ts'
import { PIXELS_PER_MM } from '../../shared/units.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { PAIRED_WIDTH, sheetSize, slideWidth } from './sheet-size.ts'

interface PageStyleOptions {
  course: Course
  /** In which it is written, as a BCP 47 tag. */
  language: string
  handout: Handout
  size: DeckSize
  slides: readonly HandoutSlide[]
  /** What stands at the foot of each page beside its number. */
  version: string
}

const COPY_COLORS = { student: '#1b2330', key: '#9c1c28', instructor: '#4b2a86' } as const

const STYLE = readFileSync(path.join(import.meta.dirname, 'handout.css'), 'utf8')

/** Names of pages, as style sheets write them; such pages name their lecture, or their slide, at their head. */
export const pageNames = {
  lecture: ({ number }: Lecture) => `lecture-${number}`,
  slide: ({ element }: HandoutSlide) => `slide-${element}`,
  /** Of a slide and the next one. */
  pair: ({ element }: HandoutSlide) => `pair-${element}`,
} as const

/** The lengths of a slide that is so many millimetres wide, as CSS declares them. */
export function slideLengths(width: number, deck: DeckSize): string {
  return [
    `--slide-width: ${round(width)}mm`,
    `--slide-height: ${round(width * deck.height / deck.width)}mm`,
    `--slide-scale: ${width * PIXELS_PER_MM / deck.width};`,
  ].join('; ')
}

/** The whole style of a handout: its sheet, what stands in the margins, and the sizes that follow from the layout. */
export function pageStyle(options: PageStyleOptions): string {
  const { handout, language, size, slides } = options
  const { width, height, margins } = sheetSize(handout)
  const { gap } = layouts[handout.layout]
  const slide = slideWidth(handout)
  const sheet = [width + margins.left + margins.right, height + margins.top + margins.bottom]
  return `
@page {
  size: ${sheet.map(length => `${round(length)}mm`).join(' ')};
  margin: ${[margins.top, margins.right, margins.bottom, margins.left].map(length => `${length}mm`).join(' ')};
${marginBoxes(options)}
}
${namedPages(slides, language)}
#docent-handout {
  --content-width: ${round(width)}mm;
  /* A hair less, for rounding must not make a second page. */
  --content-height: ${round(height - 0.3)}mm;
  ${slideLengths(slide, size)}
  --row-gap: ${gap.down}mm;
  --column-gap: ${gap.across}mm;
  --paired-width: ${PAIRED_WIDTH}mm;
  --paired-height: ${round(PAIRED_WIDTH * size.height / size.width)}mm;
  --paired-scale: ${PAIRED_WIDTH * PIXELS_PER_MM / size.width};
}
${STYLE}`
}

function marginBoxes({ course, language, handout, version }: PageStyleOptions): string {
  const say = speak(language, 'paper')
  const box = (place: string, content: string) => marginBox(place, content, language)
  const [start, end] = directionOf(language) === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const foot = [version, ...handout.copy === 'student' ? [] : [say(`${handout.copy}Copy`)]].join(' · ')
  return [
    box(`top-${start}`, cssString(course.title)),
    box(`bottom-${start}`, cssString(foot)),
    box(`bottom-${end}`, pageOf(say)),
    ...handout.copy === 'student' ? [] : [copyMark(handout, say(`${handout.copy}Copy`))],
  ].join('\n')
}

/** Whoever picks up a copy that is not for students sees it from afar. */
function copyMark({ copy, ink }: Handout, label: string): string {
  const color = ink === 'plain' ? '#000' : COPY_COLORS[copy]
  const look = ink === 'plain' ? `color: ${color}` : `color: #fff; background: ${color}`
  const box = `width: 52mm; height: 7mm; margin-bottom: 4mm; border: 0.6mm solid ${color}; text-align: center`
  const font = '700 10pt/1 var(--docent-sans, \'Source Sans 3 Variable\')'
  const text = cssString(label)
  return `  @top-center { content: ${text}; font: ${font}; ${look}; ${box}; vertical-align: middle; align-self: end }`
}

/** The number of a page in their number, as CSS writes it. */
function pageOf(say: Say<'paper'>): string {
  const counters: Readonly<Record<string, string>> = { '\0page': 'counter(page)', '\0pages': 'counter(pages)' }
  const text = say('pageOf', { page: '\0page\0', pages: '\0pages\0' })
  return text.split(/(\0pages?)\0/).filter(Boolean).map(part => counters[part] ?? cssString(part)).join(' ')
}

function marginBox(place: string, content: string, language: string): string {
  const direction = directionOf(language) === 'rtl' ? 'direction: rtl; ' : ''
  const vertical = place.startsWith('top') ? 'bottom; padding-bottom: 5mm' : 'top; padding-top: 5mm'
  const font = '400 8.5pt/1.3 var(--docent-sans, \'Source Sans 3 Variable\')'
  return `  @${place} { ${direction}content: ${content}; font: ${font}; color: #566172; vertical-align: ${vertical} }`
}

/** A page that belongs to one slide, or to one lecture of several, names it. */
function namedPages(slides: readonly HandoutSlide[], language: string): string {
  const say = speak(language, 'paper')
  const end = directionOf(language) === 'rtl' ? 'left' : 'right'
  const box = (title: string) => marginBox(`top-${end}`, cssString(title), language)
  const page = (name: string, title: string) => `@page ${name} {\n${box(title)}\n}`
  return [
    ...byLecture(slides).map(({ lecture }) => page(pageNames.lecture(lecture), lecture.title)),
    ...slides.map(item => page(pageNames.slide(item), say('lectureSlide', {
      lecture: item.lecture.title,
      number: item.slide.number,
    }))),
    ...slides.slice(0, -1).map((item, i) => page(pageNames.pair(item), say('lectureSlides', {
      lecture: item.lecture.title,
      first: item.slide.number,
      second: slides[i + 1]!.slide.number,
    }))),
  ].join('\n')
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000
}
