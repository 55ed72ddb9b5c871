import type { Buffer } from 'node:buffer'
import type { Progress } from '../../core/progress.ts'
import type { Course } from '../../course/course.ts'
import type { ServedDecks } from '../../paper/served-decks.ts'
import sharp from 'sharp'
import { printLectures } from '../../paper/print-lectures.ts'

/** Pictures of slides after their last click, by `<slug> <number>`. */
export type SlidePictures = ReadonlyMap<string, Buffer>

/** A channel of a pixel that differs by less is the same to the eye. */
const DIFFERENCE = 16
/** Pixels that may differ: smoothed edges of a letter. */
const PIXELS = 12

/** Takes a picture of each slide. */
export async function picturesOf(
  { browser, origin }: ServedDecks,
  course: Course,
  progress: Progress,
): Promise<SlidePictures> {
  const pictures = new Map<string, Buffer>()
  let done = 0
  await printLectures(browser, {
    course,
    origin,
    pictures: { format: 'png', scale: 1 },
    async write({ slug }, name, picture) {
      pictures.set(`${slug} ${Number(/(\d+)-[^/]*$/.exec(name)?.[1])}`, picture as Buffer)
    },
    onDone: () => progress.count(++done, course.lectures.length),
  })
  return pictures
}

/** Whether two pictures show the same, but for what no eye sees. */
export async function looksSame(one: Buffer, other: Buffer): Promise<boolean> {
  if (one.equals(other))
    return true
  const [a, b] = await Promise.all([one, other].map(picture =>
    sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true })))
  if (a!.info.width !== b!.info.width || a!.info.height !== b!.info.height)
    return false
  const { channels } = a!.info
  let differing = 0
  for (let i = 0; i < a!.data.length; i += channels) {
    const differs = Array.from({ length: channels }, (_, at) => i + at)
      .some(at => Math.abs(a!.data[at]! - b!.data[at]!) > DIFFERENCE)
    if (differs && ++differing > PIXELS)
      return false
  }
  return true
}
