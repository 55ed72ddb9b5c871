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
  /** The code of a space, where it has one. */
  space?: number
}

const name = PDFName.of

/** Reads a font of a page's resources. */
export function readFont(dict: PDFDict): Font {
  const type = dict.get(name('Subtype'))
  if (type === name('Type0'))
    return readCompositeFont(dict)
  const isType3 = type === name('Type3')
  return {
    ...describeFont(dict, dict),
    embedded: isType3 || isEmbedded(dict),
    codeBytes: 1,
    width: readSimpleWidths(dict, isType3),
    missing: isType3 ? readMissing(dict) : () => false,
  }
}

function readCompositeFont(dict: PDFDict): Font {
  const descendant = dict.lookupMaybe(name('DescendantFonts'), PDFArray)?.lookupMaybe(0, PDFDict)
  return {
    ...describeFont(dict, descendant),
    embedded: isEmbedded(descendant),
    codeBytes: 2,
    width: readCompositeWidths(descendant),
    missing: code => code === 0,
  }
}

/** What is in the dictionary of every font; `described` is the one with the descriptor. */
function describeFont(dict: PDFDict, described: PDFDict | undefined): Pick<Font, 'name' | 'text' | 'space'> {
  const toUnicode = dict.lookup(name('ToUnicode'))
  const map = toUnicode instanceof PDFStream ? readUnicodeMap(readStream(toUnicode)) : new Map<number, string>()
  const fontName = descriptorOf(described)?.get(name('FontName'))
    ?? dict.get(name('BaseFont'))
    ?? dict.get(name('Name'))
  return {
    // Of a font that is embedded in part the name has six letters in front.
    name: String(fontName ?? 'Type 3').replace(/^\/([A-Z]{6}\+)?/, ''),
    text: code => map.get(code),
    space: [...map].find(([, text]) => text === ' ')?.[0],
  }
}

function descriptorOf(dict: PDFDict | undefined): PDFDict | undefined {
  return dict?.lookupMaybe(name('FontDescriptor'), PDFDict)
}

function isEmbedded(dict: PDFDict | undefined): boolean {
  const descriptor = descriptorOf(dict)
  return ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor?.has(name(key)))
}

function readSimpleWidths(dict: PDFDict, isType3: boolean): Font['width'] {
  const first = dict.lookupMaybe(name('FirstChar'), PDFNumber)?.asNumber() ?? 0
  const matrix = isType3 ? dict.lookupMaybe(name('FontMatrix'), PDFArray) : undefined
  const scale = matrix?.lookupMaybe(0, PDFNumber)?.asNumber() ?? 0.001
  const widths = numbers(dict.lookupMaybe(name('Widths'), PDFArray))
  return code => (widths[code - first] ?? 0) * scale
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
  const encoding = dict.lookupMaybe(name('Encoding'), PDFDict)
  const differences = encoding?.lookupMaybe(name('Differences'), PDFArray)
  const codes = new Set<number>()
  let code = 0
  for (const item of differences?.asArray() ?? []) {
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
