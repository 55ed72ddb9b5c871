import type { PhrasingContent } from 'mdast'
import type { Sentence } from './sentences.ts'
import { Inline, TOKEN } from './inline.ts'
import { inAllLanguages } from './languages/all.ts'
import { modals, pluralVerbs, prepositions, reasons, singularVerbs } from './languages/en-references.ts'
import { anyOf } from './patterns.ts'
import { withoutStepWord } from './step-words.ts'
import { numberOfWords } from './words.ts'

/** Words of a subject that can stand for a pronoun. */
const MAX_WORDS = 4

const PRONOUN = /^(It|They)\s+/
const REASON = new RegExp(`^${anyOf(reasons)}(?: that)?\\s+(?=\\S)`, 'i')
const VERB = new RegExp(`^(.+?)\\s+(${anyOf([...modals, ...singularVerbs, ...pluralVerbs])})\\s`, 'i')
const SINGULAR = new RegExp(`^${anyOf(singularVerbs)}$`, 'i')
const PLURAL = new RegExp(`^${anyOf(pluralVerbs)}$`, 'i')
/** "Exercise the" before "use" is no name. */
const OPEN_END = new RegExp(`(?:^|\\s)${anyOf(inAllLanguages('openEnds'))}$`, 'iu')
/** What no short name of a thing has in it. */
const NO_NAME = new RegExp(
  `[,;:()"“”]|(?<!\\S)${anyOf(prepositions)}(?!\\S)|^(?:it|they|this|that|these|those|we|you|i|he|she|there|here)\\b`,
  'i',
)

/**
 * The sentences of a paragraph with what their subjects stand for: "It starts fast" after "A container is a process" is
 * "A container starts fast". A pronoun stays where the sentence before it has no short subject of its number.
 */
export function resolveReferences(sentences: readonly Sentence[]): Sentence[] {
  let subject: Subject | undefined
  return sentences.map((sentence) => {
    const changed = withSubject(withoutReason(sentence), subject)
    const resolved = changed === sentence ? sentence : { ...changed, original: sentence }
    subject = subjectOf(resolved) ?? (PRONOUN.test(resolved.plain) ? subject : undefined)
    return resolved
  })
}

/** What a sentence is about: a short name. */
interface Subject {
  nodes: PhrasingContent[]
  isPlural: boolean
}

/** "This means that it starts" says that it starts. */
function withoutReason(sentence: Sentence): Sentence {
  return withText(sentence, sentence.text.replace(REASON, ''))
}

/** "First, open the file" as "Open the file". */
export function asStep(sentence: Sentence): Sentence {
  const step = withText(sentence, withoutStepWord(sentence.text))
  return step === sentence ? sentence : { ...step, original: sentence.original ?? sentence }
}

/** A sentence with the rest of its text, which begins with a capital letter. */
function withText(sentence: Sentence, rest: string): Sentence {
  if (rest === sentence.text)
    return sentence
  const text = rest.replace(/^\p{Ll}/u, letter => letter.toUpperCase())
  const plain = sentence.inline.plain(rest)
  // A text of its own would lose the marks of the paragraph, which stand in its Inline.
  return text === rest
    ? { ...sentence, text: rest, plain, words: numberOfWords(plain) }
    : fromNodes(sentence.inline.restore(text))
}

function withSubject(sentence: Sentence, subject: Subject | undefined): Sentence {
  const [pronoun, word] = PRONOUN.exec(sentence.text) ?? []
  if (!pronoun || !subject || subject.isPlural !== (word === 'They'))
    return sentence
  const rest = sentence.inline.restore(sentence.text.slice(pronoun.length))
  return fromNodes([...subject.nodes, { type: 'text', value: ' ' }, ...rest])
}

function fromNodes(nodes: readonly PhrasingContent[]): Sentence {
  const inline = new Inline(nodes)
  const plain = inline.plain(inline.text)
  return { inline, text: inline.text, plain, words: numberOfWords(plain) }
}

/** What a sentence begins with, before its verb, where that is a short name of something. */
export function subjectOf({ inline, text }: Sentence): Subject | undefined {
  const shown = text.replace(TOKEN, character => inline.tokenOf(character)?.kind === 'node' ? character : '')
  const [, name = '', verb = ''] = VERB.exec(shown) ?? []
  const plain = inline.plain(name)
  const isName = !NO_NAME.test(plain) && !OPEN_END.test(plain)
  if (!name || numberOfWords(plain) > MAX_WORDS || !isName || !text.startsWith(name))
    return undefined
  const isPlural = PLURAL.test(verb) || (!SINGULAR.test(verb) && /[^su]s$/.test(plain))
  return { nodes: inline.restore(name), isPlural }
}
