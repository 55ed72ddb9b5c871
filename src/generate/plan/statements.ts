import type { PhrasingContent } from 'mdast'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { titleLines } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { bulletOf, shortenSentence } from '../text/compress.ts'
import { inAllLanguages } from '../text/languages/all.ts'
import { PLURAL, pluralPronouns } from '../text/languages/en-references.ts'
import { anyOf } from '../text/patterns.ts'
import { standsAlone } from '../text/score.ts'
import { hasVerb } from '../text/statements.ts'
import { numberOfWords, widthInLetters } from '../text/words.ts'
import { textBlocks } from './prose-groups.ts'
import { isVisual, wordsInLines } from './slide.ts'

type SlideLine = TextLine & Pick<Bullet, 'number'>
type StatedSlide = Pick<SlideDraft, 'blocks' | 'candidates'>

/** A sentence of a slide that can be its title. */
export interface Statement {
  /** The line of the slide that it is, or that it was shortened from. */
  line?: TextLine
  title: PhrasingContent[]
}

const MIN_WORDS = 3
const MAX_TITLE_LINES = 2
/** Characters of code that a line of a title holds with ease. */
const MAX_CODE = 26
/** Lines below a title that is a sentence, up to which one more is added. */
const MAX_LINES = 3
const POINTING = new RegExp(`^${anyOf(inAllLanguages('pointings'))}\\s+(?:${anyOf(['that'])}\\s+)?`, 'i')
const LEANING_INSIDE = new RegExp(`\\s${anyOf(inAllLanguages('leaningInside'))}[\\s,;]`, 'u')
const PRONOUN = new RegExp(`\\s${anyOf(pluralPronouns)}(?![\\p{L}\\p{N}])`, 'u')
const LEANING_END = new RegExp(`\\s${anyOf(inAllLanguages('leaningEnds'))}[\\s:.]*$`, 'iu')
/** Before a colon: what stands below ends the sentence. */
const UNFINISHED = new RegExp([
  `\\s${anyOf([...inAllLanguages('openEnds'), ...inAllLanguages('unfinishedEnds')])}\\s*[:：]\\s*$`,
  String.raw`\s(?:following|folgenden?|suivante?s?|siguientes?)(?:\s[\p{L}-]+){0,2}[\s:：.]*$`,
].join('|'), 'iu')
/** Words of a clause that has no other behind it. */
const MAX_CLAUSE = 6
const SUBORDINATE = new RegExp(`^${anyOf(inAllLanguages('subordinates'))}\\s`, 'i')
/** What the first sentence of a slide has before others: it says what the paragraph is about. */
const FIRST_BONUS = 1.5
/** Ends of a line that says that something follows, and nothing else. */
const END = /\s*[:.：。]\s*$/

/**
 * The sentence of a slide that says most, if it can be its title: whole, with a verb, on two lines. One that the slide
 * had no room for is better than none.
 */
export function statementOf(slide: StatedSlide): Statement | undefined {
  return shownStatement(slide) ?? otherStatement(slide)
}

/** Whether a callout of the slide says a sentence. */
function isInCallout(blocks: readonly Block[], plain: string): boolean {
  const said = plain.replace(/[.。]$/, '')
  return blocks.some(block => block.type === 'callout' && block.blocks.some((inner) => {
    const lines = inner.type === 'bullets' ? inner.items : []
    return [...lines, ...inner.type === 'line' ? [inner.line] : []].some(line => line.plain.includes(said))
  }))
}

function otherStatement({ blocks, candidates }: StatedSlide): Statement | undefined {
  // What a list of the document stands above says something else.
  if (blocks[0]?.type === 'bullets' && blocks[0].items.some(item => !item.sentence))
    return undefined
  const others = candidates.filter(({ chosen }) => !chosen).sort((a, b) => b.score - a.score)
  for (const { sentence } of others) {
    const short = bulletOf(sentence)
    const title = /[:：]$/.test(short.plain) ? undefined : titleFrom(short)
    if (title && !isInCallout(blocks, sentence.plain))
      return { title }
  }
}

