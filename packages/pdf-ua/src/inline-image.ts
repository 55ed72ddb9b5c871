import { isDelimiter, isSpace, skipBracketed, skipSpace, skipWord } from './content-syntax.ts'

const latin1 = new TextDecoder('latin1')

/** Values of a pixel, by the color space as it is written. */
const COMPONENTS: Record<string, number> = {
  DeviceGray: 1,
  G: 1,
  CalGray: 1,
  Indexed: 1,
  I: 1,
  DeviceRGB: 3,
  RGB: 3,
  CalRGB: 3,
  Lab: 3,
  DeviceCMYK: 4,
  CMYK: 4,
}

/**
 * Offset after the `EI` of an inline image whose `BI` ends at `at`. The data may hold any bytes, so its length is
 * computed where no filter hides it; else the first `EI` counts that content can follow.
 */
export function skipInlineImage(bytes: Uint8Array, at: number): number {
  const entries = new Map<string, string>()
  for (at = skipSpace(bytes, at); at < bytes.length; at = skipSpace(bytes, at)) {
    const key = readToken(bytes, at)
    at += Math.max(1, key.length)
    if (key === 'ID')
      break
    at = skipSpace(bytes, at)
    const value = readToken(bytes, at)
    at += Math.max(1, value.length)
    entries.set(key, value)
  }
  const data = at + 1 // one white space after ID
  const from = data + (dataLength(entries) ?? 0)
  for (let end = from; end < bytes.length; end++) {
    if (bytes[end] !== 0x45 || bytes[end + 1] !== 0x49)
      continue
    if ((end === from || isSpace(bytes[end - 1]!)) && endsThere(bytes, end + 2))
      return end + 2
  }
  return bytes.length
}

function dataLength(entries: Map<string, string>): number | undefined {
  const get = (...keys: string[]) => keys.map(key => entries.get(key)).find(value => value !== undefined)
  const given = Number(get('/L', '/Length'))
  if (given > 0)
    return given
  const filter = get('/F', '/Filter')
  if (filter !== undefined && !/^\[\s*\]$/.test(filter))
    return undefined
  const isMask = get('/IM', '/ImageMask') === 'true'
  const space = get('/CS', '/ColorSpace') ?? '/G'
  const components = isMask ? 1 : COMPONENTS[/\/(\w+)/.exec(space)?.[1] ?? '']
  const bits = isMask ? 1 : Number(get('/BPC', '/BitsPerComponent') ?? 8)
  const [width, height] = [Number(get('/W', '/Width')), Number(get('/H', '/Height'))]
  return components && width > 0 && height > 0 ? Math.ceil(width * components * bits / 8) * height : undefined
}

/** Whether content goes on at `at`: white space or the end, then nothing but plain characters for a while. */
function endsThere(bytes: Uint8Array, at: number): boolean {
  if (at < bytes.length && !isSpace(bytes[at]!) && !isDelimiter(bytes[at]!))
    return false
  return bytes.subarray(at, at + 12).every(byte => byte < 0x7F && (byte >= 0x20 || isSpace(byte)))
}

function readToken(bytes: Uint8Array, at: number): string {
  const isName = bytes[at] === 0x2F
  const end = skipBracketed(bytes, at) ?? skipWord(bytes, isName ? at + 1 : at)
  return latin1.decode(bytes.subarray(at, end))
}
