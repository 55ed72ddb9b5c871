import { UserError } from '../../core/errors.ts'

/**
 * The text of a document with LF line ends and without a byte order mark.
 * Reads UTF-8, UTF-16 of either order (with or without a mark) and, where the bytes are neither, Windows-1252.
 * @throws UserError for an empty document, and for one that is no text
 */
export function decode(bytes: Uint8Array, file: string): string {
  const text = decodeAs(encodingOf(bytes), bytes).replace(/\r\n?|\u2028|\u2029/g, '\n')
  const refuse = (why: string) => {
    throw new UserError(`This is no text document: ${why}.`, 'Give a Markdown, HTML or text file.', { file })
  }
  if (hasManyNuls(text))
    refuse('it holds NUL bytes')
  if (hasManyControls(text))
    refuse('it is full of control characters')
  if (!text.trim())
    throw new UserError('This document is empty.', 'Give a document with text in it.', { file })
  return text.replaceAll('\0', '')
}

/** A text has a few of them by a mistake of the program that wrote it, a file that is no text has them everywhere. */
function hasManyNuls(text: string): boolean {
  const nuls = text.split('\0').length - 1
  return nuls > 0 && nuls > text.length / 2000
}

// What Windows has where Latin-1 has control characters, from 0x80 on. Releases of Node differ in whether they know.
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding).decode(bytes)
  return encoding === 'windows-1252' ? text.replace(/[\u0080-\u009F]/g, inWindows) : text
}

function inWindows(character: string): string {
  return WINDOWS[character.charCodeAt(0) - 0x80]!
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xFF && bytes[1] === 0xFE)
    return 'utf-16le'
  if (bytes[0] === 0xFE && bytes[1] === 0xFF)
    return 'utf-16be'
  const utf16 = utf16WithoutMark(bytes)
  if (utf16)
    return utf16
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

/** Text in UTF-16 has its zero bytes on one side of each pair: in spaces, line ends and digits of any script. */
function utf16WithoutMark(bytes: Uint8Array): string | undefined {
  const size = Math.min(bytes.length & ~1, 4096)
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    even += Number(bytes[i] === 0)
    odd += Number(bytes[i + 1] === 0)
  }
  if (odd > size / 20 && even === 0)
    return 'utf-16le'
  if (even > size / 20 && odd === 0)
    return 'utf-16be'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  }
  catch {
    return false
  }
}

/** Characters below a space that text has: tabs, line ends, page breaks, and colours of a terminal. */
const TEXT_CONTROLS = new Set([9, 10, 12, 27])

/** More than one in twenty characters of the beginning is a control character that no text has. */
function hasManyControls(text: string): boolean {
  const beginning = text.slice(0, 8192)
  let controls = 0
  for (let i = 0; i < beginning.length; i++)
    controls += Number(isControl(beginning.charCodeAt(i)))
  return controls > beginning.length / 20
}

function isControl(code: number): boolean {
  if (code < 32)
    return !TEXT_CONTROLS.has(code)
  return (code >= 0x7F && code < 0xA0) || code === 0xFFFD
}
