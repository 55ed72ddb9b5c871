import type { Progress } from '../core/progress.ts'
import type { Lecture } from '../course/course.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import type { Ask } from './place-talk.ts'
import type { RecoveredCues } from './recover-cues.ts'
import type { VideoFile } from './video-file.ts'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { loadCourse } from '../check/load-course.ts'
import { displayPath } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { selectLectures } from '../course/select.ts'
import { ffmetadata } from '../talk/formats/text-formats.ts'
import { mediaKind } from '../talk/media-file.ts'
import { posterOf } from '../talk/poster.ts'
import { loadTalk, talkFiles } from '../talk/recorded-talk.ts'
import { makePoster } from './make-poster.ts'
import {
  askForCaptions,
  askForVideo,
  captionsToTake,
  checkNothingIsLost,
  HERE,
  placeCaptions,
  placeVideo,
  videoToName,
} from './place-talk.ts'
import { recoverCues } from './recover-cues.ts'
import { openVideo } from './video-file.ts'
import { makeWebVideo } from './web-video.ts'

interface PublishOptions {
  /** Folder of the course. */
  root: string
  slug: string
  /** Path of the recording. */
  video: string
  /** Corners of the slide in its frames. */
  corners?: string
  /**
   * What `video:` of the lecture is to name, or `here` for the video of the course's own site; else `ask` is asked
   * where it names nothing yet.
   */
  hosted?: string
  /** Path of WebVTT captions; else `ask` is asked where there are none yet. */
  captions?: string
  /** Asks the lecturer; an empty answer where they do not say, or nobody is there. */
  ask: Ask
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

/** What was made of a recording, and what only the lecturer can do. */
interface PublishedTalk {
  lecture: Lecture
  /** The cues, where they were recovered now. */
  recovered?: RecoveredCues
  /** What `video:` of the lecture names since now. */
  named?: string
  /** Path of the captions, where they were taken now. */
  captions?: string
  /** The video for the page, where one was made or is there. */
  web?: { file: string, bytes: number, how: 'kept' | 'encoded' | 'copied' | 'there' }
  /** The picture that stands for it until it plays, where it was made now. */
  poster?: string
  /** What is left to do, as sentences. */
  left: string[]
}

/** Bytes from which on a file is too large for many hosts of pages. */
const LARGE = 100 * 2 ** 20

/**
 * Makes of a recording what its page needs: the cue log where there is none, and a video that browsers play.
 * @throws UserError where the recording cannot be used
 */
export async function publishTalk(options: PublishOptions): Promise<PublishedTalk> {
  const { root, slug, progress, executablePath } = options
  const course = await loadCourse(root)
  const lecture = selectLectures(course, [slug])[0]!
  const files = talkFiles(lecture)
  // What cannot be used is said before anything takes long.
  checkNothingIsLost(lecture, files.captions, options)
  const taken = options.captions === undefined ? undefined : await captionsToTake(options.captions)
  const { hosted } = options
  const toName = (address: string) => videoToName(lecture, address, course.root)
  if (hosted?.includes('://'))
    toName(hosted)
  const recovered = existsSync(files.log) ? undefined : await recoverCues({ ...options, write: true, strict: false })
  const video = await openVideo(path.resolve(options.video), { root, executablePath })
  try {
    const { talk } = await loadTalk(lecture, course)
    const web = await webVideo(video, course.root, lecture, chaptersOf(lecture, talk, video), progress)
    const { file: poster } = posterOf(lecture, course)
    const { ffmpeg } = video
    const isPosterMade = ffmpeg !== undefined && await makePoster({ ...video, ffmpeg }, talk, poster)
    progress.done()
    const own = web && addressIn(course.root, web.file)
    const named = hosted === undefined
      ? await askForVideo({ lecture, root: course.root, own }, options.ask)
      : toName(hosted === HERE && own ? own : hosted)
    const captions = taken ?? await askForCaptions(files.captions, options.ask)
    if (named !== undefined)
      await placeVideo(lecture, named)
    if (captions)
      await placeCaptions(captions, files.captions)
    return {
      lecture,
      recovered,
      web,
      poster: isPosterMade ? poster : undefined,
      named,
      captions: captions && files.captions,
      left: leftToDo(lecture, { web, isNamed: named !== undefined }, course.root),
    }
  }
  finally {
    progress.done()
    await video.close()
  }
}

/** Address of a file on the course's own site; nothing for one that is not in `public/`. */
function addressIn(root: string, file: string): string | undefined {
  const below = path.relative(path.join(root, 'public'), file)
  return below.startsWith('..') ? undefined : `/${below.split(path.sep).join('/')}`
}

function chaptersOf(lecture: Lecture, talk: RecordedTalk, video: VideoFile): string | undefined {
  const written = ffmetadata({
    title: lecture.title,
    chapters: talk.chapters.filter(({ start }) => start < video.length)
      .map(chapter => ({ ...chapter, end: Math.min(chapter.end, video.length) })),
    cues: talk.cues,
    duration: video.length,
    numbers: new Map(lecture.slides.map(({ id, number }) => [id, number])),
  })
  return 'text' in written ? written.text : undefined
}

async function webVideo(
  video: VideoFile,
  root: string,
  { slug }: Lecture,
  chapters: string | undefined,
  progress: Progress,
): Promise<PublishedTalk['web']> {
  const folder = path.join(root, 'public', 'talks')
  const { ffmpeg, file } = video
  if (path.dirname(file) === folder)
    return { file, bytes: (await stat(file)).size, how: 'there' }
  if (ffmpeg) {
    const out = path.join(folder, `${slug}.mp4`)
    progress.step('Making the video for the page, seconds')
    const onTime = (seconds: number) => progress.count(Math.floor(seconds), Math.round(video.length))
    const isKept = await makeWebVideo({ video: { ...video, ffmpeg }, out, chapters, onTime })
    return { file: out, bytes: (await stat(out)).size, how: isKept ? 'kept' : 'encoded' }
  }
  if (mediaKind(file) !== 'video')
    return
  const out = path.join(folder, `${slug}${path.extname(file).toLowerCase()}`)
  await mkdir(folder, { recursive: true })
  const half = path.join(folder, `.${path.basename(out)}-${process.pid}`)
  await copyFile(file, half)
  await rename(half, out)
  return { file: out, bytes: (await stat(out)).size, how: 'copied' }
}

function leftToDo(
  lecture: Lecture,
  { web, isNamed }: { web: PublishedTalk['web'], isNamed: boolean },
  root: string,
): string[] {
  const left: string[] = []
  const captions = talkFiles(lecture).captions
  if (!web)
    left.push('Install ffmpeg and run this again, or make an MP4 of the recording: browsers do not play this file.')
  if (lecture.video === undefined && !isNamed) {
    const address = (web && addressIn(root, web.file)) ?? 'its address'
    left.push(`Write video: ${address} into the headmatter of ${displayPath(lecture.file)}, or the address at YouTube, `
      + 'Vimeo or PeerTube where you put it.')
  }
  if (web && web.bytes > LARGE)
    left.push('The file is larger than 100 MB, which many hosts of pages refuse: put it at a host of videos.')
  if (!existsSync(captions))
    left.push(`Put captions at ${displayPath(captions)}, as WebVTT; they also make the transcript.`)
  left.push(`Run: ${typed('build')}`)
  return left
}
