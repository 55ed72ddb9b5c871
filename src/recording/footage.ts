import type { Grey, Size } from '../talk/recover/grey.ts'
import type { Corners } from '../talk/recover/placement.ts'
import type { TimedFrame } from '../talk/recover/watch.ts'
import type { FrameBox } from './decoder.ts'
import type { VideoFile } from './video-file.ts'
import { createSampler } from '../talk/recover/placement.ts'

/** Frames from all over a recording, by which the slide is found in it. */
const SAMPLES = 28
/** Pixels of their width. */
const ACROSS = 640
/** Frames that are looked at in a second. */
const RATE = 10

/** Some frames from all over a recording, whole. */
export async function sampleFrames({ decoder, length, width, height }: VideoFile): Promise<Grey[]> {
  const size = { width: ACROSS, height: Math.round(ACROSS * height / width) }
  const samples: Grey[] = []
  for (let i = 0; i < SAMPLES; i++) {
    const from = length * (i + 0.5) / SAMPLES
    for await (const { data } of decoder.frames({ from, only: 'near', rate: RATE, ...size }))
      samples.push({ ...size, data })
  }
  return samples
}

/** All frames that are looked at, cut to the slide. */
export async function* slideFrames(
  { decoder, width, height }: Pick<VideoFile, 'decoder' | 'width' | 'height'>,
  corners: Corners,
  size: Size,
): AsyncGenerator<TimedFrame> {
  const box = boxAround(corners)
  if (isUpright(corners)) {
    yield* decoder.frames({ rate: RATE, box, ...size })
    return
  }
  const cut = { width: ACROSS, height: Math.round(ACROSS * height * box.height / width / box.width) }
  const inBox = corners.map(([x, y]) => [(x - box.x) / box.width, (y - box.y) / box.height]) as unknown as Corners
  const sample = createSampler(inBox, cut, size)
  for await (const { time, data } of decoder.frames({ rate: RATE, box, ...cut }))
    yield { time, data: sample(data) }
}

function isUpright([a, b, c, d]: Corners): boolean {
  return [a[1] - b[1], b[0] - c[0], c[1] - d[1], d[0] - a[0]].every(value => Math.abs(value) < 1e-6)
}

function boxAround(corners: Corners): FrameBox {
  const within = (value: number) => Math.max(0, Math.min(1, value))
  const [xs, ys] = [0, 1].map(i => corners.map(point => within(point[i]!)))
  const [x, y] = [Math.min(...xs!), Math.min(...ys!)]
  return { x, y, width: Math.max(0.02, Math.max(...xs!) - x), height: Math.max(0.02, Math.max(...ys!) - y) }
}
