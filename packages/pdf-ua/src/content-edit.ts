import { Buffer } from 'node:buffer'

/** What a content stream has between two offsets is replaced by a text; equal offsets insert it. */
export interface ContentEdit { from: number, to: number, text: string }

/** A content stream with these edits, which are in order and do not overlap. */
export function editContent(bytes: Uint8Array, edits: readonly ContentEdit[]): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (const { from, to, text } of edits) {
    parts.push(bytes.subarray(at, from), Buffer.from(text))
    at = to
  }
  parts.push(bytes.subarray(at))
  return new Uint8Array(Buffer.concat(parts))
}