function shownStatement(slide: StatedSlide): Statement | undefined {
  const isShown = slide.blocks.some(block => isVisual(block) || block.type === 'callout')
  const isList = slide.blocks.some(({ type }) => type === 'bullets')
  const score = ({ sentence }: TextLine) => {
    const at = slide.candidates.findIndex(({ text }) => text === sentence?.plain)
    return at < 0 ? -Infinity : slide.candidates[at]!.score + (at === 0 ? FIRST_BONUS : 0)
  }
  const list = slide.blocks.findIndex(({ type }) => type === 'bullets')
  // What stands below a list of the document says something else.
  const isOwnList = slide.blocks.some(block => block.type === 'bullets' && block.items.some(item => !item.sentence))
  const blocks = isOwnList ? slide.blocks.slice(0, list + 1) : slide.blocks
  const found = sentencesIn(blocks).flatMap((line): (Statement & { score: number })[] => {
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

function titleFrom(line: TextLine): PhrasingContent[] | undefined {
  const said = POINTING.test(line.plain) ? withoutPointing(line) : line
  return said && wholeTitle(said)
}

/** "This diagram shows how it starts:" says how it starts. */
function withoutPointing({ sentence }: TextLine): TextLine | undefined {
  if (!sentence)
    return undefined
  const text = sentence.text.replace(POINTING, '')
  return text === sentence.text ? undefined : bulletOf({ ...sentence, text, plain: sentence.inline.plain(text) })
}

function wholeTitle({ nodes, plain, words, sentence }: TextLine): PhrasingContent[] | undefined {
  const leans = !standsAlone(plain) || leansInside(plain)
  const hasLongCode = nodes.some(node => node.type === 'inlineCode' && node.value.length > MAX_CODE)
  if (leans || hasLongCode || /[?？]$/.test(plain) || !hasVerb(plain) || isClause(plain))
    return undefined
  if (fits({ plain, words }))
    return titleLines(nodes) <= MAX_TITLE_LINES ? withoutEnd(nodes) : undefined
  const short = shortenSentence(sentence!, limits.title.sentenceWords - 4)
  return fits(short) && standsAlone(short.plain) && hasVerb(short.plain) ? withoutEnd(short.nodes) : undefined
}

/** "When we run it" says no more than when. */
function isClause(plain: string): boolean {
  return SUBORDINATE.test(plain) && !/[,，]/.test(plain) && numberOfWords(plain) <= MAX_CLAUSE
}

/** Whether a sentence speaks of something, behind its beginning, that only others name. */
export function leansInside(plain: string): boolean {
  return LEANING_INSIDE.test(plain) || LEANING_END.test(plain) || UNFINISHED.test(plain) || !namesThem(plain)
}

/** Whether "them" stands for something that the same sentence names before. */
function namesThem(plain: string): boolean {
  const at = plain.search(PRONOUN)
  return at < 0 || PLURAL.test(plain.slice(0, at))
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

/** Takes the line of a statement off its slide, and puts another sentence in its place where there is one. */
export function takeLine(slide: StatedSlide, { line }: Statement): void {
  if (!line)
    return
  removeLine(slide, line)
  addSentence(slide, line)
}

/** One more sentence on a slide that shows only chosen ones, if it says something else and fits. */
function addSentence(slide: StatedSlide, title: TextLine): void {
  const lines = slide.blocks.flatMap(block => block.type === 'bullets' ? block.items : [])
  const shown = [...lines, ...slide.blocks.flatMap(block => block.type === 'line' ? [block.line] : [])]
  const areChosen = slide.blocks.every(({ type }) => type === 'bullets' || type === 'line')
    && shown.every(({ sentence, ...line }) => sentence && !('number' in line && line.number !== undefined))
  if (!areChosen || shown.length >= MAX_LINES)
    return
  const used = wordsInLines(shown)
  const order = slide.candidates.map(({ sentence }) => sentence)
  const next = slide.candidates
    .filter(({ chosen, sentence }) => !chosen && sentence !== title.sentence && standsAlone(bulletOf(sentence).plain))
    .filter(({ text }) => !/[?？:：]["'”’)]*$/.test(text))
    .sort((a, b) => b.score - a.score)
    .find(({ sentence }) => used + bulletOf(sentence).words <= limits.words.target)
  if (!next || next.score <= 0)
    return
  next.chosen = true
  const all = [...shown, bulletOf(next.sentence)]
  slide.blocks = textBlocks(all.sort((a, b) => order.indexOf(a.sentence!) - order.indexOf(b.sentence!)))
}

/** A single bullet that is left is a line, unless it has a number. */
function removeLine(slide: Pick<SlideDraft, 'blocks'>, line: TextLine): void {
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
