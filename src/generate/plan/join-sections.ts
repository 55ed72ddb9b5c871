import type { PhrasingContent } from 'mdast'
import type { PlannedSection } from './section.ts'
import type { Bullet, SlideDraft } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { fitsIn } from '../fit/choose-size.ts'
import { limits } from '../limits.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { bulletsInBlocks, wordsInBlocks } from './slide.ts'

/** A section with its slides. */
export interface SectionSlides {
  section: PlannedSection
  slides: SlideDraft[]
}

/** Words and lines of a section that can stand beside others on a slide. */
const THIN = { words: 24, lines: 2 }

/**
 * The slides of sections below one heading; neighbours of a line or two share a slide, on which their headings begin
 * the lines.
 * @param parent the section above them
 * @param heightShare share of a slide's height that may be used
 */
export function joinSections(
  children: readonly SectionSlides[],
  parent: readonly PhrasingContent[],
  heightShare: number,
): SlideDraft[] {
  return inGroups(children, heightShare).flatMap((group) => {
    const [first, ...others] = group
    return others.length ? [joinedSlide(group, groupTitle(group, parent, children.length))] : first!.slides
  })
}

/** Thin neighbours that fit on one slide; all others alone. */
function inGroups(children: readonly SectionSlides[], heightShare: number): SectionSlides[][] {
  const groups: SectionSlides[][] = []
  for (const child of children) {
    const last = groups.at(-1)
    const both = last && [...last, child]
    if (both?.every(isThin) && fits(joinedSlide(both, child.section.title), heightShare))
      last!.push(child)
    else
      groups.push([child])
  }
  return groups
}

function isThin({ section, slides }: SectionSlides): boolean {
  const [only, ...others] = slides
  return only !== undefined && others.length === 0
    && (only.kind === 'content' || only.kind === 'statement') && !section.question && !section.children.length
    && (only.blocks.length > 0 || hasSayingTitle({ section, slides }))
    && only.blocks.every(block => block.type === 'line' || block.type === 'bullets')
    && bulletsOf(only).length <= THIN.lines
    && wordsInBlocks(only.blocks) <= THIN.words
}

function fits(slide: SlideDraft, heightShare: number): boolean {
  const { target, tolerance } = limits.words
  return wordsInBlocks(slide.blocks) <= target + tolerance
    && bulletsInBlocks(slide.blocks) <= limits.bullets
    && fitsIn(slide, 'roomy', heightShare)
}

function joinedSlide(group: readonly SectionSlides[], title: PhrasingContent[]): SlideDraft {
  const slides = group.flatMap(({ slides }) => slides)
  return {
    ...slides[0]!,
    kind: 'content',
    title,
    blocks: [{ type: 'bullets', items: group.flatMap(headedBullets) }],
    notes: group.flatMap(({ section: { heading }, slides }) => [...heading ? [heading] : [], ...slides[0]!.notes]),
    sources: slides.flatMap(({ sources }) => sources),
    candidates: slides.flatMap(({ candidates }) => candidates),
  }
}

/** Whether a sentence stands in the place of the heading. */
function hasSayingTitle({ section, slides }: SectionSlides): boolean {
  return phrasingText(slides[0]!.title) !== phrasingText(section.title)
}

/** The heading and its line as one bullet, or several lines below the heading. */
function headedBullets({ section, slides }: SectionSlides): Bullet[] {
  const lines = bulletsOf(slides[0]!)
  if (hasSayingTitle({ section, slides }))
    return [bullet(slides[0]!.title, 0), ...lines.map(line => ({ ...line, level: 1 }))]
  const [only, ...others] = lines
  const head: PhrasingContent = { type: 'strong', children: section.title }
  if (only && !others.length && only.number === undefined)
    return [bullet([head, { type: 'text', value: ': ' }, ...only.nodes], 0)]
  return [bullet([head], 0), ...lines.map(line => ({ ...line, level: 1 }))]
}

function bullet(nodes: PhrasingContent[], level: number): Bullet {
  const plain = nodes.map(node => toString(node)).join('')
  return { nodes, plain, words: numberOfWords(plain), level }
}

function bulletsOf({ blocks }: SlideDraft): Bullet[] {
  return blocks.flatMap((block): Bullet[] => {
    switch (block.type) {
      case 'line':
        return [{ ...block.line, level: 0 }]
      case 'bullets':
        return block.items
      default:
        return []
    }
  })
}

/** The heading above, where all below it share the slide; else with the names of those that do. */
function groupTitle(
  group: readonly SectionSlides[],
  parent: readonly PhrasingContent[],
  all: number,
): PhrasingContent[] {
  if (group.length === all)
    return [...parent]
  const names = group.map(({ section }) => phrasingText(section.title))
  const list = names.join(', ')
  const ends = `${names[0]} – ${names.at(-1)}`
  const above = phrasingText(parent)
  const title = [`${above}: ${list}`, list, `${above}: ${ends}`, ends]
    .find(text => text.length <= limits.title.characters)
  return [{ type: 'text', value: title ?? names[0]! }]
}
