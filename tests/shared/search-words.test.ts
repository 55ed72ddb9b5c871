import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { correctQuery, titleRank, withoutSpaces, withSpaces } from '../../src/shared/search-words.ts'
import { searchWords } from '../../src/site/search-words.ts'

const words = 'container kernel docker linux virtual image images efficient über naïve'.split(' ')

describe('a query', () => {
  it.each([
    ['contaner', 'container'],
    ['contianer', 'container'],
    ['kernle', 'kernel'],
    ['dockr', 'docker'],
    ['a Linxu virtaul machine', 'a linux virtual machine'],
    ['efficent', 'efficient'],
  ])('"%s" becomes "%s"', (query, corrected) => {
    expect(correctQuery(query, [...words, 'machine'])).toBe(corrected)
  })

  it.each(['container', 'Containers', 'contai', 'run', 'lnx', 'something quite different', 'ÜBER', '虚拟机器', 'c++ 2024', ''])('"%s" stays as it is', (query) => {
    expect(correctQuery(query, words)).toBeUndefined()
  })
})

it('a title that is what was asked for comes before one that has more', () => {
  const titles = ['Kernels of truth', 'The Linux kernel', 'What is a kernel?', 'What is a kernel? 🍿', 'What is a kernel for?', 'A container']
  expect(titles.map(title => titleRank(title, 'what is a kernel'))).toEqual([3, 3, 0, 0, 1, 3])
  expect(titles.map(title => titleRank(title, 'kernel'))).toEqual([1, 2, 2, 2, 2, 3])
})

it('what a search loads of a course of 111 lectures has less than 40 kB', () => {
  let seed = 7
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  const times = <T>(count: number, make: (place: number) => T) => Array.from({ length: count }, (_, place) => make(place))
  const word = () => times(3 + next(3), () => `${'bcdfghklmnprstvz'[next(16)]}${'aeiou'[next(5)]}`).join('')
  const vocabulary = times(20_000, word)
  // Few words are frequent, as in any text.
  const text = (length: number) => times(length, () => vocabulary[Math.floor(20_000 * (next(1000) / 1000) ** 4)]).join(' ')
  const lectures = times(111, i => ({ slug: `lecture-${i}`, number: i + 1, title: text(5) }))
  const slides = times(2400, () => ({ title: text(5), content: text(60) }))
  const known = searchWords(lectures, slides)
  expect(gzipSync(JSON.stringify(known)).length).toBeLessThan(40_000)
  expect(known.words.split(' ').slice(0, 100)).toContain(slides[0]!.title.split(' ')[0])
})

describe('a text without spaces', () => {
  it('is found by its words, and shown as it is written', () => {
    expect(withSpaces('カーネルの仕事とTCP接続')).toBe('カーネル の 仕事 とTCP接続')
    expect(withSpaces('The kernel')).toBe('The kernel')
    expect(withoutSpaces('カーネル の <mark>仕事</mark> を知る TCP also')).toBe('カーネルの<mark>仕事</mark>を知る TCP also')
  })
})
