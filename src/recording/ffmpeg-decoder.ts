import type { Buffer } from 'node:buffer'
import type { Decoder, FrameBox, FrameOptions } from './decoder.ts'
import { runFfmpeg } from './ffmpeg.ts'

/** Frames a second of a recording from which on enough are left without those on which no others are built. */
const MANY = 24

/**
 * Decodes a video with ffmpeg, which scales and cuts its frames.
 * @param framesPerSecond of the video, as far as it is known
 */
export function ffmpegDecoder(ffmpeg: string, file: string, framesPerSecond = 0): Decoder {
  return {
    async* frames({ from = 0, only, rate, box, width, height }: FrameOptions) {
      const cut = box
        ? [`crop=${sides(box).join(':')}:exact=1`]
        : []
      const every = only ? [] : [`fps=${rate}:start_time=0`]
      const filters = [...every, ...cut, `scale=${width}:${height}:flags=area`, 'format=gray']
      const args = [
        ...only === 'near' ? ['-skip_frame', 'nokey', '-noaccurate_seek'] : [],
        // Decoding takes most of the time; the frames that are left out are half of them and more.
        ...!only && framesPerSecond >= MANY ? ['-skip_frame', 'noref'] : [],
        ...from ? ['-ss', String(from)] : [],
        ...['-i', file, '-map', '0:v:0', '-an', '-sn', '-dn'],
        ...only ? ['-frames:v', '1'] : [],
        ...['-vf', filters.join(','), '-f', 'rawvideo', '-pix_fmt', 'gray', '-'],
      ]
      let number = 0
      for await (const data of inPieces(runFfmpeg(ffmpeg, args), width * height))
        yield { time: from + number++ / rate, data }
    },
  }
}

/** Width, height, left and top of a part of a frame, in pixels. */
function sides({ x, y, width, height }: FrameBox): string[] {
  const across = [width, x].map(part => `round(iw*${part.toFixed(5)})`)
  const down = [height, y].map(part => `round(ih*${part.toFixed(5)})`)
  return [across[0]!, down[0]!, across[1]!, down[1]!]
}

/** Bytes that come in any pieces, in pieces of one size. */
async function* inPieces(stream: AsyncIterable<Buffer>, size: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(size)
  let filled = 0
  for await (const bytes of stream) {
    for (let at = 0; at < bytes.length;) {
      const taken = Math.min(size - filled, bytes.length - at)
      piece.set(bytes.subarray(at, at + taken), filled)
      filled += taken
      at += taken
      if (filled === size) {
        yield piece
        piece = new Uint8Array(size)
        filled = 0
      }
    }
  }
}
