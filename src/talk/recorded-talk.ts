import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { Passage } from './captions-by-slide.ts'
import type { Caption } from './captions.ts'
import type { Chapter } from './chapters.ts'
import type { CueLog } from './cue-log.ts'
import type { Timeline } from './timeline.ts'
import type { Video } from './video.ts'
import fs from 'node:fs/promises'
import { typed } from '../core/typed.ts'
import { formatTime } from '../shared/time.ts'
import { cutBySlide } from './captions-by-slide.ts'
import { parseCaptions } from './captions.ts'
import { chaptersOf } from './chapters.ts'
import { parseCueLog, untouched } from './cue-log.ts'
import { eventsOfLecture } from './cues-of-lecture.ts'
import { timelineOf } from './timeline.ts'
import { videoOf } from './video.ts'

/** A recorded talk: the video of a lecture with what was shown and said when. */
export interface RecordedTalk extends Timeline {
  video?: Video
  log: CueLog
  /** Seconds of the video; where nothing tells it, the end of what was logged or said. */
  duration: number
  chapters: Chapter[]
  captions: Caption[]
  passages: Passage[]
}

/** What the last slide is shown for where nothing tells the end of the video. */
const LAST_SLIDE_SECONDS = 30

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
  const { video, problem } = videoOf(lecture, root)
  const problems = problem ? [problem] : []
  const take = <T extends { problems: Problem[] }>(result: T) => {
    problems.push(...result.problems)
    return result
  }
  const written = logText === undefined ? undefined : take(parseCueLog(logText, files.log))
  const { events } = take(eventsOfLecture(written?.events ?? [], lecture, files.log))
  const log = { recording: written?.recording ?? untouched, events }
  const captions = captionsText === undefined ? [] : take(parseCaptions(captionsText, files.captions)).captions
  if (video && !written) {
    problems.push({
      message: 'The lecture has a video but no cue log; its slides do not follow the video.',
      hint: `Make one from a list of times: ${typed(`cues ${lecture.slug} --import FILE --write`)}`,
      file: lecture.file,
      line: 1,
    })
  }

  const length = await durationOf(video, lecture, problems)
  const timeline = timelineOf(log, length)
  if (length !== undefined)
    problems.push(...cuesAfterEnd(log, timeline, length, lecture))
  const lastStart = timeline.cues.at(-1)?.start ?? 0
  const duration = length ?? Math.max(lastStart + LAST_SLIDE_SECONDS, captions.at(-1)?.end ?? 0)
  return {
    talk: {
      ...timeline,
      video,
      log,
      duration,
      captions,
      chapters: chaptersOf(timeline.cues, lecture, duration),
      passages: cutBySlide(captions, timeline.cues, lecture.slides[0]!.id),
    },
    problems,
  }
}

function cuesAfterEnd(log: CueLog, timeline: Timeline, length: number, lecture: Lecture): Problem[] {
  const count = timelineOf(log).cues.length - timeline.cues.length
  if (!count)
    return []
  return [{
    message: `${count} of the cues come after the end of the video at ${formatTime(length)}; they are left out.`,
    hint: `Check the offset: ${typed(`cues ${lecture.slug}`)}`,
    file: talkFiles(lecture).log,
  }]
}

/** Seconds of the video, where the lecture or its file tells them. */
async function durationOf(
  video: Video | undefined,
  lecture: Lecture,
  problems: Problem[],
): Promise<number | undefined> {
  if (lecture.duration !== undefined)
    return lecture.duration
  if (video?.kind !== 'file')
    return
  try {
    const { parseFile } = await import('music-metadata')
    return (await parseFile(video.file, { duration: true, skipCovers: true })).format.duration
  }
  catch {
    problems.push({
      message: 'The length of this video cannot be read; it may be damaged.',
      hint: `Play it once, or write its length as "duration: mm:ss" in ${lecture.slug}.`,
      file: video.file,
    })
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
