import type { Problem } from '../../core/errors.ts'
import type { Lecture, Slide } from '../../course/course.ts'
import type { DeckStep } from './open-deck.ts'

/** A page of `slides.pdf`. */
export interface SlidePage {
  /** Of the element that is printed. */
  id: string
  slide: Slide
  /** What the page is called: the slide's number, or `12.2` for its second step. */
  label: string
}

export interface ChoosePages {
  /** A page for each step of a slide. */
  withClicks: boolean
  /** Numbers of the slides that are wanted; all without it. */
  numbers?: readonly number[]
}

/** Whether a lecture's print view needs a page for each click: some slide asks for chosen steps. */
export function wantsSteps({ slides }: Lecture): boolean {
  return slides.some(({ frontmatter }) => frontmatter.print !== undefined)
}

/** The pages that are printed: a slide's last step, all of them, or those that its front matter names (`print: [0, 2]`, by clicks done). */
export function choosePages(lecture: Lecture, steps: readonly DeckStep[], { withClicks, numbers }: ChoosePages): SlidePage[] {
  return lecture.slides.filter(({ number }) => numbers?.includes(number) ?? true).flatMap((slide) => {
    const own = steps.filter(step => step.slide === slide.number)
    const asked = slide.print
    const chosen = asked ? own.filter(step => asked.includes(step.clicks)) : withClicks ? own : own.slice(-1)
    return chosen.map((step, i) => ({ id: step.id, slide, label: i > 0 && chosen.length > 1 ? `${slide.number}.${own.indexOf(step) + 1}` : String(slide.number) }))
  })
}

/** Each slide once, after its last click. */
export function lastSteps({ slides }: Lecture, steps: readonly DeckStep[]): SlidePage[] {
  return slides.map(slide => ({ id: steps.findLast(step => step.slide === slide.number)!.id, slide, label: String(slide.number) }))
}

/**
 * What is wrong with the steps that slides ask for.
 * @param clicks clicks of each slide, in order
 */
export function stepProblems({ slides }: Lecture, clicks: readonly number[]): Problem[] {
  return slides.flatMap((slide, i): Problem[] => {
    const { print: steps, frontmatter: { print } } = slide
    const where = { file: slide.file, line: Math.max(1, slide.line - 1) }
    if (print !== undefined && !steps)
      return [{ message: `The steps to print of the slide "${slide.title}" are not a list of clicks: ${JSON.stringify(print)}.`, hint: 'Write the clicks that are done on each page, e.g. print: [0, 2].', ...where }]
    const unknown = steps?.filter(step => step > (clicks[i] ?? 0)) ?? []
    return unknown.length ? [{ message: `The slide "${slide.title}" has no step ${unknown.join(', ')}: its clicks go from 0 to ${clicks[i] ?? 0}.`, hint: 'Fix the list in its front matter, e.g. print: [0].', ...where }] : []
  })
}
