import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { PageLink } from '../shared/page-model.ts'
import type { RecordedTalk } from '../talk/recorded-talk.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { speak } from '../language/languages.ts'
import { chapterFormats, writeChapters } from '../talk/formats/chapter-formats.ts'
import { loadTalk, talkFiles } from '../talk/recorded-talk.ts'

/**
 * Reads the recording of a lecture and puts its captions, its chapters and, where it lies beside the lecture, its video
 * into the site.
 * @param folder folder of the lecture in the site
 * @returns the recording, where there is one, and what is not sound about it
 */
export async function writeTalk(
  course: Course,
  lecture: Lecture,
  folder: string,
): Promise<{ talk?: RecordedTalk, problems: Problem[] }> {
  const { talk, problems } = await loadTalk(lecture, course)
  const files = talkFiles(lecture)
  await fs.mkdir(folder, { recursive: true })
  if (talk.video?.kind === 'file' && talk.video.place === 'lecture')
    await fs.copyFile(talk.video.file, path.join(folder, talk.video.path))
  if (talk.captions.length)
    await fs.copyFile(files.captions, path.join(folder, path.basename(files.captions)))
  for (const { file } of talk.tracks)
    await fs.copyFile(file, path.join(folder, path.basename(file)))
  // Where nothing is shown, what is wrong with the log has been said.
  if (talk.cues.length) {
    const numbers = new Map(lecture.slides.map(({ id, number }) => [id, number]))
    const url = course.url && `${course.url}/${encodeURI(lecture.slug)}/`
    const chapters = writeChapters({ ...talk, title: lecture.title, numbers, url })
    problems.push(...chapters.warnings.map(message => ({ message, file: files.log })))
    await Promise.all(Array.from(chapters.files, ([file, text]) => fs.writeFile(path.join(folder, file), text)))
  }
  return { talk: talk.video || talk.log.events.length ? talk : undefined, problems }
}

/** The chapters of a recording in every format that it could be written in. */
export function chapterFilesOf(folder: string, language: string): PageLink[] {
  const say = speak(language, 'pages')
  return chapterFormats
    .filter(({ file }) => existsSync(path.join(folder, file)))
    .map(({ file, label, ...format }) => ({ href: file, label: 'words' in format ? say(format.words) : label }))
}
