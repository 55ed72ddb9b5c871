import type { Script } from './script.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

/** How a recording is made worse than what was shown: filters of ffmpeg from [0:v], the slides, to [out]. */
interface Effect {
  filter: string
  /** Quality, as x264 counts it; more is worse. */
  crf: number
  /** Corners of the slide, in parts of the frame, where somebody must give them. */
  corners?: readonly number[]
}

const SLIDE = 'scale=1280:720:flags=lanczos,setsar=1'
const CAMERA = 'mandelbrot=size=120x80:rate=6:maxiter=100:end_scale=0.02,scale=300:200,'
  + 'eq=contrast=0.7:saturation=0.4,setsar=1[camera]'

/** What is done to recordings. */
export const effects = {
  capture: { filter: `[0:v]${SLIDE}[out]`, crf: 23 },
  low: { filter: `[0:v]scale=640:360:flags=area,setsar=1[out]`, crf: 40 },
  letterbox: { filter: `[0:v]${SLIDE},pad=1280:960:0:120[out]`, crf: 28 },
  camera: { filter: `[0:v]${SLIDE}[slide];${CAMERA};[slide][camera]overlay=950:490:shortest=1[out]`, crf: 28 },
  mixed: {
    filter: `[0:v]scale=1000:562:flags=lanczos,setsar=1,eq=gamma=0.65:contrast=0.8:brightness=0.05,`
      + `pad=1280:720:110:60:color=0x223344[slide];${CAMERA};`
      + `[slide][camera]overlay=870:460:shortest=1,noise=alls=14:allf=t[out]`,
    crf: 30,
  },
  askew: {
    filter: `[0:v]scale=960:540:flags=lanczos,setsar=1,pad=1280:720:160:90:color=0x302c28,`
      + `perspective=x0=60:y0=40:x1=1240:y1=-30:x2=20:y2=700:x3=1200:y3=740:sense=destination,`
      + `eq=gamma=0.8:contrast=0.75,vignette=PI/4,gblur=sigma=1.1,noise=alls=10:allf=t[out]`,
    crf: 30,
  },
} as const satisfies Record<string, Effect>

/** Where the four corners of the slide lie in a recording that is made askew, in parts of its frame. */
export function askewCorners(): number[] {
  const to = [[60, 40], [1240, -30], [1200, 740], [20, 700]] as const
  const map = projection(to)
  return [[160, 90], [1120, 90], [1120, 630], [160, 630]].flatMap(([x, y]) => {
    const [u, v] = map(x! / 1280, y! / 720)
    return [u / 1280, v / 720]
  })
}

function projection([a, b, c, d]: readonly (readonly [number, number])[]): (u: number, v: number) => [number, number] {
  const [dx1, dy1, dx2, dy2] = [b![0] - c![0], b![1] - c![1], d![0] - c![0], d![1] - c![1]]
  const [sx, sy] = [a![0] - b![0] + c![0] - d![0], a![1] - b![1] + c![1] - d![1]]
  const det = dx1 * dy2 - dx2 * dy1
  const [g, h] = [(sx * dy2 - dx2 * sy) / det, (dx1 * sy - sx * dy1) / det]
  return (u, v) => {
    const w = g * u + h * v + 1
    return [
      ((b![0] - a![0] + g * b![0]) * u + (d![0] - a![0] + h * d![0]) * v + a![0]) / w,
      ((b![1] - a![1] + g * b![1]) * u + (d![1] - a![1] + h * d![1]) * v + a![1]) / w,
    ]
  }
}

/** Makes the recording of a script from pictures of a deck's states; -1 shows the foreign picture. */
export async function makeRecording(
  ffmpeg: string,
  { script, pictures, foreign, effect, out }: {
    script: Script
    pictures: readonly string[]
    foreign: string
    effect: Effect
    out: string
  },
): Promise<void> {
  const list = path.join(path.dirname(out), `${path.basename(out)}.txt`)
  const { shots, length } = script
  const lines = shots.flatMap(({ time, state }, i) => [
    `file '${path.resolve(pictures[state] ?? foreign)}'`,
    `duration ${((shots[i + 1]?.time ?? length) - time).toFixed(3)}`,
  ])
  await fs.writeFile(list, ['ffconcat version 1.0', ...lines, lines.at(-2)!].join('\n'))
  const filter = effect.filter.replace('[0:v]', '[0:v]fps=10,')
  await promisify(execFile)(ffmpeg, [
    ...['-y', '-loglevel', 'error', '-nostdin', '-f', 'concat', '-safe', '0', '-i', list],
    ...['-filter_complex', filter, '-map', '[out]', '-t', String(length), '-pix_fmt', 'yuv420p'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(effect.crf), out],
  ])
  await fs.rm(list)
}
