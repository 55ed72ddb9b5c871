import type { FrozenSlide } from '../../paper/frozen/freeze-deck.ts'

/** A page of the print view names its step. */
const PAGE_ID = /\bid="\d+-\d+"/
const WITHHELD = /\sclass="answer"[^>]*><\/div>/
/** What a question says of its answer. */
const STATES = / is-(?:asking|revealed|hidden)(?=[ "])/g

/** Whether the steps of a slide show the same, or only another ground of a question whose answer is withheld. */
export function showsTheSame({ earlier, html }: Pick<FrozenSlide, 'earlier' | 'html'>): boolean {
  const plain = (text: string) => {
    const bare = text.replace(PAGE_ID, '')
    return WITHHELD.test(html) ? bare.replace(STATES, '') : bare
  }
  const last = plain(html)
  return earlier.every(step => plain(step.html) === last)
}
