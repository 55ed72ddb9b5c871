import type { PhrasingContent } from 'mdast'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { bulletOf, shortenSentence } from '../text/compress.ts'
import { standsAlone } from '../text/score.ts'
import { hasVerb } from '../text/statements.ts'
import { widthInLetters } from '../text/words.ts'
import { isVisual } from './slide.ts'

type SlideLine = TextLine & Pick<Bullet, 'number'>
type StatedSlide = Pick<SlideDraft, 'blocks' | 'candidates'>

/** A sentence of a slide that can be its title. */
export interface Statement {
  /** The line of the slide that it is, or that it was shortened from. */
  line?: TextLine
  title: PhrasingContent[]
}

const MIN_WORDS = 3
/** Ends of a line that says that something follows, and nothing else. */
const END = /\s*[:.：。]\s*$/

/**
 * The sentence of a slide that says most, if it can be its title: whole, with a verb, on two lines. One that the slide
 * had no room for is better than none.
 */
export function statementOf(slide: StatedSlide): Statement | undefined {
  return shownStatement(slide) ?? otherStatement(slide)
}

function otherStatement({ candidates }: StatedSlide): Statement | undefined {
  const others = candidates.filter(({ chosen }) => !chosen).sort((a, b) => b.score - a.score)
  for (const { sentence } of others) {
    const short = bulletOf(sentence)
    const title = /[:：]$/.test(short.plain) ? undefined : titleFrom(short)
    if (title)
      return { title }
  }
}

function shownStatement(slide: StatedSlide): Statement | undefined {
  const isShown = slide.blocks.some(block => isVisual(block) || block.type === 'callout')
  const isList = slide.blocks.some(({ type }) => type === 'bullets')
  const score = ({ sentence }: TextLine) =>
    slide.candidates.find(({ text }) => text === sentence?.plain)?.score ?? -Infinity
  const found = sentencesIn(slide.blocks).flatMap((line): (Statement & { score: number })[] => {
    const isStep = line.number !== undefined
    const leads = /[:：]$/.test(line.plain)
    if ((isStep && !isShown) || (leads && !isShown && !isList))
      return []
    const title = titleFrom(line)
    return title ? [{ line, title: isStep ? numbered(title, line.number!) : title, score: score(line) }] : []
  })
  return found.reduce<(typeof found)[number] | undefined>((a, b) => !a || b.score > a.score ? b : a, undefined)
}

/** Lines that are a sentence of prose each. */
function sentencesIn(blocks: readonly Block[]): SlideLine[] {
  return blocks.flatMap((block): SlideLine[] => {
    switch (block.type) {
      case 'line':
        return [block.line]
      case 'bullets':
        return block.items
      default:
        return []
    }
  }).filter(({ sentence }) => sentence)
}

function titleFrom({ nodes, plain, words, sentence }: TextLine): PhrasingContent[] | undefined {
  if (!standsAlone(plain) || /[?？]$/.test(plain) || !hasVerb(plain))
    return undefined
  if (fits({ plain, words }))
    return withoutEnd(nodes)
  const short = shortenSentence(sentence!, limits.title.sentenceWords - 4)
  return fits(short) && standsAlone(short.plain) && hasVerb(short.plain) ? withoutEnd(short.nodes) : undefined
}

function fits({ plain, words }: Pick<TextLine, 'plain' | 'words'>): boolean {
  return words >= MIN_WORDS && words <= limits.title.sentenceWords && widthInLetters(plain) <= limits.title.sentence
}

function numbered(title: PhrasingContent[], number: number): PhrasingContent[] {
  return [{ type: 'text', value: `${number}. ` }, ...title]
}

function withoutEnd(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const last = nodes.at(-1)
  return last?.type === 'text' ? [...nodes.slice(0, -1), { ...last, value: last.value.replace(END, '') }] : [...nodes]
}

/** Takes the line of a statement off its slide; a single bullet that is left is a line, unless it has a number. */
export function takeLine(slide: Pick<SlideDraft, 'blocks'>, { line }: Statement): void {
  if (!line)
    return
  slide.blocks = slide.blocks.flatMap((block): Block[] => {
    if (block.type === 'line')
      return block.line === line ? [] : [block]
    return block.type === 'bullets' ? withoutBullet(block.items, line) : [block]
  })
}

function withoutBullet(bullets: readonly Bullet[], line: TextLine): Block[] {
  const items = bullets.filter(item => item !== line)
  const [only] = items
  if (!only)
    return []
  return items.length === 1 && only.number === undefined
    ? [{ type: 'line', line: only }]
    : [{ type: 'bullets', items }]
}
