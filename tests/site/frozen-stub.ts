import type { Lecture } from '../../src/course/course.ts'
import type { FrozenDeck } from '../../src/paper/frozen/freeze-deck.ts'

/** What a lecture's slides are once they are frozen: here their titles. */
export function frozenStub({ slides }: Lecture): FrozenDeck {
  return {
    slides: slides.map(({ title }) => ({ html: `<h1 aria-level="2">${title}</h1>`, hasHeading: true, earlier: [] })),
    sheets: [],
    styles: [],
    root: { class: '' },
    rem: 16,
    size: { width: 980, height: 552 },
    scheme: 'system',
  }
}
