import type { RootContent } from 'mdast'
import type { Ranking } from '../text/ranking.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Item, ItemOf } from './items.ts'
import type { Block, Candidate, TextLine } from './slide.ts'
import { limits } from '../limits.ts'
import { bulletOf, shortenLeadIn, shortenSentence } from '../text/compress.ts'
import { inAllLanguages } from '../text/languages/all.ts'
import { anyOf } from '../text/patterns.ts'
import { answerScore, isAnswer, isYesNoQuestion } from '../text/questions.ts'
import { standsAlone } from '../text/score.ts'
import { leansOnOthers } from '../text/statements.ts'
import { contentWords } from '../text/words.ts'
import { textBlocks } from './prose-groups.ts'
import { proseOf } from './rhetorical-questions.ts'
import { wordsInLines } from './slide.ts'

type Prose = ItemOf<'prose'>

/** What answers a question, and what of a section is left to say. */
interface Answer {
  blocks: Block[]
  /** Blocks of the document that say the answer. */
  notes: RootContent[]
  candidates: Candidate[]
  rest: Item[]
}

/** A sentence that says how many things a list names. */
const COUNTING = new RegExp(`^${anyOf(inAllLanguages('countings'))}\\b`, 'i')
/** How much the ranking of a sentence counts beside what it answers, and what a list of what is asked for adds. */
const WEIGHTS = { ranking: 0.35, leans: -4, namedInList: 12, ordered: 3 }
/** Share of the best score from which a second sentence belongs to the answer, and words of an answer. */
const SECOND = 0.9
const WORDS = { sentence: 24, bare: 4, announcement: 9 }

interface Scored {
  item: Prose
  sentence: Sentence
  score: number
  /** The list that the sentence leads to. */
  list?: ItemOf<'list'>
}

/** The sentences, or the list, that answer a question; undefined where no prose does. */
export function takeAnswer(question: string, items: readonly Item[], ranking: Ranking): Answer | undefined {
  const scored = items.flatMap((item, i) => item.type === 'prose' && !item.step
    ? scoreItem(question, item, items[i + 1], ranking)
    : [])
  const found = bestOf(scored)
  const best = found && (announcedBy(found, scored) ?? found)
  if (!best)
    return undefined
  if (best.list)
    return listAnswer(best, best.list, items, scored)
  const bare = isYesNoQuestion(question) ? bareAnswer(items, best.item) : undefined
  const second = bare ? nextOf(best, scored) : secondOf(best, scored) ?? announcedBehind(best, scored)
  const chosen = scored.filter(one => one.sentence === best.sentence || one === second)
  const lines = chosen.map(({ sentence }) => answerLine(sentence))
  const taken = new Set([...chosen.map(({ sentence }) => sentence), ...bare?.sentences ?? []])
  return {
    blocks: [...bare ? [{ type: 'line' as const, line: bulletOf(bare.sentences[0]!) }] : [], ...textBlocks(lines)],
    notes: items.flatMap(item => item.type === 'prose' ? said(item, taken) : []),
    candidates: candidatesOf(scored, taken, ranking),
    rest: without(items, taken),
  }
}

