import { isDelimiter, isSpace, skipBracketed, skipSpace, skipWord } from './content-syntax.ts'
import { skipInlineImage } from './inline-image.ts'

const OPERAND_WORDS = new Set(['true', 'false', 'null'])
const latin1 = new TextDecoder('latin1')

/**
 * Reads a PDF content stream one operator at a time, without copying:
 * `next()` moves on, the fields tell what was read.
 * Operands stay bytes until they are asked for. A stream that breaks off ends the reading; it throws nothing.
 */
export class ContentReader {
  /** The operator just read. An inline image is one operator, `BI`, that ends after its `EI`. */
  operator = ''
  /** Offset of the first operand, or of the operator where it has none. */
  start = 0
  /** Offset after the operator. */
  end = 0
  /** Offsets of the operands, two for each: where it begins and ends. */
  private spans: number[] = []
  private words = new Map<number, string>()
  readonly bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  /** Reads on to the next operator; false at the end of the stream. */
  next(): boolean {
    const { bytes, spans } = this
    spans.length = 0
    for (let at = skipSpace(bytes, this.end); at < bytes.length; at = skipSpace(bytes, at)) {
      if (!spans.length)
        this.start = at
      const end = skipOperand(bytes, at)
      if (end > at) {
        spans.push(at, end)
        at = end
        continue
      }
      const wordEnd = skipWord(bytes, at)
      if (wordEnd === at) { // a stray bracket
        at++
        continue
      }
      const word = this.word(at, wordEnd)
      if (OPERAND_WORDS.has(word)) {
        spans.push(at, wordEnd)
        at = wordEnd
        continue
      }
      this.operator = word
      this.end = word === 'BI' ? skipInlineImage(bytes, wordEnd) : wordEnd
      return true
    }
    this.start = this.end = bytes.length
    this.operator = ''
    return false
  }

  get operands(): number {
    return this.spans.length / 2
  }

  /** The operand as a number; `NaN` where it is none. */
  number(index: number): number {
    return Number(this.raw(index) || Number.NaN)
  }

  /** The operand as a name without its slash, `#20` resolved; undefined where it is no name. */
  name(index: number): string | undefined {
    const raw = this.raw(index)
    if (raw[0] !== '/')
      return undefined
    return raw.slice(1).replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  }

  /** The operand as it is written. */
  raw(index: number): string {
    const from = this.spans[index * 2]
    return from === undefined ? '' : latin1.decode(this.bytes.subarray(from, this.spans[index * 2 + 1]))
  }

  /** Bytes of the operand as they are written. */
  span(index: number): Uint8Array {
    return this.bytes.subarray(this.spans[index * 2] ?? 0, this.spans[index * 2 + 1] ?? 0)
  }

  /** Operators are few and short, so each is made a string once. */
  private word(from: number, to: number): string {
    let key = 0
    for (let i = from; i < to && i < from + 4; i++)
      key = key * 256 + this.bytes[i]!
    if (to - from > 4)
      return latin1.decode(this.bytes.subarray(from, to))
    let word = this.words.get(key)
    if (word === undefined)
      this.words.set(key, word = latin1.decode(this.bytes.subarray(from, to)))
    return word
  }
}

/** Offset after the operand that begins at `at`, or `at` where none does. */
function skipOperand(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]!
  if ((byte >= 0x30 && byte <= 0x39) || byte === 0x2D || byte === 0x2E || byte === 0x2B) {
    let end = at + 1
    while (end < bytes.length && !isSpace(bytes[end]!) && !isDelimiter(bytes[end]!))
      end++
    return end
  }
  if (byte === 0x2F)
    return skipWord(bytes, at + 1)
  return skipBracketed(bytes, at) ?? at
}
