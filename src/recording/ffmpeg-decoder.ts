import type { Buffer } from 'node:buffer'
import type { Decoder, FrameOptions } from './decoder.ts'
import { runFfmpeg } from './ffmpeg.ts'

/** Decodes a video with ffmpeg, which scales and cuts its frames. */
export function ffmpegDecoder(ffmpeg: string, file: string): Decoder {
  return {
    async* frames({ from = 0, only, rate, box, width, height }: FrameOptions) {
      const cut = box
        ? [`crop=${[part('iw', box.width), part('ih', box.height), part('iw', box.x), part('ih', box.y)].join(':')}`]
        : []
      const every = only ? [] : [`fps=${rate}:start_time=0`]
      // Grey first: of colored frames only even pixels can be cut.
      const filters = [...every, 'format=gray', ...cut, `scale=${width}:${height}:flags=area`]
      const args = [
        ...only === 'near' ? ['-skip_frame', 'nokey', '-noaccurate_seek'] : [],
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

function part(of: 'iw' | 'ih', value: number): string {
  return `round(${of}*${value.toFixed(5)})`
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
