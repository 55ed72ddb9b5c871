import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { wrapUntagged } from '../../packages/pdf-ua/src/artifacts.ts'

function wrap(content: string, tagged: string[] = []) {
  const wrapped = wrapUntagged(Buffer.from(content), { properties: () => undefined, isTagged: key => tagged.includes(key) })
  return wrapped && Buffer.from(wrapped).toString().replace(/\s+/g, ' ').trim()
}

describe('content outside the tags', () => {
  it('becomes an artifact from its path to its last stroke', () => {
    expect(wrap('q 1 w 0 0 m 9 9 l S 1 g 0 0 2 2 re f Q')).toBe('q 1 w /Artifact BMC 0 0 m 9 9 l S 1 g 0 0 2 2 re f EMC Q')
  })

  it('stays as it is where it is tagged or draws nothing', () => {
    expect(wrap('q /P <</MCID 0>> BDC 0 0 1 1 re f EMC Q')).toBeUndefined()
    expect(wrap('/Artifact BMC 0 0 1 1 re f EMC')).toBeUndefined()
    expect(wrap('q 0 0 9 9 re W n Q')).toBeUndefined()
  })

  it('is split where text objects and tags begin and end', () => {
    expect(wrap('1 1 1 1 re f BT /F 1 Tf (a) Tj ET 2 2 1 1 re f /P <</MCID 0>> BDC (b) Tj EMC S'))
      .toBe('/Artifact BMC 1 1 1 1 re f EMC BT /F 1 Tf /Artifact BMC (a) Tj EMC ET /Artifact BMC 2 2 1 1 re f EMC /P <</MCID 0>> BDC (b) Tj EMC /Artifact BMC S EMC')
  })

  it('counts as untagged in a sequence that has no id', () => {
    expect(wrap('BT /Span <</ActualText (x)>> BDC (a) Tj EMC ET')).toBe('BT /Span <</ActualText (x)>> BDC /Artifact BMC (a) Tj EMC EMC ET')
    expect(wrap('/P <</MCID 0>> BDC /Span <</ActualText (x)>> BDC (a) Tj EMC (b) Tj EMC')).toBeUndefined()
  })

  it('never wraps a form that holds tags', () => {
    expect(wrap('0 0 1 1 re f /Tagged Do 2 2 1 1 re f', ['Tagged'])).toBe('/Artifact BMC 0 0 1 1 re f EMC /Tagged Do /Artifact BMC 2 2 1 1 re f EMC')
    expect(wrap('/Plain Do')).toBe('/Artifact BMC /Plain Do EMC')
  })

  it('wraps pictures and shadings', () => {
    expect(wrap('q BI /W 1 /H 1 /BPC 8 /CS /G ID x\nEI Q')).toBe('q /Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID x EI EMC Q')
    expect(wrap('/Sh sh')).toBe('/Artifact BMC /Sh sh EMC')
  })
})
