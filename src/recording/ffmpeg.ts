import type { Buffer } from 'node:buffer'
import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { UserError } from '../core/errors.ts'

/** Packages that bring ffmpeg, with what they say of where it is. */
const PACKAGES = ['@ffmpeg-installer/ffmpeg', 'ffmpeg-static']

/**
 * Finds ffmpeg: at FFMPEG_PATH, in the path, or in a package that the course or the toolkit has installed.
 * @throws UserError where FFMPEG_PATH leads nowhere
 */
export function findFfmpeg(root: string): string | undefined {
  const { FFMPEG_PATH: asked, PATH = '' } = process.env
  if (asked) {
    if (!existsSync(asked))
      throw new UserError(`There is no ffmpeg at ${asked}.`, 'Give the path of the program in FFMPEG_PATH.')
    return asked
  }
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg'
  const inPath = PATH.split(path.delimiter).filter(Boolean).map(folder => path.join(folder, name))
  return inPath.find(file => existsSync(file)) ?? packagedFfmpeg(root)
}

function packagedFfmpeg(root: string): string | undefined {
  for (const from of [path.join(path.resolve(root), 'package.json'), import.meta.url]) {
    const require = createRequire(from)
    for (const name of PACKAGES) {
      try {
        const found = require(name) as string | { path: string }
        const file = typeof found === 'string' ? found : found.path
        if (existsSync(file))
          return file
      }
      catch {}
    }
  }
}

/** Runs ffmpeg to its end; what it writes comes piece by piece, what it says is in the error. */
export async function* runFfmpeg(ffmpeg: string, args: readonly string[]): AsyncGenerator<Buffer> {
  const child = spawn(ffmpeg, ['-hide_banner', '-nostdin', '-loglevel', 'error', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { ended, said } = watchEnd(child)
  try {
    for await (const piece of child.stdout!)
      yield piece as Buffer
    const code = await ended
    if (code !== 0)
      throw new FfmpegError(said())
  }
  finally {
    if (child.exitCode === null)
      child.kill('SIGKILL')
  }
}

/** What ffmpeg says when it fails. */
export class FfmpegError extends Error {}

function watchEnd(child: ChildProcess): { ended: Promise<number | null>, said: () => string } {
  let text = ''
  child.stderr!.setEncoding('utf8').on('data', (piece: string) => text = (text + piece).slice(-4000))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  // Whoever waits for it sees the error; until then it is nobody's.
  ended.catch(() => undefined)
  return { ended, said: () => text.trim() }
}
