import type { List, ListItem, Paragraph } from 'mdast'
import type { Sentence } from '../text/sentences.ts'
import type { Bullet } from './slide.ts'
import { limits } from '../limits.ts'
import { cutSentence, shortenSentence } from '../text/compress.ts'
import { Inline } from '../text/inline.ts'
import { sentencesOf } from '../text/sentences.ts'
import { numberOfWords } from '../text/words.ts'
import { wordsInLines } from './slide.ts'

interface ListBullets {
  bullets: Bullet[]
  /** Whether the bullets say all that the list says. */
  complete: boolean
}

/** Words of a shortened item above which it is cut. */
const MAX_ITEM = limits.bullet.max * 1.5

/** Words of a term that an item explains, and the share of a list's items that explain one. */
const TERM = { words: 4, share: 0.6 }
/** A term, and the dash or colon behind it. */
const TERM_AT_START = /^([^:–—\-.!?]*[^:–—\-.!?\s])(?:\s+[-–—]\s+|:\s+)(?=\S)/u

/** A list as bullets of two levels; terms that most of its items begin with are bold. */
export function listBullets(list: List, language: string): ListBullets {
  const { bullets, complete } = bulletsOf(list, language, 0)
  const top = bullets.filter(({ level }) => level === 0)
  const terms = top.filter(line => termEnd(line) > 0).length
  if (top.length < 2 || terms / top.length < TERM.share)
    return { bullets, complete }
  return { bullets: bullets.map(line => line.level === 0 ? withBoldTerm(line) : line), complete }
}

/** Characters of the term that a line of text begins with; 0 where it begins with none. */
function termEnd({ nodes: [first] }: Bullet): number {
  const term = first?.type === 'text' ? TERM_AT_START.exec(first.value)?.[1] : undefined
  return term && numberOfWords(term) <= TERM.words ? term.length : 0
}

function withBoldTerm(line: Bullet): Bullet {
  const end = termEnd(line)
  const [first, ...others] = line.nodes
  if (!end || first?.type !== 'text')
    return line
  const term = { type: 'text' as const, value: first.value.slice(0, end) }
  const rest = { type: 'text' as const, value: first.value.slice(end) }
  return { ...line, nodes: [{ type: 'strong', children: [term] }, rest, ...others] }
}

function bulletsOf(list: List, language: string, level: number): ListBullets {
  const items = list.children.map((item, i): ListBullets => {
    const { line, answer, complete } = itemLine(item, language)
    const nested = item.children
      .filter((child): child is List => child.type === 'list')
      .map(child => bulletsOf(child, language, 1))
    const below = nested.flatMap(({ bullets }) => bullets)
    const number = list.ordered ? (list.start ?? 1) + i : undefined
    return {
      bullets: line
        ? [{ ...line, level, number, checked: item.checked ?? undefined }, ...atLevel([...answer ?? [], ...below], 1)]
        : atLevel(below, level),
      complete: complete && nested.every(part => part.complete),
    }
  })
  return { bullets: items.flatMap(({ bullets }) => bullets), complete: items.every(({ complete }) => complete) }
}

function atLevel(bullets: readonly Bullet[], level: number): Bullet[] {
  return bullets.map(bullet => ({ ...bullet, level }))
}

interface ItemLine {
  /** Undefined for an item without text of its own. */
  line?: Omit<Bullet, 'level'>
  /** What answers the line, where that asks something. */
  answer?: Bullet[]
  /** Whether the line says all that the item's own text says. */
  complete: boolean
}

function itemLine(item: ListItem, language: string): ItemLine {
  const paragraphs = item.children.filter((child): child is Paragraph => child.type === 'paragraph')
  const sentences = paragraphs.flatMap(({ children }) => sentencesOf(children, language))
  const [first] = sentences
  if (!first)
    return { complete: true }
  if (wordsInLines(sentences) <= limits.bullet.item && paragraphs.length === 1) {
    const inline = new Inline(paragraphs[0]!.children)
    const text = sentences.length === 1 ? inline.text.replace(/\.$/, '') : inline.text
    const plain = inline.plain(text)
    return { line: { nodes: inline.restore(text), plain, words: numberOfWords(plain) }, complete: true }
  }
  const short = shortenSentence(first, limits.bullet.item)
  const { nodes, plain, words } = short.words <= MAX_ITEM ? short : cutSentence(first, limits.bullet.item)[0]!
  return { line: { nodes, plain, words }, answer: answerTo(sentences), complete: false }
}

/** The sentence behind a question, where it can be read alone. */
function answerTo([question, next]: readonly Sentence[]): Bullet[] {
  const answer = next && /[?？]$/.test(question!.plain) ? shortenSentence(next, limits.bullet.item) : undefined
  return answer && answer.words <= MAX_ITEM && !/[?？:：]$/.test(answer.plain)
    ? [{ nodes: answer.nodes, plain: answer.plain, words: answer.words, level: 1 }]
    : []
}
