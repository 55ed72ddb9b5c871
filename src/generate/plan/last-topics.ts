import type { PhrasingContent } from 'mdast'
import type { Block, SlideDraft, TextLine } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { calloutKinds } from '../../shared/callout-kinds.ts'
import { inAllLanguages } from '../text/languages/all.ts'
import { de } from '../text/languages/de.ts'
import { es } from '../text/languages/es.ts'
import { fr } from '../text/languages/fr.ts'
import { anyOf } from '../text/patterns.ts'
import { hasVerb } from '../text/statements.ts'
import { contentWords, numberOfWords } from '../text/words.ts'
import { commandsIn, keysIn, NAME_IN_CODE, namesInCode, valuesIn } from './code-topics.ts'

/** Words of a phrase that names a slide, characters of code that does, and pieces of code beside each other. */
const TOPIC = { minWords: 2, maxWords: 4, maxCode: 32, maxPieces: 2, minNoun: 6 }

/**
 * What can tell a slide from the others of its section where its author has not named it: a name from its code, code in
 * its text, what a sentence speaks of, what a list begins and ends with; the best first.
 */
export function lastTopics({ blocks, right = [] }: Pick<SlideDraft, 'blocks' | 'right'>): PhrasingContent[][] {
  const all = [...blocks, ...right].flatMap(block => block.type === 'callout' ? block.blocks : [block])
  const lines = all.flatMap(linesOf)
  return [
    ...listEnds(all, true),
    ...all.flatMap(block => block.type === 'code' && block.language !== 'text' ? namesInCode(block) : []).map(code),
    ...codeIn(lines).map(code),
    ...lines.flatMap(namesIn).map(text),
    ...listEnds(all, false),
    ...all.flatMap(rowEnds),
    ...lines.flatMap(({ plain }) => phrasesIn(plain)).map(text),
    ...all.flatMap(block => block.type === 'code' ? [...commandsIn(block), ...keysIn(block), ...valuesIn(block)] : [])
      .map(code),
    ...all.flatMap(itemEnds),
    ...[...blocks, ...right].flatMap(block => block.type === 'callout' ? [text(calloutKinds[block.kind].label)] : []),
  ]
}

function code(value: string): PhrasingContent[] {
  return [{ type: 'inlineCode', value }]
}

function text(value: string): PhrasingContent[] {
  return [{ type: 'text', value: value[0]!.toUpperCase() + value.slice(1) }]
}

function linesOf(block: Block): TextLine[] {
  switch (block.type) {
    case 'line':
      return [block.line]
    case 'bullets':
      return block.items
    case 'quote':
      return block.lines
    default:
      return []
  }
}

/** Values that every text about code has. */
const VALUE = /^(?:none|true|false|null|nil|undefined|self|this|it|\d+)$/i

/** Code that does something, and names nothing. */
const EXPRESSION = /[()=>{}[\];]|\s.*\s/

/** Code in text; where there is much of it, no piece says what the slide is about. */
function codeIn(lines: readonly TextLine[]): string[] {
  const all = [...new Set(lines.flatMap(inlineCodeIn))]
  return all.length <= TOPIC.maxPieces ? all : []
}

function inlineCodeIn({ nodes }: TextLine): string[] {
  return nodes.flatMap(node => node.type === 'inlineCode' ? [node.value] : []).filter(value =>
    value.length <= TOPIC.maxCode && NAME_IN_CODE.test(value) && !VALUE.test(value)
    && !EXPRESSION.test(value.replace(/\(\)$/, '')))
}

/** Names that are set in bold or lead somewhere: with a capital or a digit, as names have. */
function namesIn({ nodes }: TextLine): string[] {
  return nodes.flatMap((node) => {
    const name = node.type === 'strong' || node.type === 'link' ? toString(node).replace(/[:.\s]+$/, '') : ''
    const isName = /[\p{Lu}\p{N}]/u.test(name) && /\p{L}{2}/u.test(name) && !/[.!?:]/.test(name) && !hasVerb(name)
    return isName && numberOfWords(name) <= TOPIC.maxWords ? [name] : []
  })
}

/** What the first and the last item of a list name: terms before a colon, or numbers. */
function listEnds(blocks: readonly Block[], terms: boolean): PhrasingContent[][] {
  return blocks.flatMap((block) => {
    const items = block.type === 'bullets' ? block.items.filter(({ level }) => level === 0) : []
    const [first, last] = [items[0], items.at(-1)]
    if (!first || !last || first === last)
      return []
    if (!terms)
      // Numbers tell a part of a list from the others; from 1 on they say nothing.
      return (first.number ?? 1) > 1 && last.number !== undefined ? [text(`${first.number}–${last.number}`)] : []
    const [from, to] = [first, last].map(termOf)
    return from && to ? [text(`${from} – ${to}`)] : []
  })
}

