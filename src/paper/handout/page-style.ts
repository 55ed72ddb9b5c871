import type { Course, Lecture } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cssString } from '../../core/escape.ts'
import { copies } from '../../shared/copies.ts'
import { PIXELS_PER_MM } from '../../shared/units.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { PAIRED_WIDTH, sheetSize, slideWidth } from './sheet-size.ts'

interface PageStyleOptions {
  course: Course
  handout: Handout
  /** Pixels of a slide. */
  size: { width: number, height: number }
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

/** The whole style of a handout: its sheet, what stands in the margins, and the sizes that follow from the layout. */
export function pageStyle(options: PageStyleOptions): string {
  const { handout, size, slides } = options
  const { width, height, margins } = sheetSize(handout)
  const { columns, rows, gap } = layouts[handout.layout]
  const slide = slideWidth(handout)
  const sheet = [width + margins.left + margins.right, height + margins.top + margins.bottom]
  return `
@page {
  size: ${sheet.map(length => `${round(length)}mm`).join(' ')};
  margin: ${[margins.top, margins.right, margins.bottom, margins.left].map(length => `${length}mm`).join(' ')};
${marginBoxes(options)}
}
${namedPages(slides)}
#docent-handout {
  --content-width: ${round(width)}mm;
  /* A hair less, for rounding must not make a second page. */
  --content-height: ${round(height - 0.3)}mm;
  --slide-width: ${round(slide)}mm;
  --slide-height: ${round(slide * size.height / size.width)}mm;
  --slide-scale: ${slide * PIXELS_PER_MM / size.width};
  --columns: ${columns};
  --rows: ${rows};
  --gap: ${gap};
  --paired-width: ${PAIRED_WIDTH}mm;
  --paired-height: ${round(PAIRED_WIDTH * size.height / size.width)}mm;
  --paired-scale: ${PAIRED_WIDTH * PIXELS_PER_MM / size.width};
}
${STYLE}`
}

function marginBoxes({ course, handout, version }: PageStyleOptions): string {
  const foot = [version, ...handout.copy === 'student' ? [] : [copies[handout.copy].label]].join(' · ')
  return [
    marginBox('top-left', cssString(course.title)),
    marginBox('bottom-left', cssString(foot)),
    marginBox('bottom-right', 'counter(page) " of " counter(pages)'),
    ...handout.copy === 'student' ? [] : [copyMark(handout)],
  ].join('\n')
}

/** Whoever picks up a copy that is not for students sees it from afar. */
function copyMark({ copy, ink }: Handout): string {
  const color = ink === 'plain' ? '#000' : COPY_COLORS[copy]
  const look = ink === 'plain' ? `color: ${color}` : `color: #fff; background: ${color}`
  const box = `width: 52mm; height: 7mm; margin-bottom: 4mm; border: 0.6mm solid ${color}; text-align: center`
  const font = '700 10pt/1 var(--docent-sans, \'Source Sans 3 Variable\')'
  const text = cssString(copies[copy].label)
  return `  @top-center { content: ${text}; font: ${font}; ${look}; ${box}; vertical-align: middle; align-self: end }`
}

function marginBox(place: string, content: string): string {
  const vertical = place.startsWith('top') ? 'bottom; padding-bottom: 5mm' : 'top; padding-top: 5mm'
  const font = '400 8.5pt/1.3 var(--docent-sans, \'Source Sans 3 Variable\')'
  return `  @${place} { content: ${content}; font: ${font}; color: #566172; vertical-align: ${vertical} }`
}

/** A page that belongs to one slide, or to one lecture of several, names it. */
function namedPages(slides: readonly HandoutSlide[]): string {
  const page = (name: string, title: string) => `@page ${name} {\n${marginBox('top-right', cssString(title))}\n}`
  return [
    ...byLecture(slides).map(({ lecture }) => page(pageNames.lecture(lecture), lecture.title)),
    ...slides.map(item => page(pageNames.slide(item), `${item.lecture.title} · slide ${item.slide.number}`)),
    ...slides.slice(0, -1).map((item, i) => {
      const numbers = [item, slides[i + 1]!].map(({ slide }) => slide.number)
      return page(pageNames.pair(item), `${item.lecture.title} · slides ${numbers.join(' and ')}`)
    }),
  ].join('\n')
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000
}
