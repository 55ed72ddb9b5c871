import { ContentReader } from './content-reader.ts'
import { decodeString } from './content-syntax.ts'

const utf16 = new TextDecoder('utf-16be')

/**
 * Reads a `ToUnicode` map: what text each character code stands for.
 * Codes that the map does not name are missing.
 */
export function readUnicodeMap(bytes: Uint8Array): Map<number, string> {
  const map = new Map<number, string>()
  const reader = new ContentReader(bytes)
  while (reader.next()) {
    if (reader.operator === 'endbfchar') {
      for (let i = 0; i + 1 < reader.operands; i += 2)
        map.set(toNumber(decodeString(reader.span(i))), utf16.decode(decodeString(reader.span(i + 1))))
    }
    else if (reader.operator === 'endbfrange') {
      for (let i = 0; i + 2 < reader.operands; i += 3) {
        const [from, to] = [reader.span(i), reader.span(i + 1)].map(code => toNumber(decodeString(code)))
        addRange(map, from!, to!, reader.span(i + 2))
      }
    }
  }
  return map
}

function addRange(map: Map<number, string>, from: number, to: number, target: Uint8Array): void {
  if (to - from > 0xFFFF)
    return
  if (target[0] === 0x5B) {
    const texts = latin1(target).match(/<[^>]*>/g) ?? []
    for (const [i, text] of texts.slice(0, to - from + 1).entries())
      map.set(from + i, utf16.decode(decodeString(new TextEncoder().encode(text))))
    return
  }
  const first = decodeString(target)
  for (let code = from; code <= to; code++) {
    const text = first.slice()
    const low = text.length - 2
    const unit = (text[low]! << 8) + text[low + 1]! + code - from
    text[low] = unit >> 8
    text[low + 1] = unit & 255
    map.set(code, utf16.decode(text))
  }
}

function toNumber(bytes: Uint8Array): number {
  return bytes.reduce((sum, byte) => sum * 256 + byte, 0)
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
