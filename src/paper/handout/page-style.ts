import type { Course } from '../../course/course.ts'
import type { Layout } from './handout-options.ts'
import type { Handout } from './handout.ts'
import type { HandoutSlide } from './sheets.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { cssString } from '../../core/escape.ts'
import { copies } from '../../shared/copies.ts'
import { contentSize, layouts } from './handout-options.ts'
import { lecturePage } from './lecture-page.ts'

export interface PageStyle {
  course: Course
  handout: Handout
  /** Pixels of a slide. */
  slide: { width: number, height: number }
  slides: readonly HandoutSlide[]
  /** What stands at the foot of each page beside its number. */
  version: string
}

const STYLE = readFileSync(path.join(import.meta.dirname, 'handout.css'), 'utf8')
const PIXELS_PER_MM = 96 / 25.4

/** Class of a layout's pages in `handout.css`. */
export const layoutClasses = {
  'notes': 'notes-layout',
  '2-notes': 'two-notes-layout',
  '3-lines': 'three-lines-layout',
  '4': 'many-layout',
  '6': 'many-layout',
  '9': 'many-layout',
  'article': 'article-layout',
} as const satisfies Record<Layout, string>

/** The whole style of a handout: its sheet, what stands in the margins, and the sizes that follow from the layout. */
export function pageStyle(options: PageStyle): string {
  const { handout: { layout, paper }, slide, slides } = options
  const { width, height, margins } = contentSize(layout, paper)
  const { landscape, columns, rows } = layouts[layout]
  const slideWidth = slideWidthMm(options.handout)
  const sheet = [width + margins.left + margins.right, height + margins.top + margins.bottom]
  return `
@page {
  size: ${sheet.map(length => `${round(length)}mm`).join(' ')};
  margin: ${[margins.top, margins.right, margins.bottom, margins.left].map(length => `${length}mm`).join(' ')};
${furniture(options)}
}
${namedPages(slides)}
#docent-handout {
  --content-width: ${round(width)}mm;
  /* A hair less, for rounding must not make a second page. */
  --content-height: ${round(height - 0.3)}mm;
  --slide-width: ${round(slideWidth)}mm;
  --slide-height: ${round(slideWidth * slide.height / slide.width)}mm;
  --slide-scale: ${slideWidth * PIXELS_PER_MM / slide.width};
  --columns: ${columns};
  --rows: ${rows};
  --gap: ${landscape ? '6mm 7mm' : columns > 1 ? '4mm 7mm' : '5mm'};
}
${STYLE}`
}

/** Width of a slide in a handout, in millimetres. */
export function slideWidthMm({ layout, paper }: Handout): number {
  return layouts[layout].slide(contentSize(layout, paper).width)
}

function furniture({ course, handout, version }: PageStyle): string {
  const foot = [version, ...handout.copy === 'student' ? [] : [copies[handout.copy].label]].join(' · ')
  return [
    box('top-left', cssString(course.title)),
    box('bottom-left', cssString(foot)),
    box('bottom-right', 'counter(page) " of " counter(pages)'),
  ].join('\n')
}

function box(place: string, content: string): string {
  const vertical = place.startsWith('top') ? 'bottom; padding-bottom: 5mm' : 'top; padding-top: 5mm'
  return `  @${place} { content: ${content}; font: 400 8.5pt/1.3 var(--docent-sans, 'Source Sans 3 Variable'); color: #566172; vertical-align: ${vertical} }`
}

/** A page that belongs to one slide, or to one lecture of several, names it. */
function namedPages(slides: readonly HandoutSlide[]): string {
  const lectures = [...new Set(slides.map(({ lecture }) => lecture))]
  return [
    ...lectures.map((lecture, i) => `@page ${lecturePage(i)} {\n${box('top-right', cssString(lecture.title))}\n}`),
    ...slides.map(({ slide, lecture }, i) => `@page slide-${i} {\n${box('top-right', cssString(`${lecture.title} · slide ${slide.number}`))}\n}`),
  ].join('\n')
}

function round(length: number): number {
  return Math.round(length * 1000) / 1000
}
