import type { PhrasingContent } from 'mdast'
import type { Sentence } from './sentences.ts'
import { limits } from '../limits.ts'
import { countWords } from './words.ts'

/** What a sentence says on a slide: its own words, with clauses left away where that cannot turn its meaning. */
export interface Shortened {
  nodes: PhrasingContent[]
  plain: string
  words: number
}

const CONNECTIVE = /^(?:however|therefore|thus|hence|moreover|furthermore|in addition|additionally|as a result|consequently|in other words|of course|for example|for instance|similarly|likewise|that said|in fact|indeed|basically|essentially|actually|obviously|clearly|fortunately|unfortunately|finally|also|besides|so|but|and|now|well),?\s+(?=\S)/i
/** Words that a clause may not lose: without them the rest would say something else. */
const TURNING = /\b(?:not|no|never|only|must|unless|except|without|until|if|cannot|nor|neither|but|nicht|kein\w*|nie|nur|außer|ohne|wenn|falls|pas|jamais|sauf|sans|si|nunca|salvo|sin|sólo)\b|n['’]t\b/i
const TRAILING = [
  /\s[–—]\s[^–—]+$/u,
  /;\s[^;]+$/,
  /,\s+(?:which|because|since|so that|such as|for example|for instance|including|e\.g\.|i\.e\.|as well as|where|whereas|while|although|though)\b[^,;]*(?:,[^,;]*)*$/i,
  /\s+(?:because|so that|such as|for example)\s[^,;]+$/i,
]

const known = new WeakMap<Sentence, Shortened>()

/** `shorten` with the usual limit; each sentence is shortened once. */
export function bulletOf(sentence: Sentence): Shortened {
  let short = known.get(sentence)
  if (!short)
    known.set(sentence, short = shorten(sentence))
  return short
}

/** The sentence as a bullet: without leading connective, long asides and final full stop; above `limit` words without trailing clauses. */
export function shorten({ inline, text }: Sentence, limit: number = limits.bullet.long): Shortened {
  const count = (part: string) => countWords(inline.plain(part))
  let short = dropConnective(text)
  short = short.replace(/\s*\(([^()]*)\)/g, (aside, inner: string) =>
    inline.plain(inner).split(/\s+/).length >= 3 && !TURNING.test(inline.plain(inner)) && !/[\u{100000}-\u{10FFFD}]/u.test(inner) ? '' : aside)
  for (const clause of TRAILING) {
    if (count(short) <= limit)
      break
    const match = clause.exec(short)
    if (match && !TURNING.test(inline.plain(match[0])) && !marksCut(match[0]) && count(short.slice(0, match.index)) >= 5)
      short = short.slice(0, match.index)
  }
  short = short.replace(/\s*[.。]\s*([\u{100000}-\u{10FFFD}"'”’)]*)$/u, (_, marks: string) => marks).trim()
  const plain = inline.plain(short).trim()
  return { nodes: inline.restore(capitalise(short)), plain, words: countWords(plain) }

  function marksCut(part: string): boolean {
    return Array.from(part.matchAll(/[\u{100000}-\u{10FFFD}]/gu), ([character]) => inline.tokenOf(character)).some(token => token?.kind === 'node' && token.node.type === 'link')
  }
}

function dropConnective(text: string): string {
  const rest = text.replace(CONNECTIVE, '')
  // "So that …", "But if …": the rest would not stand alone.
  return /^(?:that|far|long|much|many)\b/i.test(rest) || rest.length < 12 ? text : rest
}

function capitalise(text: string): string {
  return text.replace(/^\p{Ll}(?=\p{Ll}*[\s,])/u, letter => letter.toUpperCase())
}

/** A sentence that is too long for any slide, cut before conjunctions into pieces of at most `limit` words; no word is lost. */
export function pieces(sentence: Sentence, limit: number): Shortened[] {
  const { inline, text } = sentence
  const parts = text.split(/(?<=[,;:–—])\s+|\s+(?=(?:and|or|but|because|which|that|und|oder|et|ou|y|o)\s)/)
  const lines: string[] = []
  for (const part of parts) {
    const joined = lines.length ? `${lines.at(-1)} ${part}` : part
    if (lines.length && countWords(inline.plain(joined)) <= limit)
      lines[lines.length - 1] = joined
    else
      lines.push(part)
  }
  return lines.flatMap(line => countWords(inline.plain(line)) <= limit ? [line] : cutByWords(line, limit)).map((line) => {
    const plain = inline.plain(line).trim()
    return { nodes: inline.restore(line), plain, words: countWords(plain) }
  })
}

function cutByWords(line: string, limit: number): string[] {
  const words = line.includes(' ') ? line.split(' ') : [...line]
  const size = line.includes(' ') ? limit : limit * 2
  const parts: string[] = []
  for (let i = 0; i < words.length; i += size)
    parts.push(words.slice(i, i + size).join(line.includes(' ') ? ' ' : ''))
  return parts
}
