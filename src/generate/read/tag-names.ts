import { wordList } from '../text/patterns.ts'

function namesOf(text: string): ReadonlySet<string> {
  return new Set(wordList(text))
}

/** Elements of HTML that stand inside a line of text. */
export const phrasingElements = namesOf(`
  a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd label mark meter nobr output
  progress q rp rt ruby s samp small span strike strong sub sup time tt u var wbr
`)

/** Elements whose content is HTML to their end, never Markdown. */
export const wholeElements = namesOf(`
  table ul ol dl pre p h1 h2 h3 h4 h5 h6 picture video audio iframe object embed math form select textarea blockquote
`)

/** Elements that show nothing that a document says. */
export const silentElements = namesOf('script style svg noscript template link meta base canvas nav')

/** Elements that only hold others, around which Markdown may stand. */
export const holdingElements = namesOf(`
  div section article main header footer aside figure figcaption center address fieldset hgroup body html head dialog
  details
`)

/** Elements that stand only inside of others. */
const innerElements = namesOf(`
  hr li dt dd thead tbody tfoot tr td th caption colgroup col summary source track param option optgroup legend title
  slot
`)

const allElements = [phrasingElements, wholeElements, silentElements, holdingElements, innerElements]

/** Whether a name is one of HTML; anything else in angle brackets can be a placeholder in text. */
export function isHtmlName(name: string): boolean {
  const lower = name.toLowerCase()
  return allElements.some(names => names.has(lower))
}

/** Whether a name is one of a component, as MDX and Vue write it. */
export function isComponentName(name: string): boolean {
  return /^[A-Z]/.test(name)
}
