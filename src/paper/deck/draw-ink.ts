import type { Lecture } from '../../course/course.ts'
import type { InkPage } from '../../shared/ink.ts'
import type { SlidePage } from './choose-pages.ts'
import type { OpenDeck } from './open-deck.ts'
import { escapeHtml } from '../../core/escape.ts'
import { speak } from '../../language/languages.ts'
import { inkSvg } from '../../shared/ink-svg.ts'
import { seenStrokes } from '../../shared/ink.ts'

/** What was drawn in a talk, on slides by their ids, and on blank pages behind them. */
export interface PaperInk {
  /** Such as `4 May 2026`. */
  day: string
  pages: readonly (Pick<InkPage, 'strokes'> & { slide: string, board: number })[]
}

/** Tells what was drawn on the slides of a lecture; nothing where it had no such talk. */
export type InkOf = (lecture: Lecture) => PaperInk | undefined

/** Looks for what was drawn in the talks of lectures; throws a `UserError` where none had such a talk. */
export type FindInk = (lectures: readonly Lecture[], language: string) => InkOf

interface Drawing {
  /** Of the element on which it lies, or behind which its page comes. */
  element: string
  /** Id and name of a blank page. */
  board?: { id: string, name: string }
  svg: string
}

/**
 * Draws on the slides of an open deck what was drawn on them in a talk, as far as each step had come; blank pages come
 * behind their slides.
 * @returns the pages that are to be printed, with those blank pages
 */
export async function drawInk(
  { page, steps, size }: OpenDeck,
  lecture: Lecture,
  { ink, pages, language }: { ink: PaperInk, pages: readonly SlidePage[], language: string },
): Promise<SlidePage[]> {
  const drawings: Drawing[] = []
  const printed = pages.flatMap((page, i): SlidePage[] => {
    const own = ink.pages.filter(({ slide }) => slide === page.slide.id)
    const clicks = steps.find(({ id }) => id === page.id)?.clicks ?? 0
    const isLast = pages[i + 1]?.slide !== page.slide
    // In a deck that was opened without clicks, all of them are done.
    const isWhole = !steps.some(step => step.slide === page.slide.number && step.clicks > clicks)
    const seen = seenStrokes(own.find(({ board }) => !board) ?? { strokes: [] }, isWhole ? undefined : clicks)
    if (seen.length)
      drawings.push({ element: page.id, svg: inkSvg(seen, labelOf(seen.length, ink.day, language), size) })
    const boards = isLast ? own.filter(({ board }) => board).sort((a, b) => a.board - b.board) : []
    return [page, ...boards.flatMap(({ board, strokes }): SlidePage[] => {
      const seen = seenStrokes({ strokes })
      if (!seen.length)
        return []
      const id = `${page.id}-board-${board}`
      const name = speak(language, 'paper')('slidePage', { number: page.slide.number, page: board })
      drawings.push({
        element: page.id,
        board: { id, name: escapeHtml(name) },
        svg: inkSvg(seen, labelOf(seen.length, ink.day, language), size),
      })
      return [{ id, slide: page.slide, label: `${page.label}+${board}`, board }]
    })]
  })
  await page.evaluate(addDrawings, drawings)
  return printed.filter(({ slide }) => lecture.slides.includes(slide))
}

function labelOf(strokes: number, day: string, language: string): string {
  return escapeHtml(speak(language, 'paper')('drawnByHand', { day, n: strokes }))
}

// What follows runs in the page.
function addDrawings(drawings: readonly Drawing[]): void {
  document.querySelectorAll('.docent-ink, .docent-board').forEach(before => before.remove())
  const last = new Map<string, HTMLElement>()
  for (const { element, board, svg } of drawings) {
    const slide = document.getElementById(element)!
    let place = slide
    if (board) {
      place = document.createElement('div')
      place.id = board.id
      place.className = `${slide.className} docent-board`
      place.style.cssText = slide.style.cssText
      place.style.background = 'light-dark(#fff, #14181f)'
      place.innerHTML = `<h2 style="position:absolute;inset:auto 24px 14px auto;margin:0;font:400 16px/1.2 `
        + `var(--docent-sans, sans-serif);color:light-dark(#566172,#a5b0c0)">${board.name}</h2>`
      const before = last.get(element) ?? slide
      before.after(place)
      last.set(element, place)
    }
    place.style.position = 'relative'
    const ink = document.createElement('div')
    ink.className = 'docent-ink'
    ink.style.cssText = 'position:absolute;inset:0;z-index:90;pointer-events:none'
    ink.innerHTML = svg
    place.append(ink)
  }
}
