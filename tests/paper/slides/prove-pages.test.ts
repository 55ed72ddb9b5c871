import type { UserError } from '../../../src/core/errors.ts'
import type { Lecture } from '../../../src/course/course.ts'
import type { SlidePage } from '../../../src/paper/deck/choose-pages.ts'
import { describe, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.ts'
import { provePages } from '../../../src/paper/slides/slides-pdf.ts'

const lecture = { title: 'Kernels', file: '/c/slides/01-kernels.md' } as Lecture
const shown = ['Kernels Welcome', 'Parts memory processes files', 'The end of it']
const pages = shown.map((text, i) => ({ slide: { number: i + 1, title: text.split(' ')[0], file: lecture.file, line: 10 * i + 1 } }) as SlidePage)
const visible = shown.map(text => ({ words: text.split(' '), figures: 0 }))

/** What is said of the pages of a PDF, by what each of them draws. */
function faultOf(...texts: string[]): string | undefined {
  try {
    provePages(texts, { lecture, pages, visible })
  }
  catch (error) {
    return (error as UserError).problems.map(problem => formatProblem({ ...problem, hint: undefined }, '/c')).join()
  }
}

describe('the pages of a PDF', () => {
  it('are those of the slides', () => {
    expect(faultOf(...shown)).toBeUndefined()
  })

  it('name the slide that runs over its page', () => {
    expect(faultOf(shown[0]!, shown[1]!, 'a list that goes on', shown[2]!)).toBe('slides/01-kernels.md:11: The PDF of "Kernels" has 4 pages, not 3: slide 2 ("Parts") runs over its page.')
    expect(faultOf(...shown, '')).toBe('slides/01-kernels.md:21: The PDF of "Kernels" has 4 pages, not 3: slide 3 ("The") runs over its page.')
  })

  it('name the slide that did not print', () => {
    expect(faultOf(shown[0]!, shown[2]!)).toBe('slides/01-kernels.md:11: The PDF of "Kernels" has 2 pages, not 3: slide 2 ("Parts") did not print.')
  })

  it('may have none of the words of a slide that is but a picture', () => {
    const only = { lecture, pages: pages.slice(0, 1), visible: [{ words: [], figures: 1 }] }
    expect(() => provePages([' '], only)).not.toThrow()
  })

  it('name the slide without text', () => {
    expect(faultOf(shown[0]!, ' ', shown[2]!)).toBe('slides/01-kernels.md:11: Page 2 of the PDF of "Kernels" has no text: it shows slide 2 ("Parts").')
  })
})
