import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { ServedDecks } from '../paper/served-decks.ts'
import type { StatePicture } from '../talk/recover/deck-states.ts'
import type { Placement } from '../talk/recover/find-placement.ts'
import type { Grey } from '../talk/recover/grey.ts'
import type { Corners } from '../talk/recover/placement.ts'
import type { VideoFile } from './video-file.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadCourse } from '../check/load-course.ts'
import { UserError } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { typed } from '../core/typed.ts'
import { selectLectures } from '../course/select.ts'
import { stepPictures } from '../paper/pictures/step-pictures.ts'
import { withServedDecks } from '../paper/served-decks.ts'
import { formatTime } from '../shared/time.ts'
import { talkFiles } from '../talk/recorded-talk.ts'
import { cuesOfSpans } from '../talk/recover/cues-of-spans.ts'
import { FOREIGN, locate, recover } from '../talk/recover/recover.ts'
import { refuseSecondLog, runCues } from '../talk/run-cues.ts'
import { contactSheet } from './contact-sheet.ts'
import { sampleFrames, slideFrames } from './footage.ts'
import { openVideo } from './video-file.ts'

interface RecoverOptions {
  /** Folder of the course. */
  root: string
  slug: string
  /** Path of the recording. */
  video: string
  /** Corners of the slide in its frames, as `readCorners` reads them. */
  corners?: string
  write: boolean
  /** Whether all that is not sound is an error. */
  strict: boolean
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

type CueReport = Awaited<ReturnType<typeof runCues>>

/** The cue log of a recording, with what is not sure about it. */
export interface RecoveredCues extends CueReport {
  /** Path of a page with the moments that are least sure. */
  sheet: string
  /** Seconds of the recording, and those of it of which nothing is sure. */
  seconds: { all: number, unsure: number }
}

/** Pixels of a slide's width in the pictures that frames are compared with. */
const ACROSS = 640
/** Lectures of a course with which a recording is compared that does not show the one it should. */
const MOST_OTHERS = 12

/**
 * Makes the cue log of a lecture from a recording alone: what is seen in it is compared with what the deck shows at
 * each of its steps.
 * @throws UserError where the lecture has a log, the file is no video that can be decoded, or does not show the lecture
 */
export async function recoverCues(options: RecoverOptions): Promise<RecoveredCues> {
  const { root, slug, progress, executablePath, write, strict } = options
  const since = Date.now()
  const course = await loadCourse(root)
  const lecture = selectLectures(course, [slug])[0]!
  if (existsSync(talkFiles(lecture).log))
    refuseSecondLog(lecture, '--recover')
  const video = await openVideo(path.resolve(options.video), { root, executablePath })
  try {
    const near = options.corners === undefined ? undefined : readCorners(options.corners, video)
    progress.step('Looking where the slides are')
    const samples = await sampleFrames(video)
    if (!samples.length)
      throw new UserError('This video has no pictures.', 'Give the one that shows the slides.', { file: video.file })
    const { pictures, placement } = await withServedDecks(
      course,
      { audience: 'presenter', since, executablePath, progress },
      decks => findLecture(decks, { course, lecture, samples, near, video, progress }),
    )
    progress.step('Watching the recording, seconds')
    const { states, spans } = await recover(pictures, placement, {
      samples,
      frames: (corners, size) => counted(slideFrames(video, corners, size), video.length, progress),
    })
    const end = spans.at(-1)?.to ?? 0
    progress.step('Looking at what is least sure')
    const sheet = path.join(course.root, '.docent', 'recovered', `${lecture.slug}.html`)
    const { corners } = placement
    await replaceFile(sheet, await contactSheet(video, { lecture, states, spans, pictures, corners }))
    progress.done()
    const report = await runCues({ root, slug, at: [], write, strict, made: cuesOfSpans(spans, states, lecture) })
    const unsure = spans.reduce((sum, { from, to, isSure }) => sum + (isSure ? 0 : to - from), 0)
    return {
      ...report,
      problems: [...report.problems, ...endProblems(end, video)],
      sheet,
      seconds: { all: end, unsure },
    }
  }
  finally {
    progress.done()
    await video.close()
  }
}

interface FindOptions {
  course: Course
  lecture: Lecture
  samples: readonly Grey[]
  near?: Corners
  video: VideoFile
  progress: Progress
}

async function findLecture(
  decks: ServedDecks,
  { course, lecture, samples, near, video, progress }: FindOptions,
): Promise<{ pictures: StatePicture[], placement: Placement }> {
  const take = async (of: Lecture, dark: boolean) => {
    const onPicture = (done: number, total: number) => progress.count(done, total)
    const pictures = await stepPictures(decks, course, of, { dark, width: ACROSS, onPicture })
    return { pictures, placement: locate(pictures, samples, near) }
  }
  progress.step(`Pictures of "${lecture.title}"`)
  const light = await take(lecture, false)
  if (light.placement.score > 0.8)
    return light
  progress.step('Pictures of its dark slides')
  const dark = await take(lecture, true)
  const better = dark.placement.score > light.placement.score ? dark : light
  if (better.placement.score >= FOREIGN)
    return better
  const others = course.lectures.length <= MOST_OTHERS ? course.lectures.filter(other => other !== lecture) : []
  for (const other of others) {
    progress.step(`Pictures of "${other.title}"`)
    if ((await take(other, false)).placement.score >= Math.max(FOREIGN, better.placement.score + 0.1)) {
      throw new UserError(
        `The recording does not show "${lecture.title}", but "${other.title}".`,
        `Run: ${typed(`cues ${other.slug} --recover`)} and the same file.`,
        { file: video.file },
      )
    }
  }
  throw new UserError(
    `The recording does not show the slides of "${lecture.title}".`,
    near
      ? 'Look whether the corners are those of the slide, from the top left one clockwise.'
      : 'Where they were filmed from aside, give their corners in pixels of the video, from the top left one '
        + 'clockwise: --corners x,y,x,y,x,y,x,y',
    { file: video.file },
  )
}

/**
 * Corners of the slide from `x,y,x,y,x,y,x,y`, in pixels of the video.
 * @throws UserError where these are not four points in the video
 */
function readCorners(text: string, { width, height }: Pick<VideoFile, 'width' | 'height'>): Corners {
  const numbers = text.split(',').map(part => part.trim() ? Number(part) : Number.NaN)
  const points = [0, 2, 4, 6].map(i => [numbers[i]! / width, numbers[i + 1]! / height] as const)
  const isNear = points.every(point => point.every(value => value > -0.5 && value < 1.5))
  const turns = points.map(([x, y], i) => {
    const [[x1, y1], [x2, y2]] = [points[(i + 1) % 4]!, points[(i + 2) % 4]!]
    return (x1 - x) * (y2 - y1) - (y1 - y) * (x2 - x1)
  })
  if (numbers.length !== 8 || !isNear || !turns.every(turn => turn > 0)) {
    throw new UserError(
      `"${text}" are not the four corners of a slide in a video of ${width} x ${height} pixels.`,
      'Write x and y of the top left, top right, bottom right and bottom left corner, e.g. --corners '
      + '120,80,1150,60,1170,700,100,690',
    )
  }
  return points as unknown as Corners
}

async function* counted<T extends { time: number }>(
  frames: AsyncIterable<T>,
  length: number,
  progress: Progress,
): AsyncGenerator<T> {
  for await (const frame of frames) {
    progress.count(Math.floor(frame.time), Math.round(length))
    yield frame
  }
}

function endProblems(end: number, { length, file }: VideoFile): Problem[] {
  if (end > length - 5)
    return []
  return [{
    message: `The video can be seen until ${formatTime(end)} only, although its length is ${formatTime(length)}.`,
    hint: 'It may be damaged; play its end.',
    file,
  }]
}
