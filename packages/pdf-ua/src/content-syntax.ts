// Where the tokens of PDF syntax end.
// Each function takes the offset at which a token begins and returns the offset after it.

const SPACE = 1
const DELIMITER = 2
const KIND = new Uint8Array(256)
for (const byte of [0, 9, 10, 12, 13, 32])
  KIND[byte] = SPACE
for (const char of '()<>[]{}/%')
  KIND[char.charCodeAt(0)] = DELIMITER

export const isSpace = (byte: number): boolean => KIND[byte] === SPACE
export const isDelimiter = (byte: number): boolean => KIND[byte] === DELIMITER

/** After white space and comments. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  while (at < bytes.length) {
    if (bytes[at] === 0x25) {
      while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13)
        at++
    }
    else if (KIND[bytes[at]!] === SPACE) {
      at++
    }
    else {
      break
    }
  }
  return at
}

/** After a run of regular characters: a name without its slash, a number, an operator. */
export function skipWord(bytes: Uint8Array, at: number): number {
  while (at < bytes.length && KIND[bytes[at]!] === 0)
    at++
  return at
}

/** After `(…)`, in which brackets nest and a backslash takes the next character with it. */
function skipLiteral(bytes: Uint8Array, at: number): number {
  let depth = 0
  for (; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x5C)
      at++
    else if (byte === 0x28)
      depth++
    else if (byte === 0x29 && --depth === 0)
      return at + 1
  }
  return bytes.length
}

/** After `<…>`. */
function skipHex(bytes: Uint8Array, at: number): number {
  const end = bytes.indexOf(0x3E, at)
  return end < 0 ? bytes.length : end + 1
}

/** After `[…]`. */
function skipArray(bytes: Uint8Array, at: number): number {
  return skipNested(bytes, at + 1, at => bytes[at] === 0x5D ? 1 : 0)
}

/** After `<<…>>`. */
function skipDict(bytes: Uint8Array, at: number): number {
  return skipNested(bytes, at + 2, at => bytes[at] === 0x3E && bytes[at + 1] === 0x3E ? 2 : 0)
}

function skipNested(bytes: Uint8Array, at: number, closes: (at: number) => number): number {
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, at)) {
    const length = closes(at)
    if (length)
      return at + length
    at = skipBracketed(bytes, at) ?? Math.max(at + 1, skipWord(bytes, at))
  }
  return bytes.length
}

/** After a string, an array or a dictionary; undefined where none of them begins. */
export function skipBracketed(bytes: Uint8Array, at: number): number | undefined {
  switch (bytes[at]) {
    case 0x28: return skipLiteral(bytes, at)
    case 0x5B: return skipArray(bytes, at)
    case 0x3C: return bytes[at + 1] === 0x3C ? skipDict(bytes, at) : skipHex(bytes, at)
    default: return undefined
  }
}

const ESCAPES: Record<number, number> = { 0x6E: 10, 0x72: 13, 0x74: 9, 0x62: 8, 0x66: 12 }

/** The bytes that a written string, `(…)` or `<…>`, stands for; none for any other token. */
export function decodeString(written: Uint8Array): Uint8Array {
  if (written[0] === 0x28)
    return decodeLiteral(written)
  return written[0] === 0x3C && written[1] !== 0x3C ? decodeHex(written) : new Uint8Array()
}

function decodeHex(written: Uint8Array): Uint8Array {
  const digits: number[] = []
  for (const byte of written) {
    const digit = hexDigit(byte)
    if (digit !== undefined)
      digits.push(digit)
  }
  const length = Math.ceil(digits.length / 2)
  return Uint8Array.from({ length }, (_, i) => digits[i * 2]! * 16 + (digits[i * 2 + 1] ?? 0))
}

function hexDigit(byte: number): number | undefined {
  if (byte >= 0x30 && byte <= 0x39)
    return byte - 0x30
  const lower = byte | 0x20
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : undefined
}

function decodeLiteral(written: Uint8Array): Uint8Array {
  const out: number[] = []
  const last = written.at(-1) === 0x29 ? written.length - 1 : written.length
  for (let at = 1; at < last; at++) {
    let byte = written[at]!
    if (byte === 13) { // any end of line counts as a line feed
      out.push(10)
      at += written[at + 1] === 10 ? 1 : 0
      continue
    }
    if (byte !== 0x5C) {
      out.push(byte)
      continue
    }
    byte = written[++at]!
    if (byte >= 0x30 && byte <= 0x37) {
      let code = 0
      const stop = Math.min(at + 3, last)
      while (at < stop && written[at]! >= 0x30 && written[at]! <= 0x37)
        code = code * 8 + written[at++]! - 0x30
      at--
      out.push(code & 255)
    }
    else if (byte === 13 || byte === 10) { // a line that goes on
      at += byte === 13 && written[at + 1] === 10 ? 1 : 0
    }
    else {
      out.push(ESCAPES[byte] ?? byte)
    }
  }
  return Uint8Array.from(out)
}