/** The first and the last item of a list whose items are names. */
function itemEnds(block: Block): PhrasingContent[][] {
  const items = block.type === 'bullets' ? block.items.filter(({ level }) => level === 0) : []
  const [first, last] = [items[0], items.at(-1)].map(item => item?.plain.replace(/[:.;,\s]+$/, '') ?? '')
  const areNames = items.length > 1 && items.every(({ nodes, plain }) =>
    numberOfWords(plain) <= TOPIC.maxWords && !hasVerb(plain) && nodes.every(({ type }) => type !== 'image'))
  return areNames && first && last ? [text(`${first} – ${last}`)] : []
}

/** What the first and the last row of a table are called. */
function rowEnds(block: Block): PhrasingContent[][] {
  if (block.type !== 'table' || block.rows.length < 3)
    return []
  const names = [block.rows[1]!, block.rows.at(-1)!].map(({ children: [cell] }) => cell ? toString(cell).trim() : '')
  const [from, to] = names
  if (!from || !to || from === to || from.startsWith('-'))
    return []
  return from.length + to.length <= TOPIC.maxCode ? [text(`${from} – ${to}`)] : []
}

/** The term that an item explains. */
function termOf({ nodes, plain }: TextLine): string | undefined {
  const [first] = nodes
  const marked = first && ['strong', 'inlineCode', 'link'].includes(first.type) ? toString(first) : undefined
  const term = (marked ?? /^([^:–—]+)(?::|–\s|—)/.exec(plain)?.[1])?.replace(/[:.\s]+$/, '')
  return term && numberOfWords(term) <= TOPIC.maxWords - 1 ? term : undefined
}

const DETERMINER = new RegExp(`(?<![\\p{L}\\p{N}'’-])${anyOf(inAllLanguages('determiners'))}\\s+`, 'giu')
/** A noun with a capital letter behind its article and an adjective; without an article of the genitive. */
const CAPITALIZED = behind(de.determiners!.filter(word => word !== 'des' && word !== 'eines'), [
  String.raw`(?:\p{Ll}{4,}\s+)?(\p{Lu}[\p{L}-]+)`,
])
/** A noun with what "de" joins to it: "rendu d'une page". */
const JOINED = behind([...fr.determiners!, ...es.determiners!], [
  String.raw`(\p{L}{4,}\s+(?:(?:de|du|des|del)\s+(?:(?:la|las|los|les)\s+|l['’])?|d['’](?:une?\s+)?)\p{L}{4,})`,
])
/** Articles that English has not. */
const FOREIGN = behind(['une', 'les', 'des', 'la', 'el', 'los', 'las', 'der', 'das', 'dem', 'ein', 'eine', 'einen'], [])

function behind(words: readonly string[], patterns: readonly string[]): RegExp {
  return new RegExp([`(?<![\\p{L}\\p{N}'’-])${anyOf(words)}\\s+`, ...patterns].join(''), patterns.length ? 'gu' : 'iu')
}

/** Adverbs, which stand in no name; what ends as a verb does may be one, and ends none. */
const NO_NAME = /ly$|^(?:never|always|often|still|already|ever|soon|again|even|yet|too|well|almost|twice|once)$/i
/** Words before a name that say nothing of what it is. */
const VAGUE = new RegExp(`^(?:${anyOf(inAllLanguages('vagueWords'))}\\s+)+`, 'i')
/** What stands behind verbs and not behind names. */
const PARTICLE = /^(?:out|up|off|down|away|back|over|apart|along|together|around)$/i
const LIKE_VERB = /(?:[^su]s|ed|[^aeiou]ing)$/
const WORD = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_-]*$/u

/**
 * What a sentence speaks of: nouns, where its language marks them; else the words behind an article that carry meaning,
 * two at least, the longest first.
 */
function phrasesIn(plain: string): string[] {
  const nouns = [CAPITALIZED, JOINED].flatMap(pattern => Array.from(plain.matchAll(pattern), ([, noun]) => noun!))
  const found = nouns.length || FOREIGN.test(plain)
    ? nouns.filter(noun => noun.length >= TOPIC.minNoun && contentWords(noun.split(/\s/).at(-1)!).length > 0)
    : wordsBehindArticles(plain)
  return found.sort((a, b) => contentWords(b).length - contentWords(a).length)
}

function wordsBehindArticles(plain: string): string[] {
  return plain.split(DETERMINER).slice(1).flatMap((rest) => {
    const words: string[] = []
    for (const word of rest.replace(VAGUE, '').split(/\s+/)) {
      const bare = word.replace(/[.,;:!?)"”]+$/, '')
      const isName = WORD.test(bare) && contentWords(bare).length > 0 && !hasVerb(bare) && !NO_NAME.test(bare)
      // "Your dynamics play out": the word before a particle is a verb, and a long row of words is none that names.
      if (PARTICLE.test(bare) || (isName && words.length === TOPIC.maxWords))
        return []
      if (!isName)
        break
      words.push(bare)
      if (bare !== word)
        break
    }
    // "The function guarantees": what ends as a verb may be one.
    if (LIKE_VERB.test(words.at(-1) ?? ''))
      words.pop()
    return words.length >= TOPIC.minWords ? [words.join(' ')] : []
  })
}
