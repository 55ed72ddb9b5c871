import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import { readStream } from './streams.ts'
import { readUnicodeMap } from './unicode-map.ts'

/** What is needed of a font to read text: which characters its codes stand for, and how wide they are. */
export interface Font {
  name: string
  /** Whether the file carries the letters' shapes. */
  embedded: boolean
  /** Bytes of a character code. */
  codeBytes: 1 | 2
  /** The text of a code; undefined where the font does not say. */
  text: (code: number) => string | undefined
  /** How far a code moves on, as a part of the font size. */
  width: (code: number) => number
  /** Whether the code draws the box of a missing letter. */
  missing: (code: number) => boolean
}

const name = PDFName.of

/** Reads a font of a page's resources. */
export function readFont(dict: PDFDict): Font {
  const toUnicode = dict.lookup(name('ToUnicode'))
  const map = toUnicode instanceof PDFStream ? readUnicodeMap(readStream(toUnicode)) : new Map<number, string>()
  const composite = dict.get(name('Subtype')) === name('Type0')
  const described = composite ? dict.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict) : dict
  const type3 = dict.get(name('Subtype')) === name('Type3')
  const descriptor = described?.lookupMaybe(name('FontDescriptor'), PDFDict)
  return {
    name: (descriptor?.get(name('FontName')) ?? dict.get(name('BaseFont')) ?? dict.get(name('Name')) ?? 'Type 3').toString().replace(/^\/([A-Z]{6}\+)?/, ''),
    embedded: type3 || ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor?.has(name(key))),
    codeBytes: composite ? 2 : 1,
    text: code => map.get(code),
    width: composite ? readCompositeWidths(described) : readSimpleWidths(dict, type3),
    missing: composite ? code => code === 0 : type3 ? readMissing(dict) : () => false,
  }
}

function readSimpleWidths(dict: PDFDict, type3: boolean): Font['width'] {
  const widths = dict.lookupMaybe(name('Widths'), PDFArray)
  const first = dict.lookupMaybe(name('FirstChar'), PDFNumber)?.asNumber() ?? 0
  const scale = type3 ? dict.lookupMaybe(name('FontMatrix'), PDFArray)?.lookupMaybe(0, PDFNumber)?.asNumber() ?? 0.001 : 0.001
  const values = numbers(widths)
  return code => (values[code - first] ?? 0) * scale
}

/** `W` of a composite font: runs of `first [w …]` and of `first last w`. */
function readCompositeWidths(dict: PDFDict | undefined): Font['width'] {
  const widths = new Map<number, number>()
  const list = dict?.lookupMaybe(name('W'), PDFArray)
  const size = list?.size() ?? 0
  for (let i = 0; i < size;) {
    const first = list!.lookup(i, PDFNumber).asNumber()
    const next = list!.lookup(i + 1)
    if (next instanceof PDFArray) {
      numbers(next).forEach((width, offset) => widths.set(first + offset, width))
      i += 2
      continue
    }
    const last = next instanceof PDFNumber ? next.asNumber() : first
    const width = list!.lookupMaybe(i + 2, PDFNumber)?.asNumber() ?? 0
    for (let code = first; code <= Math.min(last, 0xFFFF); code++)
      widths.set(code, width)
    i += 3
  }
  const usual = dict?.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000
  return code => (widths.get(code) ?? usual) / 1000
}

/** Chromium writes variable fonts as Type 3, in which the box of a missing letter is the glyph `g0`. */
function readMissing(dict: PDFDict): Font['missing'] {
  const differences = dict.lookupMaybe(name('Encoding'), PDFDict)?.lookupMaybe(name('Differences'), PDFArray)?.asArray() ?? []
  const codes = new Set<number>()
  let code = 0
  for (const item of differences) {
    if (item instanceof PDFNumber)
      code = item.asNumber()
    else if (item === name('g0'))
      codes.add(code++)
    else
      code++
  }
  return code => codes.has(code)
}

function numbers(list: PDFArray | undefined): number[] {
  return Array.from({ length: list?.size() ?? 0 }, (_, i) => list!.lookupMaybe(i, PDFNumber)?.asNumber() ?? 0)
}
