import type { Progress } from '../../src/core/progress.ts'
import type { Course, Lecture } from '../../src/course/course.ts'
import type { StepPicture } from '../../src/paper/pictures/step-pictures.ts'
import type { Corners } from '../../src/talk/recover/placement.ts'
import type { Verdict } from './judge.ts'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import sharp from 'sharp'
import { UserError } from '../../src/core/errors.ts'
import { stepPictures } from '../../src/paper/pictures/step-pictures.ts'
import { withServedDecks } from '../../src/paper/served-decks.ts'
import { findFfmpeg } from '../../src/recording/ffmpeg.ts'
import { sampleFrames, slideFrames } from '../../src/recording/footage.ts'
import { openVideo } from '../../src/recording/video-file.ts'
import { deckStates } from '../../src/talk/recover/deck-states.ts'
import { locate, recover } from '../../src/talk/recover/recover.ts'
import { judge } from './judge.ts'
import { askewCorners, effects, makeRecording } from './make-recording.ts'
import { random, writeScript } from './script.ts'

/** How well the cues of a recording were recovered. */
export interface Recovery extends Verdict {
  effect: keyof typeof effects
  /** Whether windows are shown that are no slides, and a fifth of the slides is missing in the deck. */
  isHard: boolean
  /** Seconds of the recording, and those that it took. */
  length: number
  time: number
}

/** Recordings that judge; those by which limits were chosen have other numbers. */
const SEED = 4711
const EFFECTS = Object.keys(effects) as (keyof typeof effects)[]
/** Seconds of a recording. */
const SECONDS = 300
/** By how much the corners that somebody gives are off, in parts of the frame. */
const OFF = [0.008, -0.007, -0.006, 0.008, 0.007, 0.006, -0.008, -0.008]

interface MeasureOptions {
  /** Folder of the course. */
  root: string
  /** Folder in which recordings are made. */
  work: string
  seed?: number
  only?: readonly (keyof typeof effects)[]
  progress: Progress
  onRecovery: (recovery: Recovery) => void
}

/** Pictures of what a deck shows at each of its steps, as a recording has them. */
export function shownPictures(course: Course, lecture: Lecture, progress: Progress): Promise<StepPicture[]> {
  return withServedDecks(course, { audience: 'presenter', since: Date.now(), progress }, decks =>
    stepPictures(decks, course, lecture, { dark: false, width: 980 }))
}

/** Makes recordings of a deck, recovers their cues, and compares these with the truth. */
export async function measureRecovery(
  pictures: readonly StepPicture[],
  { root, work, seed = SEED, only = EFFECTS, progress, onRecovery }: MeasureOptions,
): Promise<void> {
  const ffmpeg = findFfmpeg(root)
  if (!ffmpeg)
    throw new UserError('This bench makes videos, and there is no ffmpeg.', 'Name it in FFMPEG_PATH.')
  const states = deckStates(pictures)
  const write = async (name: string, { width, height, data }: Pick<StepPicture, 'width' | 'height' | 'data'>) => {
    const file = path.join(work, `${name}.png`)
    await sharp(Buffer.from(data), { raw: { width, height, channels: 1 } }).toColourspace('srgb').png().toFile(file)
    return file
  }
  const files: string[] = []
  for (const { slide, click } of states) {
    const picture = pictures.find(picture => picture.slide === slide && picture.click === click)!
    files.push(await write(`${slide}.${click}`, picture))
  }
  const foreign = await write('foreign', foreignPicture(pictures[0]!))
  const next = random(seed)
  const gone = new Set([...new Set(states.map(({ slide }) => slide))].filter(() => next() < 0.2))
  for (const effect of only) {
    for (const isHard of [false, true]) {
      progress.step(`${effect}${isHard ? ', hard' : ''}`)
      const starts = states.flatMap(({ isFirst }, i) => isFirst ? [i] : [])
      const own = seed + EFFECTS.indexOf(effect)
      const options = { starts, seed: own, foreign: isHard ? 0.08 : 0, seconds: SECONDS }
      const script = writeScript(states.length, options)
      const out = path.join(work, `${effect}.mp4`)
      await makeRecording(ffmpeg, { script, pictures: files, foreign, effect: effects[effect], out })
      const began = Date.now()
      const known = isHard ? pictures.filter(({ slide }) => !gone.has(slide)) : pictures
      const video = await openVideo(out, { root })
      const samples = await sampleFrames(video)
      const corners = askewCorners().map((value, i) => value + OFF[i]!)
      const near = [0, 2, 4, 6].map(i => [corners[i]!, corners[i + 1]!] as const) as unknown as Corners
      const placement = locate(known, samples, effect === 'askew' ? near : undefined)
      const found = await recover(known, placement, { samples, frames: (...args) => slideFrames(video, ...args) })
      const time = (Date.now() - began) / 1000
      const isGone = (state: number) => isHard && gone.has(states[state]?.slide ?? 0)
      const shots = script.shots.map(shot => isGone(shot.state) ? { ...shot, state: -1 } : shot)
      const parts = found.spans.map(({ from, to, state, isSure }) => {
        const { slide, click } = found.states[state]!
        return { from, to, state: isSure ? states.findIndex(own => own.slide === slide && own.click === click) : -1 }
      })
      const verdict = judge({ ...script, shots }, parts, {
        alike: (a, b) => looksAlike(a, b),
        sameSlide: (a, b) => states[a]?.slide === states[b]?.slide || looksAlike(a, b),
      })
      onRecovery({ effect, isHard, length: script.length, time, ...verdict })
    }
  }

  /** Whether nobody could tell two states apart. */
  function looksAlike(a: number, b: number): boolean {
    const [one, other] = [states[a]?.picture.data, states[b]?.picture.data]
    if (a === b || !one || !other)
      return a === b
    let sum = 0
    for (let i = 0; i < one.length; i++)
      sum += Math.abs(one[i]! - other[i]!)
    return sum / one.length < 0.05
  }
}

/** A dark window full of lines. */
function foreignPicture({ width, height }: { width: number, height: number }) {
  const next = random(SEED)
  const data = new Uint8Array(width * height).fill(30)
  for (let y = 14; y < height - 20; y += 22) {
    for (let x = 16; x < width * (0.3 + 0.5 * next()); x += 11) {
      for (let row = y; row < y + 13 && next() > 0.1; row++)
        data.fill(210, row * width + x, row * width + x + 7)
    }
  }
  return { width, height, data }
}
