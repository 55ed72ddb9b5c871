import type { PhrasingContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { SlideDraft } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { limits } from '../limits.ts'
import { hasVerb } from '../text/statements.ts'
import { contentWords, lettersOf, numberOfWords, widthInLetters } from '../text/words.ts'
import { lastTopics } from './last-topics.ts'
import { statementOf, takeLine } from './statements.ts'
import { columnNames, subTopicOf } from './sub-topics.ts'

type TitledSlide = Pick<SlideDraft, 'blocks' | 'candidates'>

/**
 * The title of a slide that is a part of a section: the sentence that says what it shows, which then leaves the slide;
 * else the section's title with what the part is about; undefined where nothing names it.
 */
function partTitle(slide: TitledSlide, section: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const statement = statementOf(slide)
  if (statement) {
    takeLine(slide, statement)
    return statement.title
  }
  // Keys of rows say nothing without the name of the section.
  const named = section.length ? undefined : columnNames(slide)
  const topic = (named ?? subTopicOf(slide))?.flatMap(node => node.type === 'link' ? node.children : [node])
  return topic && belowSection(topic, section)
}

/** "Section: topic" where that fits; a topic of several words can stand alone. */
function belowSection(
  topic: PhrasingContent[],
  section: readonly PhrasingContent[],
): PhrasingContent[] | undefined {
  const name = textOf(topic)
  if (/[?？]/.test(textOf(section)))
    return numberOfWords(name) > 1 ? topic : undefined
  const isSaid = lettersOf(textOf(section)).includes(lettersOf(name))
  if (section.length && lettersOf(name).startsWith(lettersOf(textOf(section))) && !/^\P{L}*$/u.test(textOf(section)))
    return topic
  const both: PhrasingContent[] = [...withoutSign(section), { type: 'text', value: ': ' }, ...topic]
  if (!isSaid && section.length && widthInLetters(textOf(both)) <= limits.title.withTopic)
    return both
  const isName = numberOfWords(name) > 1 && topic.some(({ type }) => type !== 'inlineCode')
  return isName ? topic : undefined
}

/** The section's title with something of the slide that no other title of the section has. */
function lastTitle(
  slide: SlideDraft,
  section: readonly PhrasingContent[],
  names: ReadonlySet<string>,
  fits: (slide: SlideDraft) => boolean,
): PhrasingContent[] | undefined {
  const said = lettersOf(textOf(section))
  const mark = /[?？!！]$/.test(textOf(section)) ? ' – ' : ': '
  return lastTopics(slide)
    .filter(topic => !said.includes(lettersOf(textOf(topic))))
    .map((topic): PhrasingContent[] => [...withoutSign(section), { type: 'text', value: mark }, ...topic])
    .filter(title => widthInLetters(textOf(title)) <= limits.title.sentence && !names.has(lettersOf(textOf(title))))
    .find(title => fits({ ...slide, title }))
}

/** Without a colon or question mark, which would stand before another colon. */
function withoutSign(title: readonly PhrasingContent[]): PhrasingContent[] {
  const last = title.at(-1)
  return last?.type === 'text'
    ? [...title.slice(0, -1), { ...last, value: last.value.replace(/\s*[:：.…]+\s*$/, '') }]
    : [...title]
}

interface NamingOptions {
  /** Whether the section has no title of its own, so that the first slide is named as the others are. */
  isUnnamed?: boolean
  /** Whether a slide has room below its title. */
  fits?: (slide: SlideDraft) => boolean
}

/**
 * Gives each slide of a section its title: the first one the section's, or a sentence that says it; each later one its
 * own where something names it, else the section's, marked as continued.
 */
export function nameSlides(
  slides: readonly SlideDraft[],
  title: PhrasingContent[],
  { continued }: Phrases,
  { isUnnamed = false, fits = () => true }: NamingOptions = {},
): void {
  let before = ''
  let isNamed = false
  const names = new Set<string>()
  slides.forEach((slide, i) => {
    const { blocks } = slide
    const own = i === 0 && !isUnnamed ? sayingTitle(slide, title) : partTitle(slide, isUnnamed ? [] : title)
    if (own && lettersOf(textOf(own)) !== before && fits({ ...slide, title: own })) {
      slide.title = own
      isNamed ||= i === 0 && !isUnnamed
    }
    else if (isNamed) {
      slide.blocks = blocks
      slide.title = lastTitle(slide, title, names, fits) ?? [...title, { type: 'text', value: ` (${continued})` }]
    }
    else {
      Object.assign(slide, { title, blocks })
      isNamed = true
    }
    if (slide.kind === 'content' && isStatement(slide))
      slide.kind = 'statement'
    before = lettersOf(textOf(slide.title))
    names.add(before)
  })
}

/** Whether a slide is a sentence and one line below it at most. */
function isStatement({ title, blocks: [only, ...others] }: SlideDraft): boolean {
  return !others.length && (!only || only.type === 'line') && hasVerb(textOf(title))
}

/** A sentence that says all words of a heading and more, in the place of the heading. */
function sayingTitle(slide: SlideDraft, heading: readonly PhrasingContent[]): PhrasingContent[] | undefined {
  const statement = slide.kind === 'content' ? statementOf(slide) : undefined
  if (!statement || !saysHeading(textOf(statement.title), textOf(heading)))
    return undefined
  takeLine(slide, statement)
  return statement.title
}

/** Whether a title has every word of a heading that means something. */
export function saysHeading(title: string, heading: string): boolean {
  const said = new Set(contentWords(title))
  const wanted = contentWords(heading)
  return wanted.length > 0 && wanted.every(word => said.has(word))
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => toString(node)).join('')
}
