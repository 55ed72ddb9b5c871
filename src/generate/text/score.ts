import type { Sentence } from './sentences.ts'
import { bulletOf } from './compress.ts'
import { inAllLanguages } from './languages/all.ts'
import { ELSEWHERE } from './languages/elsewhere.ts'
import { anyOf } from './patterns.ts'
import { leansOnOthers } from './statements.ts'
import { textRank } from './text-rank.ts'
import { contentWords } from './words.ts'

/** A sentence with where it stands in its section. */
export interface PlacedSentence {
  sentence: Sentence
  heading: string
  paragraph: number
  /** Position in its paragraph, from 0. */
  position: number
  /** Position in its section, from 0. */
  inSection: number
}

/** What each property of a sentence is worth, set by hand and held against human key points. */
const WEIGHTS = {
  central: 2,
  /** For each word of the heading, of up to `maxHeadingWords`. */
  headingWord: 1.2,
  maxHeadingWords: 3,
  firstInSection: 1.2,
  firstInParagraph: 0.3,
  firstParagraph: 0.6,
  stressed: 1.2,
  code: 0.4,
  cue: 0.8,
  /** It defines a word of the heading, or another. */
  definesHeading: 2.3,
  defines: 0.8,
  weakBeginning: -1.2,
  leaning: -1.5,
  chatter: -1.2,
  elsewhere: -2.5,
  /** The heading asks, and it says yes or no. */
  answer: 3,
  /** It speaks of "these things" that another sentence names. */
  pointingBack: -1.5,
  question: -1.5,
  leadIn: -1.5,
  long: -0.8,
  short: -1.5,
}

/** Words above which a sentence is long, and below which it is short. */
const LENGTH = { long: 34, short: 5 }

const CUE = new RegExp(`\\b${anyOf(inAllLanguages('cues'))}\\b`, 'i')
const WEAK_BEGINNING = new RegExp(`^${anyOf(inAllLanguages('weakBeginnings'))}\\b`, 'i')
const CHATTER = new RegExp(`\\b${anyOf(inAllLanguages('chatter'))}\\b`, 'i')
const POINTING_BACK = new RegExp(`\\s${anyOf(inAllLanguages('pointingsBack'))}(?![\\p{L}\\p{N}])`, 'iu')
const ANSWER = new RegExp(`^\\W*${anyOf(inAllLanguages('answers'))}\\b`, 'i')
/** A term of up to some words, and what says that it is defined. */
const DEFINITION = new RegExp([
  String.raw`^(?:(?:an?|the)\s+)?([\p{L}\p{N}][\p{L}\p{N}\s-]{1,40}?)`,
  String.raw`\s+(?:is|are)\s+(?:an?|the|made up of|called)\b`,
].join(''), 'iu')

/** What a sentence says of a thing that stands near it: "the assessments below", "the code above". */
const NEARBY = new RegExp([
  String.raw`(?<![\p{L}\p{N}])(?:the|these|those|following)\s+[\p{L}-]+\s+(?:below|above)`,
  String.raw`(?![\p{L}\p{N}]|\s+(?:the|a|\d))`,
].join(''), 'iu')

/** Whether a sentence can be read alone: it names its subject, and speaks of that and not of the document. */
export function standsAlone(plain: string): boolean {
  const speaksOfSubject = !CHATTER.test(plain) && !ELSEWHERE.test(plain) && !NEARBY.test(plain)
  return speaksOfSubject && !plain.startsWith('(') && !WEAK_BEGINNING.test(plain) && !leansOnOthers(plain)
}

/** What a sentence such as "A kernel is a program" defines, without its article. */
export function definedTerm(plain: string): string | undefined {
  return DEFINITION.exec(plain)?.[1]
}

/**
 * How well each sentence stands for its document: the words it shares with the rest, its place, what its author
 * stressed, and the wording of definitions. The order of equal scores is the document's.
 */
export function scoreSentences(placed: readonly PlacedSentence[]): number[] {
  const bags = placed.map(({ sentence }) => [...new Set(contentWords(sentence.plain))])
  const ranks = textRank(bags)
  const max = ranks.reduce((a, b) => Math.max(a, b), 0) || 1
  return placed.map((item, i) => scoreOf(item, bags[i]!, ranks[i]! / max))
}

/**
 * @param bag its content words, each once
 * @param rank how much it shares with the rest of the document, from 0 to 1
 */
function scoreOf(item: PlacedSentence, bag: readonly string[], rank: number): number {
  const { sentence, heading, paragraph } = item
  const { plain } = sentence
  const { words } = bulletOf(sentence)
  const headingWords = new Set(contentWords(heading))
  const shared = bag.filter(word => headingWords.has(word)).length
  const parts = [
    WEIGHTS.central * rank,
    WEIGHTS.headingWord * Math.min(shared, WEIGHTS.maxHeadingWords),
    placeScore(item),
    paragraph === 0 && WEIGHTS.firstParagraph,
    isStressed(sentence) && WEIGHTS.stressed,
    hasCode(sentence) && WEIGHTS.code,
    CUE.test(plain) && WEIGHTS.cue,
    definitionScore(plain, headingWords),
    WEAK_BEGINNING.test(plain) && WEIGHTS.weakBeginning,
    CHATTER.test(plain) && WEIGHTS.chatter,
    leansOnOthers(plain) && WEIGHTS.leaning,
    ELSEWHERE.test(plain) && WEIGHTS.elsewhere,
    POINTING_BACK.test(plain) && WEIGHTS.pointingBack,
    /[?？؟]/.test(heading) && ANSWER.test(plain) && WEIGHTS.answer,
    /\?["'”’)]*$/.test(plain) && WEIGHTS.question,
    /[:：]$/.test(plain) && WEIGHTS.leadIn,
    words > LENGTH.long && WEIGHTS.long,
    words < LENGTH.short && WEIGHTS.short,
  ]
  return parts.reduce<number>((sum, part) => sum + Number(part), 0)
}

function placeScore({ inSection, position }: PlacedSentence): number {
  if (inSection === 0)
    return WEIGHTS.firstInSection
  return position === 0 ? WEIGHTS.firstInParagraph : 0
}

function definitionScore(plain: string, headingWords: ReadonlySet<string>): number {
  const words = contentWords(definedTerm(plain) ?? '')
  if (!words.length)
    return 0
  return words.some(word => headingWords.has(word)) ? WEIGHTS.definesHeading : WEIGHTS.defines
}

/** Whether a sentence, or a part of it, is set in bold. */
function isStressed({ inline, text }: Sentence): boolean {
  return inline.tokensIn(text).some(token => (token.kind === 'node' ? token.node : token.wrap).type === 'strong')
}

function hasCode({ inline, text }: Sentence): boolean {
  return inline.tokensIn(text).some(token => token.kind === 'node' && token.node.type === 'inlineCode')
}
