import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { VideoFile } from './video-file.ts'
import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import { replaceFile } from '../core/output.ts'
import { FfmpegError, runFfmpeg } from './ffmpeg.ts'

/** Seconds after the first slide came at most: it has come in whole by then. */
const LATER = 4

/**
 * Makes the picture that stands for a recording until it plays: what it shows at the first slide of its lecture. One
 * that is there stays.
 * @param out path of the JPEG
 * @returns whether one was made
 */
export async function makePoster(
  { file, ffmpeg, length }: VideoFile & { ffmpeg: string },
  { cues }: Pick<RecordedTalk, 'cues'>,
  out: string,
): Promise<boolean> {
  if (existsSync(out))
    return false
  const [first, next] = cues
  const start = first?.start ?? 0
  const time = Math.min(start + LATER, (start + (next?.start ?? length)) / 2)
  const pieces: Uint8Array[] = []
  try {
    const told = runFfmpeg(ffmpeg, [
      ...['-ss', time.toFixed(3), '-i', file, '-map', '0:v:0', '-frames:v', '1'],
      ...['-vf', 'scale=\'min(1280,iw)\':-2', '-q:v', '4', '-f', 'image2pipe', '-c:v', 'mjpeg', '-'],
    ])
    for await (const piece of told)
      pieces.push(piece)
  }
  catch (error) {
    if (!(error instanceof FfmpegError))
      throw error
  }
  // The page has the picture of a slide in its place.
  if (!pieces.length)
    return false
  await replaceFile(out, Buffer.concat(pieces))
  return true
}
