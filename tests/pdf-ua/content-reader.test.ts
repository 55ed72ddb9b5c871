import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ContentReader } from '../../packages/pdf-ua/src/content-reader.ts'
import { decodeString } from '../../packages/pdf-ua/src/content-syntax.ts'

function read(content: string | Uint8Array) {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content
  const reader = new ContentReader(bytes)
  const operations: string[] = []
  while (reader.next())
    operations.push([...Array.from({ length: reader.operands }, (_, i) => reader.raw(i)), reader.operator].join(' | '))
  return operations
}

const decode = (written: string) => Buffer.from(decodeString(Buffer.from(written, 'latin1'))).toString('latin1')

describe('content streams', () => {
  it('takes operators and operands apart where no space does', () => {
    expect(read('q 1 0 0 -1 .5 +3 cm/F5 12 Tf[(a)-250(b)]TJ<41>Tj/NonStruct<</MCID 0>>BDC f* EMC')).toEqual([
      'q',
      '1 | 0 | 0 | -1 | .5 | +3 | cm',
      '/F5 | 12 | Tf',
      '[(a)-250(b)] | TJ',
      '<41> | Tj',
      '/NonStruct | <</MCID 0>> | BDC',
      'f*',
      'EMC',
    ])
  })

  it('keeps operators that stand in strings, comments and dictionaries out of it', () => {
    expect(read('(BDC \\) ET (nested) EMC) Tj % /Artifact BMC\r/Span <</ActualText (>> BDC) /K [<< /A (]) >>] >> BDC')).toEqual([
      '(BDC \\) ET (nested) EMC) | Tj',
      '/Span | <</ActualText (>> BDC) /K [<< /A (]) >>] >> | BDC',
    ])
  })

  it('reads true, false and null as operands', () => {
    expect(read('/P <</X true>> DP true false null sc')).toEqual(['/P | <</X true>> | DP', 'true | false | null | sc'])
  })

  it('passes over the data of inline images, whatever they hold', () => {
    expect(read('q BI /W 4 /H 2 /BPC 8 /CS /G ID ab EI cd\nEI Q')).toEqual(['q', 'BI', 'Q'])
    expect(read(Buffer.concat([Buffer.from('BI /W 9 /H 9 /F /Fl ID x EI '), Buffer.from([200, 1]), Buffer.from(' y\nEI Q')]))).toEqual(['BI', 'Q'])
    expect(read('BI /W 10 /H 1 /IM true /D [1 0] ID EI\nEI S')).toEqual(['BI', 'S'])
    expect(read('BI /L 5 /F /DCT ID EI f \nEI S')).toEqual(['BI', 'S'])
  })

  it('ends with a stream that breaks off', () => {
    for (const broken of ['(never closed', '<41', '[ 1 2', '<</A', 'BI /W 1 ID', 'BI /W', '1 2 3', ')', '> ] }'])
      expect(read(`q ${broken}`)[0]).toBe('q')
  })

  it('reads names with escapes', () => {
    const reader = new ContentReader(Buffer.from('/A#20B Do'))
    reader.next()
    expect(reader.name(0)).toBe('A B')
  })

  it('decodes what strings stand for', () => {
    expect(decode('(a\\(b\\)\\\\(c))')).toBe('a(b)\\(c)')
    expect(decode('(\\101\\7z\\n\\r\\t\\q\\\nx\\\r\ny\r\nz)')).toBe('A\x07z\n\r\tqxy\nz')
    expect(decode('<48 65 6C6c 6>')).toBe('Hell`')
    expect(decode('/Name')).toBe('')
  })

  it('finds again what was written, for any bytes', () => {
    const literal = fc.uint8Array({ maxLength: 20 }).map((bytes) => {
      const escaped = Buffer.from(bytes).toString('latin1').replace(/[\\()]/g, '\\$&').replaceAll('\r', '\\r')
      return { written: `(${escaped})`, bytes }
    })
    const hex = fc.uint8Array({ maxLength: 20 }).map(bytes => ({ written: `<${Buffer.from(bytes).toString('hex')}>`, bytes }))
    fc.assert(fc.property(fc.array(fc.oneof(literal, hex), { maxLength: 8 }), fc.constantFrom(' ', '\n', '', '%x\n'), (strings, space) => {
      const reader = new ContentReader(Buffer.from(`q${space}${strings.map(({ written }) => written).join(space)} Tj Q`, 'latin1'))
      expect(reader.next() && reader.operator).toBe('q')
      expect(reader.next() && reader.operator).toBe('Tj')
      expect(strings.map((_, i) => [...decodeString(reader.span(i))])).toEqual(strings.map(({ bytes }) => [...bytes]))
      expect(reader.next() && reader.operator).toBe('Q')
      expect(reader.next()).toBe(false)
    }))
  })

  it('never hangs, whatever it is given', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      read(bytes)
    }), { numRuns: 500 })
  })
})
