import type { FileHandle } from 'node:fs/promises'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Endings of files that browsers play, as far as an ending says. */
export const playedFiles = {
  video: ['.mp4', '.m4v', '.webm', '.ogv'],
  audio: ['.mp3', '.m4a', '.aac', '.ogg', '.oga', '.opus', '.wav', '.flac'],
} as const satisfies Record<string, readonly string[]>
export type MediaKind = keyof typeof playedFiles

/** What a recording is by its ending; undefined where browsers do not play such a file. */
export function mediaKind(file: string): MediaKind | undefined {
  const ending = path.extname(file).toLowerCase()
  return (Object.keys(playedFiles) as MediaKind[]).find(kind =>
    (playedFiles[kind] as readonly string[]).includes(ending))
}

/** What a file says of itself. */
interface MediaFacts {
  /** Seconds. */
  duration?: number
  /** Whether it has no pictures. */
  isSoundAlone: boolean
  /** What its pictures are coded in, as people call it, where not every browser plays that. */
  unplayed?: string
}

/** Codes of pictures, and what they are called, which some or all browsers do not play. */
const UNPLAYED: readonly (readonly [RegExp, string])[] = [
  [/hev1|hvc1|hevc/i, 'HEVC (H.265)'],
  [/mp4v|mpeg4\/iso\/(?:asp|sp|ap)\b/i, 'MPEG-4 Part 2'],
  [/\bap(?:ch|cn|cs|co|4h|4x)\b|prores/i, 'ProRes'],
  [/mjp[ga]|jpeg/i, 'Motion JPEG'],
]

/**
 * Reads the length of a recording, and what it is.
 * @throws where it is no recording
 */
export async function mediaFacts(file: string): Promise<MediaFacts> {
  const { parseFile } = await import('music-metadata')
  const { format } = await parseFile(file, { duration: true, skipCovers: true })
  const codecs = format.trackInfo.map(({ codecName = '' }) => codecName)
  const [, unplayed] = UNPLAYED.find(([code]) => codecs.some(codec => code.test(codec))) ?? []
  return {
    duration: format.duration ?? await movieLength(file),
    isSoundAlone: format.hasAudio === true && format.hasVideo === false,
    unplayed,
  }
}

/** Seconds that an MP4 without sound says that it lasts. */
async function movieLength(file: string): Promise<number | undefined> {
  const handle = await fs.open(file)
  try {
    const movie = await findBox(handle, 'moov', { from: 0, to: (await handle.stat()).size })
    const head = movie && await findBox(handle, 'mvhd', movie)
    if (!head)
      return
    const bytes = await read(handle, head.from, 32)
    const [scale, length] = bytes[0] === 1
      ? [bytes.readUInt32BE(20), Number(bytes.readBigUInt64BE(24))]
      : [bytes.readUInt32BE(12), bytes.readUInt32BE(16)]
    return scale ? length / scale : undefined
  }
  finally {
    await handle.close()
  }
}

interface Part { from: number, to: number }

/** What is in the first box of a name, in a part of an MP4. */
async function findBox(handle: FileHandle, name: string, { from, to }: Part): Promise<Part | undefined> {
  for (let at = from; at + 8 <= to;) {
    const head = await read(handle, at, 16)
    const short = head.readUInt32BE(0)
    const size = short === 1 ? Number(head.readBigUInt64BE(8)) : short || to - at
    if (head.toString('latin1', 4, 8) === name)
      return { from: at + (short === 1 ? 16 : 8), to: at + size }
    if (size < 8)
      return
    at += size
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer
}
