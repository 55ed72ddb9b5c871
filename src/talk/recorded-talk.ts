import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Passage } from './captions-by-slide.ts'
import type { Caption } from './captions.ts'
import type { Chapter } from './chapters.ts'
import type { CueLog } from './cue-log.ts'
import type { Timeline } from './timeline.ts'
import type { CaptionTrack } from './tracks.ts'
import type { Video } from './video.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { displayPath } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { formatTime } from '../shared/time.ts'
import { cutBySlide } from './captions-by-slide.ts'
import { parseCaptions } from './captions.ts'
import { chaptersOf } from './chapters.ts'
import { parseCueLog, untouched } from './cue-log.ts'
import { eventsOfLecture } from './cues-of-lecture.ts'
import { mediaFacts } from './media-file.ts'
import { posterOf } from './poster.ts'
import { timelineOf } from './timeline.ts'
import { loadTracks } from './tracks.ts'
import { videoOf } from './video.ts'

/** A recorded talk: the video of a lecture with what was shown and said when. */
export interface RecordedTalk extends Timeline {
  video?: Video
  /** Path below the site of a picture that stands for the video until it plays. */
  poster?: string
  log: CueLog
  /** Seconds of the video; where nothing tells it, the end of what was logged or said. */
  duration: number
  /** Whether that is its length for certain. */
  isLengthKnown: boolean
  chapters: Chapter[]
  captions: Caption[]
  /** Captions in further languages. */
  tracks: CaptionTrack[]
  passages: Passage[]
}

/** What the last slide is shown for where nothing tells the end of the video. */
const LAST_SLIDE_SECONDS = 30
/** Moments of a log of which more than one should be seen in its video. */
const MANY = 3

/** The files of a lecture's recording, beside the lecture. */
export function talkFiles({ file }: Lecture): { log: string, captions: string } {
  const base = file.replace(/\.md$/, '')
  return { log: `${base}.cues.jsonl`, captions: `${base}.captions.vtt` }
}

interface LoadedTalk {
  talk: RecordedTalk
  problems: Problem[]
}

/**
 * Reads the recording of a lecture from disk: video, cue log and captions. What is not sound is left out and named.
 */
export async function loadTalk(lecture: Lecture, { root }: Course): Promise<LoadedTalk> {
  const files = talkFiles(lecture)
  const [logText, captionsText] = await Promise.all([files.log, files.captions].map(readIfThere))
  const { video: named, problem } = videoOf(lecture, root)
  const problems = problem ? [problem] : []
  const take = <T extends { problems: Problem[] }>(result: T) => {
    problems.push(...result.problems)
    return result
  }
  const written = logText === undefined ? undefined : take(parseCueLog(logText, files.log))
  const { events } = take(eventsOfLecture(written?.events ?? [], lecture, files.log))
  const log = { recording: written?.recording ?? untouched, events }
  const captions = captionsText === undefined ? [] : take(parseCaptions(captionsText, files.captions)).captions
  if (named && !written) {
    problems.push({
      message: 'The lecture has a video but no cue log; its slides do not follow the video.',
      hint: `Make one from a list of times: ${typed(`cues ${lecture.slug} --import FILE --write`)}`,
      file: lecture.file,
      line: 1,
    })
  }

  const { video, length } = await readVideo(named, lecture, problems)
  const timeline = timelineOf(log, length)
  problems.push(...misplacedCues(log, timeline, length, lecture))
  const poster = posterOf(lecture, { root })
  const lastStart = timeline.cues.at(-1)?.start ?? 0
  const duration = length ?? Math.max(lastStart + LAST_SLIDE_SECONDS, captions.at(-1)?.end ?? 0)
  return {
    talk: {
      ...timeline,
      video,
      poster: existsSync(poster.file) ? poster.path : undefined,
      log,
      duration,
      isLengthKnown: length !== undefined,
      captions,
      tracks: take(await loadTracks(lecture)).tracks,
      chapters: chaptersOf(timeline.cues, lecture, duration, timeline.marks),
      passages: cutBySlide(captions, timeline.cues, lecture.slides[0]!.id),
    },
    problems,
  }
}

/** Where the log lies past the video, before or behind it. */
function misplacedCues(log: CueLog, timeline: Timeline, length: number | undefined, lecture: Lecture): Problem[] {
  const all = timelineOf(log).cues.length
  const after = all - timeline.cues.length
  const file = talkFiles(lecture).log
  const hint = `Check the offset: ${typed(`cues ${lecture.slug}`)}`
  if (after && length !== undefined) {
    const which = after === all ? `All cues, ${all} in number,` : `${after} of the cues`
    return [{
      message: `${which} come after the end of the video at ${formatTime(length)}; they are left out.`,
      hint,
      file,
    }]
  }
  const moments = log.events.filter(({ event }) => event === 'enter' || event === 'click').length
  if (moments < MANY || all > 1 || log.recording.offset >= 0)
    return []
  return [{
    message: `The log ends before the video begins: by its offset of ${log.recording.offset} s the video shows `
      + 'its last slide alone.',
    hint,
    file,
  }]
}

/** The video as its file says what it is, and its seconds, where the lecture or its file tells them. */
async function readVideo(
  video: Video | undefined,
  lecture: Lecture,
  problems: Problem[],
): Promise<{ video?: Video, length?: number }> {
  if (video?.kind !== 'file')
    return { video, length: lecture.duration }
  try {
    const { duration, isSoundAlone, unplayed } = await mediaFacts(video.file)
    if (unplayed) {
      problems.push({
        message: `The pictures of this video are coded in ${unplayed}, which many browsers do not play.`,
        hint: `Make one that they play: ${typed(`talk ${lecture.slug} --video ${displayPath(video.file)}`)}`,
        file: video.file,
      })
    }
    return { video: isSoundAlone ? { ...video, media: 'audio' } : video, length: lecture.duration ?? duration }
  }
  catch {
    if (lecture.duration === undefined) {
      problems.push({
        message: 'The length of this video cannot be read; it may be damaged.',
        hint: `Play it once, or write its length as "duration: mm:ss" in ${lecture.slug}.`,
        file: video.file,
      })
    }
    return { video, length: lecture.duration }
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await fs.readFile(file, 'utf8')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return
    throw error
  }
}
