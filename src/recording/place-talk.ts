import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { stringify } from 'yaml'
import { throwProblems, UserError } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { withFrontMatterLine } from '../slidev/contract/source.ts'
import { parseCaptions } from '../talk/captions.ts'
import { videoOf } from '../talk/video.ts'

/** Asks the lecturer; an empty answer where they do not say, or nobody is there. */
export type Ask = (question: string) => Promise<string>

/** What says that the video is on the course's own site. */
export const HERE = 'here'

/** @throws UserError where the lecture has already what it is to be given */
export function checkNothingIsLost(
  lecture: Lecture,
  captionsFile: string,
  { hosted, captions }: { hosted?: string, captions?: string },
): void {
  const problems: Problem[] = []
  if (hosted !== undefined && lecture.video !== undefined) {
    problems.push({
      message: `The lecture names a video already: ${lecture.video}.`,
      hint: 'Change it there, or leave out --hosted.',
      file: lecture.file,
      line: lecture.slides[0]?.keyLines.video,
    })
  }
  if (captions !== undefined && existsSync(captionsFile)) {
    problems.push({
      message: 'The lecture has captions already.',
      hint: 'Move them away first, or leave out --captions.',
      file: captionsFile,
    })
  }
  throwProblems(problems)
}

/**
 * What `video:` of a lecture may name.
 * @throws UserError where a page could not play it
 */
export function videoToName(lecture: Lecture, address: string, root: string): string {
  const { problem } = videoOf({ ...lecture, video: address }, root)
  if (problem)
    throw new UserError(problem.message.replace('; the page says so', ''), problem.hint)
  return address
}

/** Writes `video:` into the headmatter of a lecture, whose other lines stay as they are. */
export async function placeVideo({ file }: Lecture, address: string): Promise<void> {
  const text = await readFile(file, 'utf8')
  await replaceFile(file, withFrontMatterLine(text, file, stringify({ video: address }, { lineWidth: 0 }).trimEnd()))
}

/**
 * The text of captions that a lecture can have.
 * @param file as a person names it
 * @throws UserError where it cannot be read, or is no WebVTT with captions
 */
export async function captionsToTake(file: string): Promise<string> {
  const absolute = path.resolve(file)
  const text = await readFile(absolute, 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new UserError(`There is no file ${file} that can be read.`, 'Give the path of a WebVTT file.')
  const { captions, problems: [problem] } = parseCaptions(text, absolute)
  if (captions.length)
    return text
  const { message, hint, line } = problem ?? { message: 'The file has no captions.', hint: 'Give one that has some.' }
  throw new UserError(message.replace('; the file is left out', ''), hint, { file: absolute, line })
}

/** @param file beside the lecture */
export const placeCaptions = (text: string, file: string): Promise<void> => replaceFile(file, text)

interface VideoQuestion {
  lecture: Lecture
  /** Folder of the course. */
  root: string
  /** Address of the video on the course's own site, where it is there. */
  own?: string
}

/** Asks where the video will be, until the answer is something that a page can play or nothing. */
export async function askForVideo({ lecture, root, own }: VideoQuestion, ask: Ask): Promise<string | undefined> {
  if (lecture.video !== undefined)
    return
  const here = own ? `, or "${HERE}" for ${own} on the course's own site` : ''
  const question = `Where will the video be? Its address at YouTube, Vimeo or PeerTube${here} (Enter: later): `
  return usable(ask, question, answer => videoToName(lecture, own && answer === HERE ? own : answer, root))
}

/**
 * Asks for the captions of a recording, where it has none.
 * @param file in which the lecture has them
 * @returns their text
 */
export async function askForCaptions(file: string, ask: Ask): Promise<string | undefined> {
  if (!existsSync(file))
    return usable(ask, 'Which file has the captions, as WebVTT? (Enter: later): ', captionsToTake)
}

/** What is made of an answer; the fault of one that cannot be used is said with the question that follows. */
async function usable<T>(ask: Ask, question: string, use: (answer: string) => T | Promise<T>): Promise<T | undefined> {
  for (let fault = ''; ;) {
    const answer = (await ask(fault + question)).trim()
    if (!answer)
      return
    try {
      return await use(answer)
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      fault = `${error.problems.map(({ message, hint = '' }) => `${message} ${hint}`).join('\n')}\n`
    }
  }
}
