import type { Sentence } from './sentences.ts'
import { bulletOf } from './compress.ts'
import { contentWords } from './words.ts'

/** A sentence with where it stands in its section. */
export interface Placed {
  sentence: Sentence
  heading: string
  paragraph: number
  /** Position in its paragraph, from 0. */
  position: number
  /** Position in its section, from 0. */
  inSection: number
}

const CUE = /\b(?:is an?|are|is called|are called|is known as|means|refers to|consists of|must|never|always|because|instead|allows?|lets|enables?|provides?|important|note that|remember)\b/i
const WEAK_START = /^(?:this|that|these|those|it|they|he|she|we['’]|let['’]?s|notice|here|there|so|but|and|then|now|next|finally|also|again|for example|for instance|similarly|as you|as we|in this|the following|below|above)\b/i
const CHATTER = /\b(?:I['’]m|I['’]ll|I['’]ve|I|my|a few reasons|a lot of|you may be thinking|you might|we['’]ll|we will|we['’]ve|we have|we just|don['’]t worry|let['’]s|welcome|congratulations|some options|ta-da|whoops)\b/i
/** What speaks of the document and not of its subject. */
const ELSEWHERE = /\b(?:in (?:this|the (?:next|following|previous|last|coming)) (?:lecture|section|chapter|lesson|episode|tutorial|video|article|post|part|guide|page)|(?:next|previous|last) (?:lecture|chapter|lesson|episode|video)|(?:this|the following|the) (?:diagram|figure|image|picture|screenshot|table|example|code|command|snippet)(?: below| above)? (?:shows?|illustrates?|is|are|looks?|below|above))\b/i
const ANSWER = /^\W*(?:yes|no|yep|nope|ja|nein|oui|non|sí)\b/i
const DEFINITION = /^(?:an?|the)?\s*([\p{L}\p{N}][\p{L}\p{N}\s-]{1,40}?)\s+(?:is|are)\s+(?:an?|the|made up of|called)\b/iu

/** Whether a sentence can be read without those around it: it names its subject, and speaks of that and not of the document. */
export function standsAlone(plain: string): boolean {
  return !WEAK_START.test(plain) && !CHATTER.test(plain) && !ELSEWHERE.test(plain)
}

/** What a sentence such as "A kernel is a program" defines, without its article. */
export function definedTerm(plain: string): string | undefined {
  return DEFINITION.exec(plain)?.[1]
}

/**
 * How well each sentence stands for its document: the words it shares with the rest, its place, what its author stressed, and the wording of definitions.
 * The weights were set by hand and held against human key points; the order of equal scores is the document's.
 */
export function scoreSentences(placed: readonly Placed[]): number[] {
  const bags = placed.map(({ sentence }) => [...new Set(contentWords(sentence.plain))])
  const central = textRank(bags)
  const most = central.reduce((a, b) => Math.max(a, b), 0) || 1
  return placed.map((item, i) => scoreOne(item, bags[i]!, central[i]! / most))
}

function scoreOne({ sentence, heading, paragraph, position, inSection }: Placed, bag: readonly string[], central: number): number {
  const { plain } = sentence
  const { words } = bulletOf(sentence)
  const inHeading = new Set(contentWords(heading))
  const question = /[?？؟]/.test(heading)
  const shared = bag.filter(word => inHeading.has(word)).length
  const topic = DEFINITION.exec(plain)?.[1]
  let score = 2 * central + 1.2 * Math.min(shared, 3)
  score += inSection === 0 ? 1.2 : position === 0 ? 0.3 : 0
  score += paragraph === 0 ? 0.6 : 0
  if (hasMark(sentence, 'strong'))
    score += 1.2
  if (hasNode(sentence, 'inlineCode'))
    score += 0.4
  if (CUE.test(plain))
    score += 0.8
  if (topic && contentWords(topic).length)
    score += contentWords(topic).some(word => inHeading.has(word)) ? 2.3 : 0.8
  if (WEAK_START.test(plain))
    score -= 1.2
  if (CHATTER.test(plain))
    score -= 1.2
  if (ELSEWHERE.test(plain))
    score -= 2.5
  if (question && ANSWER.test(plain))
    score += 3
  if (/\?["'”’)]*$/.test(plain))
    score -= 1.5
  if (/[:：]$/.test(plain))
    score -= 1.5
  if (words > 34)
    score -= 0.8
  if (words < 5)
    score -= 1.5
  return score
}

export function hasMark({ inline, text }: Sentence, wrap: 'strong' | 'emphasis'): boolean {
  return Array.from(text.matchAll(/[\u{100000}-\u{10FFFD}]/gu), ([character]) => inline.tokenOf(character)).some(token =>
    token?.kind === 'node' ? token.node.type === wrap : token?.wrap.type === wrap)
}

export function hasNode({ inline, text }: Sentence, type: string): boolean {
  return Array.from(text.matchAll(/[\u{100000}-\u{10FFFD}]/gu), ([character]) => inline.tokenOf(character)).some(token => token?.kind === 'node' && token.node.type === type)
}

/** Random walk over sentences that share words. It runs over words, so that its time grows with the text and not with its square. */
function textRank(bags: readonly (readonly string[])[]): number[] {
  const index = new Map<string, number>()
  const rows = bags.map(bag => bag.map((word) => {
    if (!index.has(word))
      index.set(word, index.size)
    return index.get(word)!
  }))
  const norms = rows.map(row => row.length ? 1 / Math.sqrt(row.length) : 0)
  const similar = (values: readonly number[]) => {
    const sums = new Float64Array(index.size)
    rows.forEach((row, i) => {
      for (const word of row)
        sums[word]! += norms[i]! * values[i]!
    })
    return rows.map((row, i) => row.reduce((sum, word) => sum + sums[word]!, 0) * norms[i]! - (row.length ? values[i]! : 0))
  }
  const degrees = similar(rows.map(() => 1))
  let ranks = rows.map(() => 1)
  for (let round = 0; round < 12; round++) {
    const flow = similar(ranks.map((rank, i) => degrees[i]! > 1e-9 ? rank / degrees[i]! : 0))
    ranks = flow.map(sum => 0.15 + 0.85 * sum)
  }
  return ranks
}
