import type { PhrasingContent } from 'mdast'
import type { Inline } from './inline.ts'
import type { Sentence } from './sentences.ts'
import { limits } from '../limits.ts'
import { inAllLanguages } from './languages/all.ts'
import { anyOf } from './patterns.ts'
import { hasVerb } from './statements.ts'
import { numberOfWords } from './words.ts'

/** What a sentence says on a slide: its own words, without clauses where that cannot turn its meaning. */
export interface Shortened {
  nodes: PhrasingContent[]
  plain: string
  words: number
  /** The sentence that it says as a whole. */
  sentence?: Sentence
}

const CONNECTIVE = new RegExp(`^${anyOf(inAllLanguages('connectives'))},?\\s+(?=\\S)`, 'i')
const TURNING = new RegExp(`\\b${anyOf(inAllLanguages('turningWords'))}\\b|n['’]t\\b`, 'i')
/** Ends of a sentence that it can do without, the first that can be dropped first. */
const TRAILING = [
  /\s[–—]\s[^–—]+$/u,
  /;\s[^;]+$/,
  new RegExp(`,\\s+${anyOf(inAllLanguages('trailingClauses'))}\\b[^,;]*(?:,[^,;]*)*$`, 'i'),
  new RegExp(`\\s+${anyOf(inAllLanguages('trailingPhrases'))}\\s[^,;]+$`, 'i'),
]
/** What a sentence begins with whose main clause comes behind a comma. */
const SUBORDINATE = new RegExp(`^${anyOf(inAllLanguages('subordinates'))}\\s`, 'i')
/** What points back to something that was said, behind a comma. */
const REMINDER = new RegExp(`,\\s+${anyOf(inAllLanguages('reminders'))}(?=[\\s,.;:]*(?:$|,\\s|[.;:]))`, 'giu')
/** Words with which no sentence ends. */
const OPEN_END = new RegExp(`\\s${anyOf(inAllLanguages('openEnds'))}\\s*$`, 'iu')
/** The last full stop, and what closes behind it. */
const FULL_STOP = /\s*[.。]\s*([\u{100000}-\u{10FFFD}"'”’)]*)$/u
/** Between words where a very long sentence can be cut. */
const CUT = new RegExp(`(?<=[,;:–—])\\s+|\\s+(?=${anyOf(inAllLanguages('conjunctions'))}\\s)`)

/** What a part of a sentence ends with, which says that it goes on. */
const CUT_END = /\s*[,;–—]$/

/** What joins a part of a sentence to the one before it. */
const JOINING = new RegExp(`^${anyOf(['and', 'und', 'et', 'y'])}\\s+(?=\\S)`, 'i')

/** What a lead-in begins with that says what it is for. */
const PURPOSE = new RegExp(`^${anyOf(inAllLanguages('purposes'))}\\s[^,]*,\\s+`, 'i')
const REASON = anyOf(inAllLanguages('reasons'))
/** A sentence that gives one reason or more, and then what follows from them. */
const REASONED = new RegExp(`^${REASON}\\s+([^,;:]+(?:,? and ${REASON}\\s+[^,;:]+)*),\\s+([^,;:]+)$`, 'i')
const AND_REASON = new RegExp(`,? and ${REASON}\\s+`, 'i')

/** Words that are left of a sentence at least when its end is dropped. */
const MIN_WORDS = 5
/** Words of an aside in brackets from which it is dropped. */
const MIN_ASIDE = 3

const known = new WeakMap<Sentence, Shortened>()

/** `shortenSentence` with the usual limit; each sentence is shortened once. */
export function bulletOf(sentence: Sentence): Shortened {
  let short = known.get(sentence)
  if (!short)
    known.set(sentence, short = shortenSentence(sentence))
  return short
}

/**
 * The sentence as a bullet: without leading connective, long asides and final full stop.
 * @param limit words above which it loses trailing clauses
 */
export function shortenSentence(sentence: Sentence, limit: number = limits.bullet.long): Shortened {
  const { inline, text } = sentence
  const short = dropTrailing(dropAsides(dropConnective(dropReminder(text)), inline), inline, limit)
  const line = shortened(inline, withoutStop(short), capitalize)
  return { ...line, sentence }
}

function withoutStop(text: string): string {
  return text.replace(FULL_STOP, (_, marks: string) => marks).trim()
}

/** A line that leads to a list, without the purpose that it begins with where it is long. */
export function shortenLeadIn(sentence: Sentence, limit: number): Shortened {
  const short = shortenSentence(sentence, limit)
  const rest = short.words > limit ? sentence.text.replace(PURPOSE, '') : sentence.text
  return rest === sentence.text ? short : shortenSentence({ ...sentence, text: rest }, limit)
}

/** "Since A, and since B, C" as the sentences A, B and C; undefined for another sentence. */
export function reasonParts({ inline, text }: Sentence): Shortened[] | undefined {
  const [, reasons, result] = REASONED.exec(text) ?? []
  if (!reasons || !result)
    return undefined
  const parts = [...reasons.split(AND_REASON), result]
  const lines = parts.map(part => shortened(inline, withoutStop(part), capitalize))
  return lines.every(({ plain, words }) => words >= MIN_WORDS && hasVerb(plain)) ? lines : undefined
}

function shortened(inline: Inline, text: string, change = (text: string) => text): Shortened {
  const plain = inline.plain(text).trim()
  return { nodes: inline.restore(change(text)), plain, words: numberOfWords(plain) }
}

/** Without what joins it to the sentence before, unless the rest would not stand alone: "So that …", "But if …". */
function dropConnective(text: string): string {
  const rest = text.replace(CONNECTIVE, '')
  return /^(?:that|far|long|much|many|lange?|weit|dass)\b/i.test(rest) || rest.length < 12 ? text : rest
}

/** Without "as we saw above", behind a comma. */
function dropReminder(text: string): string {
  return text.replace(REMINDER, '')
}

/** Without asides in brackets; a sentence that is one loses only the brackets. */
function dropAsides(text: string, inline: Inline): string {
  const whole = /^\(([^()]+)\)[.\s]*$/.exec(text)?.[1]
  return whole ?? text.replace(/\s*\(([^()]*)\)/g, (aside, inner: string) => {
    const plain = inline.plain(inner)
    const isNeeded = plain.split(/\s+/).length < MIN_ASIDE || TURNING.test(plain) || inline.tokensIn(inner).length > 0
    return isNeeded ? aside : ''
  })
}

function dropTrailing(text: string, inline: Inline, limit: number): string {
  const wordsIn = (part: string) => numberOfWords(inline.plain(part))
  let short = text
  for (const clause of TRAILING) {
    if (wordsIn(short) <= limit)
      break
    const match = clause.exec(short)
    const rest = match ? short.slice(0, match.index) : short
    if (match && canLose(match[0], inline) && wordsIn(rest) >= MIN_WORDS && keepsStatement(short, rest, inline))
      short = rest
  }
  return short
}

/** Whether what is left of a sentence is one: the clause that says it may stand behind the one that is dropped. */
function keepsStatement(whole: string, rest: string, inline: Inline): boolean {
  const isCondition = SUBORDINATE.test(whole)
  const [, , ...later] = whole.slice(rest.length).split(',')
  // "The tests, as well as the others, show": what is dropped ends where the statement goes on.
  const goesOn = later.some(part => hasVerb(inline.plain(part.trim().split(/\s+/)[0] ?? '')))
  return (!isCondition || !later.length) && !goesOn && !OPEN_END.test(rest)
    && (hasVerb(inline.plain(rest)) || !hasVerb(inline.plain(whole)))
}

/** Whether a sentence says the same without a clause, and leads to the same places. */
function canLose(clause: string, inline: Inline): boolean {
  return !TURNING.test(inline.plain(clause))
    && !inline.tokensIn(clause).some(token => token.kind === 'node' && token.node.type === 'link')
}

function capitalize(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{Ll}*(?:['’]\p{Ll}+)?[\s,])/u, letter => letter.toUpperCase())
}

/** A sentence that is too long for any slide, cut before conjunctions into parts of at most `limit` words. */
export function cutSentence({ inline, text }: Sentence, limit: number): Shortened[] {
  const fits = (part: string) => numberOfWords(inline.plain(part)) <= limit
  const lines: string[] = []
  for (const part of text.split(CUT)) {
    const joined = lines.length ? `${lines.at(-1)} ${part}` : part
    if (lines.length && fits(joined))
      lines[lines.length - 1] = joined
    else
      lines.push(part)
  }
  return lines.flatMap(line => fits(line) ? [line] : cutByWords(line, limit))
    .map((line, i) => shortened(inline, (i ? line.replace(JOINING, '') : line).replace(CUT_END, ''), capitalize))
}

/** Parts of as many words, or of twice as many characters where there are no words. */
function cutByWords(line: string, limit: number): string[] {
  const space = line.includes(' ') ? ' ' : ''
  const words = space ? line.split(' ') : [...line]
  const size = space ? limit : limit * 2
  const parts: string[] = []
  for (let i = 0; i < words.length; i += size)
    parts.push(words.slice(i, i + size).join(space))
  return parts
}
