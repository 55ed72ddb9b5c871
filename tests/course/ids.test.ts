import { describe, expect, it } from 'vitest'
import { assignIds, idFromTitle, idProblem, lectureSlug, slugProblem } from '../../src/course/ids.ts'

describe('slide ids', () => {
  it.each([
    ['What is a kernel? 🍿', 'what-is-a-kernel'],
    ['Linux, macOS & Windows', 'linux-macos-windows'],
    ['Größe und Maß', 'größe-und-maß'],
    ['カーネルとは', 'カーネルとは'],
    ['42', 'slide-42'],
    ['Overview', 'slide-overview'],
    ['🍿', 'slide'],
    ['A title that is so long that nobody would ever want to see all of it in an address', 'a-title-that-is-so-long-that-nobody-would-ever-want-to-see'],
  ])('%s → %s', (title, id) => expect(idFromTitle(title)).toBe(id))

  it('are unique in a lecture, and explicit ones are never taken away', () => {
    expect(assignIds([{ title: 'Same' }, { title: 'Same' }, { id: 'same-2', title: 'Other' }, { title: 'Same' }])).toEqual(['same', 'same-3', 'same-2', 'same-4'])
  })

  it.each(['12', 'a b', '-a', 'presenter', ''])('cannot be "%s"', id => expect(idProblem(id)).toBeTypeOf('string'))
})

describe('lecture slugs', () => {
  it('are the file names without number', () => {
    expect(['01-what-is.md', '2_b.md', 'plain.md'].map(lectureSlug)).toEqual(['what-is', 'b', 'plain'])
  })

  it('leave the site\'s own names alone', () => {
    expect(slugProblem('assets')).toContain('files of its own')
  })
})
