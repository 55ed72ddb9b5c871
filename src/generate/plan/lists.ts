import type { List, ListItem, Paragraph } from 'mdast'
import type { Bullet } from './slide.ts'
import { limits } from '../limits.ts'
import { pieces, shorten } from '../text/compress.ts'
import { Inline } from '../text/inline.ts'
import { sentencesOf } from '../text/sentences.ts'
import { countWords } from '../text/words.ts'

/** A list as bullets of two levels. `complete` tells whether the bullets say all that the list says. */
export function listBullets(list: List, language: string, level = 0): { bullets: Bullet[], complete: boolean } {
  let complete = true
  const bullets = list.children.flatMap((item, i): Bullet[] => {
    const number = list.ordered ? (list.start ?? 1) + i : undefined
    const own = itemLine(item, language)
    complete &&= own.complete
    const nested = item.children.filter((child): child is List => child.type === 'list').map(child => listBullets(child, language, 1))
    complete &&= nested.every(part => part.complete)
    const below = nested.flatMap(part => part.bullets)
    return own.line ? [{ ...own.line, level, number, checked: item.checked ?? undefined }, ...below.map(bullet => ({ ...bullet, level: 1 }))] : below.map(bullet => ({ ...bullet, level }))
  })
  return { bullets, complete }
}

function itemLine(item: ListItem, language: string): { line?: Omit<Bullet, 'level'>, complete: boolean } {
  const paragraphs = item.children.filter((child): child is Paragraph => child.type === 'paragraph')
  const sentences = paragraphs.flatMap(({ children }) => sentencesOf(children, language))
  const [first] = sentences
  if (!first)
    return { complete: true }
  const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
  if (words <= limits.bullet.item && paragraphs.length === 1) {
    const inline = new Inline(paragraphs[0]!.children)
    const text = sentences.length === 1 ? inline.text.replace(/\.$/, '') : inline.text
    const plain = inline.plain(text)
    return { line: { nodes: inline.restore(text), plain, words: countWords(plain) }, complete: true }
  }
  const short = shorten(first, limits.bullet.item)
  return { line: short.words <= limits.bullet.most * 1.5 ? short : pieces(first, limits.bullet.item)[0]!, complete: false }
}
