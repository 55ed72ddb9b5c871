import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { UserError } from '../../../src/core/errors.ts'
import { decode } from '../../../src/generate/read/decode.ts'
import { readDocument } from '../../../src/generate/read/read-document.ts'

const text = '# Größe\n\nŻółw — “naïve” 日本\n'
const utf16be = Buffer.from(text, 'utf16le').swap16()

it.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${text}`)],
  ['CRLF', Buffer.from(text.replaceAll('\n', '\r\n'))],
  ['CR alone', Buffer.from(text.replaceAll('\n', '\r'))],
  ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ['UTF-16 LE without one', Buffer.from(text, 'utf16le')],
  ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xFE, 0xFF]), utf16be])],
  ['UTF-16 BE without one', utf16be],
])('decodes %s', (_, bytes) => {
  expect(decode(bytes, 'a.md')).toBe(text)
})

it('decodes Latin-1 and the quotation marks of Windows', () => {
  expect(decode(Buffer.from([0x47, 0x72, 0xF6, 0xDF, 0x65, 0x20, 0x93, 0x61, 0x94]), 'a.txt')).toBe('Größe “a”')
})

it('takes out the NUL bytes that a program has left in a long text', () => {
  const long = 'Owls hear well. '.repeat(200)
  expect(decode(Buffer.from(`${long}\0${long}`), 'a.html')).toBe(long + long)
})

it.each([
  ['empty', Buffer.alloc(0)],
  ['white space alone', Buffer.from(' \n\t\n')],
  ['a picture', Buffer.from([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D])],
  ['control characters', Buffer.from('a\u0001\u0002\u0003b\u0004\u0005')],
])('refuses what is %s in one sentence', (_, bytes) => {
  let message = ''
  try {
    readDocument({ file: '/a.md', bytes })
  }
  catch (error) {
    expect(error).toBeInstanceOf(UserError)
    message = (error as UserError).message
  }
  expect(message).toMatch(/^This (?:document is empty|is no text document: .*)\.$/)
})

it('refuses a document that nests without end, but reads one that nests deep', () => {
  const nested = (depth: number) => ({ file: '/a.html', bytes: Buffer.from(`<html><body>${'<div>'.repeat(depth)}text`) })
  expect(readDocument(nested(50)).root.children).toHaveLength(1)
  expect(() => readDocument(nested(100_000))).toThrowErrorMatchingInlineSnapshot(`[UserError: This document nests its parts too deep to be read.]`)
})

it('refuses a table for which there would be no memory', () => {
  const bytes = Buffer.from(`# Owls\n\n| a | b |\n| - | - |\n${`| owl | ${'raven '.repeat(200)}|\n`.repeat(5500)}`)
  expect(() => readDocument({ file: '/a.md', bytes })).toThrowError('has 7 MB without a heading or a new block; 6 MB are the most')
})

it('reads every part of a page that has very many side by side', () => {
  const bytes = Buffer.from(`<html><body><main>${'<b>a</b> b<p>c'.repeat(4000)}`)
  expect(readDocument({ file: '/a.html', bytes }).root.children).toHaveLength(4001)
})

it('keeps what looks like marks of the reader', () => {
  const document = readDocument({ file: '/a.md', bytes: Buffer.from('a \uFDD1 b \uFDD17\uFDD2 c') })
  expect(document.root.children).toMatchObject([{ type: 'paragraph', children: [{ type: 'text', value: 'a \uFFFD b \uFFFD7\uFFFD c' }] }])
})
