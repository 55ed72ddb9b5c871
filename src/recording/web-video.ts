import type { VideoFile } from './video-file.ts'
import { rmSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { UserError } from '../core/errors.ts'
import { FfmpegError, runFfmpeg } from './ffmpeg.ts'

/** What ffmpeg is told of a stream that every browser plays, and to make one. */
const KEEP = ['-c:v', 'copy']
const ENCODE = [
  ...['-c:v', 'libx264', '-preset', 'medium', '-crf', '24', '-pix_fmt', 'yuv420p', '-profile:v', 'high'],
  // Key frames often enough to jump to a slide at once.
  ...['-g', '150', '-vf', 'scale=\'min(1920,iw)\':-2'],
]
const SOUND = ['-c:a', 'aac', '-b:a', '128k', '-ac', '2']

interface WebVideoOptions {
  video: VideoFile & { ffmpeg: string }
  /** Path of the MP4 that is made. */
  out: string
  /** Chapters as ffmpeg reads them. */
  chapters?: string
  /** Called with the seconds that are done. */
  onTime: (seconds: number) => void
}

/**
 * Makes an MP4 that browsers play, with chapters, whose pictures are kept as they are where browsers know them.
 * @returns whether the pictures were kept
 * @throws UserError where ffmpeg cannot do it; there is no half file then
 */
export async function makeWebVideo({ video, out, chapters, onTime }: WebVideoOptions): Promise<boolean> {
  const isKept = video.codec === 'h264' && video.isPlain === true
  await fs.mkdir(path.dirname(out), { recursive: true })
  const work = await fs.mkdtemp(path.join(path.dirname(out), `.${path.basename(out)}-${process.pid}-`))
  const remove = () => rmSync(work, { recursive: true, force: true })
  process.once('exit', remove)
  try {
    const made = path.join(work, 'video.mp4')
    const notes = path.join(work, 'chapters.txt')
    if (chapters)
      await fs.writeFile(notes, chapters)
    const told = runFfmpeg(video.ffmpeg, [
      ...['-i', video.file, ...chapters ? ['-i', notes, '-map_metadata', '1', '-map_chapters', '1'] : []],
      ...['-map', '0:v:0', '-map', '0:a:0?', ...isKept ? KEEP : ENCODE, ...SOUND],
      ...['-movflags', '+faststart', '-progress', 'pipe:1', made],
    ])
    let text = ''
    for await (const piece of told) {
      text = (text + piece.toString()).slice(-2000)
      const time = text.slice(text.lastIndexOf('out_time_ms=')).match(/^out_time_ms=(\d+)/)?.[1]
      if (time)
        onTime(Number(time) / 1e6)
    }
    await fs.rename(made, out)
    return isKept
  }
  catch (error) {
    if (!(error instanceof FfmpegError))
      throw error
    throw new UserError(
      `ffmpeg could not make a video for the web: ${error.message.split('\n').at(-1)}`,
      'Play the recording once to see whether it is whole, or make an MP4 of it with another program.',
      { file: video.file },
    )
  }
  finally {
    process.off('exit', remove)
    remove()
  }
}
