import type { Shot } from '../../../bench/recover/script.ts'
import type { StatePicture } from '../../../src/talk/recover/deck-states.ts'
import type { Grey } from '../../../src/talk/recover/grey.ts'
import type { Corners } from '../../../src/talk/recover/placement.ts'
import { expect, it } from 'vitest'
import { judge } from '../../../bench/recover/judge.ts'
import { random, writeScript } from '../../../bench/recover/script.ts'
import { cornersOfBox, createSampler } from '../../../src/talk/recover/placement.ts'
import { FOREIGN, locate, recover } from '../../../src/talk/recover/recover.ts'
import { foreignWindow, makeDeck, project, worsen } from './made-deck.ts'

const FRAME = { width: 240, height: 150 }

/** Milliseconds: frames are made one by one. */
const TIMEOUT = 90_000

interface Take {
  deck: readonly StatePicture[]
  /** The deck as it is now. */
  known?: readonly StatePicture[]
  seed: number
  foreign?: number
  corners?: Corners
  near?: Corners
  /** Of the frames, in pixels. */
  frameSize?: typeof FRAME
  worse?: Parameters<typeof worsen>[2]
}

/** Records a talk, recovers its cues, and compares them with what was shown. */
async function take({ deck, known = deck, seed, foreign, corners, near, frameSize = FRAME, worse = {} }: Take) {
  const starts = deck.flatMap(({ click }, i) => click ? [] : [i])
  const script = writeScript(deck.length, { starts, seed, foreign, seconds: 1.6 * deck.length })
  const next = random(seed)
  const windows = [foreignWindow(seed), foreignWindow(seed + 1)]
  const shown = new Map<number, Grey>()
  const frameOf = ({ state, time }: Shot): Grey => {
    const key = state < 0 ? -1 - Math.floor(time) % 2 : state
    const slide = deck[state] ?? windows[Math.floor(time) % 2]!
    const frame = shown.get(key) ?? (corners ? project(slide, corners, frameSize) : slide)
    shown.set(key, frame)
    return worsen(frame, next, worse)
  }
  const at = (time: number) => script.shots.findLast(shot => shot.time <= time)!
  const samples = Array.from({ length: 10 }, (_, i) => frameOf(at(script.length * (i + 0.5) / 10)))
  const placement = locate(known, samples, near)
  const { states, spans } = await recover(known, placement, {
    samples,
    async* frames(corners, size) {
      const sample = createSampler(corners, samples[0]!, size)
      for (let i = 0; i < script.length * 10; i++)
        yield { time: i / 10, data: sample(frameOf(at(i / 10)).data) }
    },
  })
  const indexOf = ({ slide, click }: { slide: number, click: number }) =>
    deck.findIndex(picture => picture.slide === slide && picture.click === click)
  const isKnown = (state: number) => known.some(({ slide }) => slide === deck[state]?.slide)
  const truth = { ...script, shots: script.shots.map(shot => isKnown(shot.state) ? shot : { ...shot, state: -1 }) }
  const found = spans.map(span => ({ ...span, state: span.isSure ? indexOf(states[span.state]!) : -1 }))
  return {
    placement,
    ...judge(truth, found, {
      alike: (a, b) => a === b,
      sameSlide: (a, b) => deck[a]?.slide === deck[b]?.slide,
    }),
  }
}

it('finds every slide and step of a screen capture', async () => {
  const { precision, recall, median, worst } = await take({ deck: makeDeck(11, 4), seed: 7 })
  expect([precision, recall]).toEqual([1, 1])
  expect(median).toBeLessThan(0.11)
  expect(worst).toBeLessThan(0.3)
}, TIMEOUT)

it('finds them in a part of the frame, through gamma and noise', async () => {
  const { precision, recall, placement } = await take({
    deck: makeDeck(12, 3),
    seed: 8,
    corners: cornersOfBox(0.06, 0.14, 0.8, 0.72),
    worse: { gamma: 1.6, noise: 6 },
  })
  expect([precision, recall]).toEqual([1, 1])
  expect(placement.corners.flat().map(value => Math.round(value * 50) / 50)).toEqual(
    cornersOfBox(0.06, 0.14, 0.8, 0.72).flat().map(value => Math.round(value * 50) / 50),
  )
}, TIMEOUT)

it('is not sure of other windows and of slides that the deck has no more', async () => {
  const deck = makeDeck(13, 5)
  const known = deck.filter(({ slide }) => ![3].includes(slide))
  const { precision, recall, wrong } = await take({ deck, known, seed: 9, foreign: 0.15, worse: { noise: 8 } })
  expect(precision).toBeGreaterThan(0.95)
  expect(recall).toBeGreaterThan(0.95)
  expect(wrong).toBeLessThan(2)
}, TIMEOUT)

it('takes slides that were filmed askew flat, from corners that are about right', async () => {
  const corners: Corners = [[0.12, 0.1], [0.9, 0.16], [0.86, 0.88], [0.08, 0.8]]
  const near = corners.map(([x, y], i) => [x + [0.008, -0.006, 0.007, -0.008][i]!, y - 0.006]) as unknown as Corners
  const worse = { gamma: 0.7, noise: 10 }
  const { precision, recall } = await take({ deck: makeDeck(14, 3), seed: 10, corners, near, frameSize: { width: 360, height: 225 }, worse })
  expect(precision).toBeGreaterThan(0.95)
  expect(recall).toBeGreaterThan(0.95)
}, TIMEOUT)

it('knows a recording that shows no deck', () => {
  const frames = [31, 32, 33, 34].map(seed => foreignWindow(seed))
  expect(locate(makeDeck(22, 4), frames).score).toBeLessThan(FOREIGN)
})
