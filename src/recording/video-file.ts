import type { Decoder } from './decoder.ts'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { displayPath, UserError } from '../core/errors.ts'
import { browserDecoder } from './browser-decoder.ts'
import { ffmpegDecoder } from './ffmpeg-decoder.ts'
import { findFfmpeg } from './ffmpeg.ts'

/** A video that can be looked at. */
export interface VideoFile {
  file: string
  decoder: Decoder
  /** Seconds. */
  length: number
  /** Pixels of a frame as it is shown. */
  width: number
  height: number
  /** Codec of its pictures as ffmpeg calls it, and whether these are such that every browser plays. */
  codec?: string
  isPlain?: boolean
  /** Path of ffmpeg, where it is what decodes. */
  ffmpeg?: string
  close: () => Promise<void>
}

interface OpenOptions {
  /** Folder of the course, whose packages may bring ffmpeg. */
  root: string
  /** Path of a browser executable; else one is found. */
  executablePath?: string
}

const WITHOUT = 'Install ffmpeg (https://ffmpeg.org), or name it in FFMPEG_PATH, '
  + 'or run: npm install --save-dev @ffmpeg-installer/ffmpeg'

/**
 * Opens a video with ffmpeg, or where there is none with a browser.
 * @throws UserError where it is no video, or nothing here can decode it
 */
export async function openVideo(file: string, { root, executablePath }: OpenOptions): Promise<VideoFile> {
  if (!existsSync(file))
    throw new UserError(`There is no file ${displayPath(file)}.`, 'Give the path of the recording.')
  const ffmpeg = findFfmpeg(root)
  if (!ffmpeg) {
    const opened = await browserDecoder(file, executablePath)
    if (opened)
      return { file, ...opened }
    throw new UserError('There is no ffmpeg here, and the browser does not play this file.', WITHOUT, { file })
  }
  const facts = await probe(ffmpeg, file)
  if (!facts) {
    throw new UserError(
      'This file is not a video that ffmpeg can read.',
      'Give the recording itself, such as an MP4, MKV, MOV or WebM; play it once to see whether it is whole.',
      { file },
    )
  }
  const { framesPerSecond, ...others } = facts
  const decoder = ffmpegDecoder(ffmpeg, file, framesPerSecond)
  return { file, decoder, ...others, ffmpeg, close: async () => undefined }
}

interface VideoFacts extends Pick<VideoFile, 'length' | 'width' | 'height' | 'codec' | 'isPlain'> {
  framesPerSecond?: number
}

/** What ffmpeg says of a file: it ends with an error, as it is told no output. */
async function probe(
  ffmpeg: string,
  file: string,
): Promise<VideoFacts | undefined> {
  const text = await new Promise<string>((resolve, reject) => {
    execFile(ffmpeg, ['-hide_banner', '-nostdin', '-i', file], (error, _, said) => {
      if (['ENOENT', 'EACCES'].includes(String((error as NodeJS.ErrnoException | null)?.code)))
        reject(new UserError(`${ffmpeg} does not start.`, 'Give the path of ffmpeg in FFMPEG_PATH.'))
      else
        resolve(said)
    })
  })
  const stream = /Stream #0:\d.*?: Video: (?!.*attached pic)(.*)/.exec(text)?.[1]
  const [, width, height] = /\b(\d{2,})x(\d{2,})\b/.exec(stream?.replace(/\b0x[\da-f]+/gi, '') ?? '') ?? []
  if (!width)
    return
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/.exec(text) ?? []
  const length = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)
  const isTurned = /rotate\s*:\s*-?(?:90|270)\b|rotation of -?(?:90|270)/.test(text)
  const [, across, down] = /\bDAR (\d+):(\d+)/.exec(stream!) ?? []
  const pixels = across ? Math.round(Number(height) * Number(across) / Number(down)) : Number(width)
  const codec = /^\w+/.exec(stream!)?.[0]
  const isPlain = /\byuvj?420p\b/.test(stream!)
  const size = isTurned ? { width: Number(height), height: pixels } : { width: pixels, height: Number(height) }
  const [, rate] = /\b([\d.]+) fps\b/.exec(stream!) ?? []
  return { length, codec, isPlain, framesPerSecond: rate === undefined ? undefined : Number(rate), ...size }
}
