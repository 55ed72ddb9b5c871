import { describe, expect, it } from 'vitest'
import { ownLanguages, speak, wordsIn } from '../../src/language/languages.ts'
import { around } from '../../src/language/say.ts'
import { en } from '../../src/language/words/en.ts'

type Text = string | Record<string, string>

/** Every text of a table by its part and key. */
function textsOf(words: object): [key: string, text: Text][] {
  return Object.entries(words).flatMap(([part, texts]) =>
    Object.entries(texts as Record<string, Text>).map(([key, text]): [string, Text] => [`${part}.${key}`, text]))
}

function namesIn(text: string): string[] {
  return Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name!).sort()
}

const formsOf = (text: Text) => typeof text === 'string' ? { other: text } : text
const english = new Map(textsOf(en))

describe.each(ownLanguages)('what Docent says in %s', (language) => {
  const texts = textsOf(wordsIn(language).words)

  it('has a text for each in English, and none is empty', () => {
    expect(texts.map(([key]) => key).sort()).toEqual([...english.keys()].sort())
    expect(texts.flatMap(([key, text]) => Object.values(formsOf(text)).some(form => !form.trim()) ? [key] : [])).toEqual([])
  })

  it('names the same values as English', () => {
    const wrong = texts.filter(([key, text]) =>
      namesIn(formsOf(text).other!).join() !== namesIn(formsOf(english.get(key)!).other!).join())
    expect(wrong).toEqual([])
  })

  it('has a form for each number that its grammar tells apart, wherever it has forms', () => {
    const rules = new Intl.PluralRules(language)
    const asked = new Set(Array.from({ length: 200 }, (_, number) => rules.select(number)))
    const without = texts.filter(([, text]) => typeof text !== 'string' && [...asked].some(form => !text[form]))
    expect(without.map(([key]) => key)).toEqual([])
  })

  it('is not English', () => {
    const sentences = texts.filter(([key, text]) => language !== 'en'
      && namesIn(formsOf(text).other!).length < 2
      && /\S \S/.test(formsOf(text).other!.replace(/[({]*\{\w+\}[)}]*/g, ''))
      && JSON.stringify(text) === JSON.stringify(english.get(key)))
    expect(sentences).toEqual([])
  })
})

it('says numbers in the form that they ask for', () => {
  const slides = (language: string, n: number) => speak(language, 'lengths')('slides', { n })
  expect([1, 2].map(n => slides('en', n))).toEqual(['1 slide', '2 slides'])
  expect([1, 2, 5, 11].map(n => slides('ar', n))).toEqual(['شريحة واحدة', 'شريحتان', '5 شرائح', '11 شريحة'])
  expect(slides('ja', 3)).toBe('スライド 3 枚')
  expect(speak('de', 'lengths')('aboutMinutes', { n: 2.5 })).toBe('etwa 2,5 Min.')
})

it('takes the language of a region, and English for those it does not speak', () => {
  expect(speak('de-AT', 'pages')('notFound')).toBe('Nicht gefunden')
  expect(wordsIn('pt-BR').language).toBe('pt-BR')
  expect(wordsIn('it')).toEqual({ language: 'en', words: en })
  expect(wordsIn('de_AT and more').language).toBe('en')
})

it('leaves the place of a value open for an element', () => {
  expect(around(speak('en', 'pages')('moved', { course: '|' }), '|')).toEqual([
    'It may have moved with a lecture. All lectures are on the page of ',
    '.',
  ])
})