function scoreItem(question: string, item: Prose, next: Item | undefined, ranking: Ranking): Scored[] {
  return item.sentences.flatMap((sentence, i): Scored[] => {
    const { plain } = sentence
    if (/[?？]["'”’)]*$/.test(plain) || (isAnswer(plain) && sentence.words < WORDS.bare))
      return []
    const isLast = i === item.sentences.length - 1
    const leads = /[:：]$/.test(plain)
    // "There are three of them." before three items is their lead-in.
    const counts = isLast && next?.type === 'list' && COUNTING.test(plain)
    const isListed = (leads || counts) && isLast && next?.type === 'list' && fits(next)
    const list = isListed ? next : undefined
    if (leads && !list)
      return []
    const score = answerScore(question, [plain, ...list?.bullets.map(bullet => bullet.plain) ?? []].join(' '))
      + WEIGHTS.ranking * ranking.scoreOf(sentence)
      + (leansOnOthers(plain) ? WEIGHTS.leans : 0)
      + (list ? listScore(question, list) : 0)
    return [{ item, sentence, score, list }]
  })
}

function fits({ bullets }: ItemOf<'list'>): boolean {
  return bullets.length < limits.bullets && wordsInLines(bullets) <= limits.words.target
}

/** A list that names what is asked for says where it belongs. */
function listScore(question: string, { bullets }: ItemOf<'list'>): number {
  const wanted = contentWords(question).join(' ')
  const isNamed = bullets.some(({ plain }) => contentWords(plain).join(' ') === wanted)
  return (isNamed ? WEIGHTS.namedInList : 0) + (bullets[0]?.number === undefined ? 0 : WEIGHTS.ordered)
}

function bestOf(scored: readonly Scored[]): Scored | undefined {
  return scored.reduce<Scored | undefined>((a, b) => !a || b.score > a.score ? b : a, undefined)
}

/** "There are a few reasons for this" is followed by one of them, which answers; nothing for another sentence. */
function announcedBy(best: Scored, scored: readonly Scored[]): Scored | undefined {
  const next = scored[scored.indexOf(best) + 1]
  const announces = !best.list && COUNTING.test(best.sentence.plain) && best.sentence.words < WORDS.announcement
  return announces && next?.item === best.item ? { ...next, score: best.score } : undefined
}

/** What the sentence behind an answer announces. */
function announcedBehind(best: Scored, scored: readonly Scored[]): Scored | undefined {
  const next = scored[scored.findIndex(({ sentence }) => sentence === best.sentence) + 1]
  const announced = next?.item === best.item ? announcedBy(next, scored) : undefined
  return announced && scored.find(({ sentence }) => sentence === announced.sentence)
}

/** What goes on behind a sentence in its paragraph, where both fit. */
function nextOf(best: Scored, scored: readonly Scored[]): Scored | undefined {
  const next = scored[scored.indexOf(best) + 1]
  const { target, tolerance } = limits.words
  const fits = next && bulletOf(next.sentence).words + answerLine(best.sentence).words <= target + tolerance
  return fits && next.item === best.item && !leansOnOthers(next.sentence.plain) ? next : undefined
}

function secondOf(best: Scored, scored: readonly Scored[]): Scored | undefined {
  const others = scored.filter(({ list, sentence, score, item }) =>
    sentence !== best.sentence
    && !list
    && standsAlone(sentence.plain)
    && item === best.item
    && score >= best.score * SECOND
    && bulletOf(sentence).words + answerLine(best.sentence).words <= limits.words.target)
  return bestOf(others)
}

/** The sentence whole where it is not too long: the reason that it gives may be the answer. */
function answerLine(sentence: Sentence): TextLine {
  const whole = shortenSentence(sentence, WORDS.sentence)
  return whole.words <= WORDS.sentence ? whole : bulletOf(sentence)
}

/** "Yes!" as a paragraph of its own, before what explains it. */
function bareAnswer(items: readonly Item[], before: Prose): Prose | undefined {
  const item = items[items.indexOf(before) - 1]
  const isBare = item?.type === 'prose' && item.words < WORDS.bare && isAnswer(item.sentences[0]?.plain ?? '')
  return isBare ? item : undefined
}

function listAnswer(
  { item, sentence }: Scored,
  list: ItemOf<'list'>,
  items: readonly Item[],
  scored: readonly Scored[],
): Answer {
  const taken = new Set([sentence])
  return {
    blocks: [
      { type: 'line', line: shortenLeadIn(sentence, limits.bullet.item) },
      { type: 'bullets', items: list.bullets },
    ],
    notes: [...said(item, taken), list.source],
    candidates: scored.filter(one => one.sentence === sentence).map(one => ({
      sentence,
      text: sentence.plain,
      score: one.score,
      chosen: true,
      central: false,
    })),
    rest: without(items, taken).filter(other => other !== list),
  }
}

function said(item: Prose, taken: ReadonlySet<Sentence>): RootContent[] {
  const own = item.sentences.filter(sentence => taken.has(sentence))
  return own.length ? [own.length === item.sentences.length ? item.source : proseOf(own, item.source).source] : []
}

function without(items: readonly Item[], taken: ReadonlySet<Sentence>): Item[] {
  return items.flatMap((item): Item[] => {
    if (item.type !== 'prose' || !item.sentences.some(sentence => taken.has(sentence)))
      return [item]
    const left = item.sentences.filter(sentence => !taken.has(sentence))
    return left.length ? [proseOf(left, item.source)] : []
  })
}

function candidatesOf(scored: readonly Scored[], taken: ReadonlySet<Sentence>, ranking: Ranking): Candidate[] {
  return scored.filter(({ sentence }) => taken.has(sentence)).map(({ sentence }) => ({
    sentence,
    text: sentence.plain,
    score: Math.round(ranking.scoreOf(sentence) * 100) / 100,
    chosen: true,
    central: ranking.isCentral(sentence),
  }))
}
