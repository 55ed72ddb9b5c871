import type { Problem } from '../../core/errors.ts'
import type { Slide } from '../../course/course.ts'
import type { SlidePage } from './choose-pages.ts'
import type { Cut } from './find-overflow.ts'
import type { OpenDeck } from './open-deck.ts'
import { firstWords, lineOfWords } from '../../course/line-of-words.ts'
import { fenceLanguage } from '../../markdown/fence-languages.ts'
import { readFences } from '../../markdown/read-fences.ts'
import { printView } from '../../slidev/contract/names.ts'
import { findCuts } from './find-overflow.ts'
import { shrinkCut } from './shrink-cut.ts'

/** More of them are no help. */
const MAX_NAMED = 3

/**
 * What does not fit on the slides of an open deck, whose pages are all laid out: a problem for each slide that says
 * what is cut off. Each page is measured after the clicks that it shows.
 * @param toPrint whether wide and long things are then made smaller on these pages, as far as they can be read
 */
export async function overflowProblems(
  { page, steps }: OpenDeck,
  pages: readonly Pick<SlidePage, 'id' | 'slide'>[],
  toPrint = false,
): Promise<Problem[]> {
  const ids = pages.map(({ id }) => id)
  const cuts = await page.evaluate(findCuts, { ids, layout: printView.layout })
  const cut = new Set(steps.filter(({ id }) => cuts[ids.indexOf(id)]?.length).map(({ slide }) => slide))
  const stepsOf = (number: number) => steps.filter(({ slide }) => slide === number).map(({ id }) => id)
  const whole = toPrint && cut.size ? await shrinkCut(page, Array.from(cut, stepsOf)) : new Set<string>()
  const told = new Set<string>()
  return pages.flatMap(({ id, slide }, i) => {
    // What is cut at one click is cut at the next.
    const fresh = cuts[i]!.filter(({ what }) => !told.has(`${slide.id} ${what}`))
    fresh.forEach(({ what }) => told.add(`${slide.id} ${what}`))
    return fresh.length ? [overflowProblem(slide, fresh, whole.has(id))] : []
  })
}

function overflowProblem(slide: Slide, cuts: readonly Cut[], isWholeOnPaper: boolean): Problem {
  const named = cuts.slice(0, MAX_NAMED).map(({ what }) => what)
  const more = cuts.length - named.length
  const list = [...named, ...more ? [`${more} more`] : []]
  const isOne = list.length === 1 && !/\d|^all /.test(list[0]!)
  const what = list.length > 1 ? `${list.slice(0, -1).join(', ')} and ${list.at(-1)}` : list[0]!
  const name = `Slide ${slide.number} ("${slide.title}")`
  const verb = isOne ? 'is' : 'are'
  return {
    message: isWholeOnPaper
      ? `${name} does not fit on screen: ${what} ${verb} cut off there, and smaller on paper.`
      : `${name} does not fit: ${what} ${verb} cut off.`,
    hint: 'Shorten or split the slide, or write zoom: 0.8 into its front matter.',
    file: slide.file,
    line: lineOf(slide, cuts[0]!),
  }
}

/** The line of a slide's file on which what is cut off begins; that of the slide where nobody can tell. */
function lineOf(slide: Slide, { text, code }: Cut): number {
  const fence = code && readFences(slide.content, slide.line).filter(isCode)[code.block]
  return fence ? fence.line + 1 + code.line : lineOfWords(slide, [firstWords(text)])
}

function isCode({ info }: { info: string }): boolean {
  return !['mermaid', 'stack', 'plantuml'].includes(fenceLanguage(info) ?? '')
}
