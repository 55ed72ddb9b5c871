import type { Problem } from '../../core/errors.ts'
import type { Lecture, Slide } from '../../course/course.ts'
import type { DeckStep } from './open-deck.ts'
import { UserError } from '../../core/errors.ts'

/** A page of `slides.pdf`. */
export interface SlidePage {
  /** Of the element that is printed. */
  id: string
  slide: Slide
  /** What the page is called: the slide's number, or `12.2` for its second step. */
  label: string
  /** Which of the blank pages behind the slide it is, from 1. */
  board?: number
}

interface ChoosePagesOptions {
  /** A page for each step of a slide. */
  withClicks: boolean
  /** Numbers of the slides that are wanted; all without it. */
  numbers?: readonly number[]
}

/** Whether a lecture's print view needs a page for each click: some slide asks for chosen steps. */
export function wantsSteps({ slides }: Lecture): boolean {
  return slides.some(({ frontmatter }) => frontmatter.print !== undefined)
}

/**
 * The pages that are printed: a slide's last step, all of them, or those that its front matter names
 * (`print: [0, 2]`, by clicks done).
 */
export function choosePages(
  { slides }: Lecture,
  steps: readonly DeckStep[],
  { withClicks, numbers }: ChoosePagesOptions,
): SlidePage[] {
  return slides.filter(({ number }) => numbers?.includes(number) ?? true).flatMap((slide) => {
    const own = steps.filter(step => step.slide === slide.number)
    return chooseSteps(slide, own, withClicks).map((step, i) => ({
      id: step.id,
      slide,
      label: i > 0 ? `${slide.number}.${own.indexOf(step) + 1}` : String(slide.number),
    }))
  })
}

function chooseSteps({ print }: Slide, steps: readonly DeckStep[], withClicks: boolean): readonly DeckStep[] {
  if (print)
    return steps.filter(({ clicks }) => print.includes(clicks))
  return withClicks ? steps : steps.slice(-1)
}

/** Each slide once, after its last click. */
export function lastSteps({ slides }: Lecture, steps: readonly DeckStep[]): SlidePage[] {
  return slides.flatMap((slide) => {
    const last = steps.findLast(step => step.slide === slide.number)
    return last ? [{ id: last.id, slide, label: String(slide.number) }] : []
  })
}

/** What slides show before their last click, in order. */
export function earlierSteps({ slides }: Lecture, steps: readonly DeckStep[]): SlidePage[] {
  return slides.flatMap((slide) => {
    const own = steps.filter(step => step.slide === slide.number)
    return own.slice(0, -1).map(({ id, clicks }) => ({ id, slide, label: `${slide.number}.${clicks + 1}` }))
  })
}

/**
 * What is wrong with the steps that slides ask for.
 * @param clicks clicks of each slide, in order
 */
export function stepProblems({ slides }: Lecture, clicks: readonly number[]): Problem[] {
  return slides.flatMap((slide, i): Problem[] => {
    const { print: steps, title, frontmatter: { print } } = slide
    const where = { file: slide.file, line: Math.max(1, slide.line - 1) }
    if (print !== undefined && !steps) {
      return [{
        message: `The steps to print of the slide "${title}" are not a list of clicks: ${JSON.stringify(print)}.`,
        hint: 'Write the clicks that are done on each page, e.g. print: [0, 2].',
        ...where,
      }]
    }
    const last = clicks[i] ?? 0
    const unknown = steps?.filter(step => step > last) ?? []
    if (!unknown.length)
      return []
    return [{
      message: `The slide "${title}" has no step ${unknown.join(', ')}: its clicks go from 0 to ${last}.`,
      hint: 'Fix the list in its front matter, e.g. print: [0].',
      ...where,
    }]
  })
}

/**
 * The numbers of the slides that a range such as `2-5,8` names, for each of some lectures; all without a range.
 * @throws UserError when it is not a range, or not one of all of these lectures
 */
export function slideNumbers(
  lectures: readonly Lecture[],
  range: string | undefined,
): (lecture: Lecture) => readonly number[] {
  const numbersOf = ({ slides, title }: Lecture) => range === undefined
    ? slides.map(({ number }) => number)
    : parseRange(range, slides.length, `"${title}"`)
  // A range that is wrong is told before anything is built.
  lectures.forEach(numbersOf)
  return numbersOf
}

/**
 * Slide numbers of a range such as `2-5,8`.
 * @param total number of slides of the lecture
 * @param name what the lecture is called in messages
 * @throws UserError when it is not a range or names a slide that the lecture does not have
 */
export function parseRange(range: string, total: number, name: string): number[] {
  const numbers = range.split(',').flatMap((part) => {
    const [, from, to] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? []
    const first = Number(from)
    const last = Number(to ?? from)
    if (!from || first < 1 || last < first || last > total) {
      throw new UserError(
        `"${range}" is not a range of ${name}, which has the slides 1 to ${total}.`,
        'Write numbers and spans with commas between them, e.g. 2-5,8.',
      )
    }
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}
