import type { Problem } from '../core/errors.ts'
import type { Lecture, Slide } from '../course/course.ts'
import type { SlideText } from './slide-text.ts'
import { notesFor } from '../course/notes.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { scanMarkdown } from '../markdown/fences.ts'

/** Words that can be said in a minute and be followed. */
const PACE = 160

/** So many words in a row, on the slide and in its notes, are the same text twice. */
const REPEATED = 24

const WORD = /\p{L}[\p{L}\p{M}\p{N}'’-]*/gu
const ANSWER = /^\s*:::\s*answer\b/m

/** Notes that take more words than the planned minutes have. */
export function longNotes({ slides, minutes }: Lecture): Problem[] {
  const said = slides.map(slide => wordsOf(slide).length)
  const [first] = slides
  const all = said.reduce((sum, words) => sum + words, 0)
  return [
    ...first && minutes ? tooFast(first, all, minutes, 'All notes of this lecture have') : [],
    ...slides.flatMap((slide, i) =>
      i > 0 && slide.minutes ? tooFast(slide, said[i]!, slide.minutes, 'These notes have') : []),
  ]
}

function tooFast(slide: Slide, words: number, minutes: number, whose: string): Problem[] {
  if (words <= minutes * PACE)
    return []
  const pace = Math.round(words / minutes)
  return [{
    message: `${whose} ${words} words for ${minutes} min: ${pace} a minute.`,
    hint: `Shorten them, or plan ${Math.ceil(words / PACE)} minutes; ${PACE} words a minute can be followed.`,
    file: slide.file,
    line: slide.keyLines.minutes ?? slide.keyLines.duration ?? slide.line,
  }]
}

function wordsOf({ notes }: Slide): string[] {
  if (!notes)
    return []
  const said = notesFor(notes, 'presenter').replace(/\[click(?::\d+)?\]|<[^>]*>|https?:\S+|`{3}[\s\S]*?`{3}/g, ' ')
  return said.match(WORD) ?? []
}

/** Notes that say what stands on the slide, word for word. */
export function repeatedNotes({ slide }: SlideText): Problem[] {
  if (slide.words < REPEATED || !slide.notes)
    return []
  const spoken = wordsOf(slide).map(word => word.toLowerCase())
  const shown = readAlone(slide.content).match(WORD)?.map(word => word.toLowerCase()) ?? []
  const runs = new Set(runsOf(shown))
  const run = runsOf(spoken).find(run => runs.has(run))
  if (run === undefined)
    return []
  const hint = 'Leave these words to the notes, and show what they mean.'
  const words = run.split(' ').slice(0, 5).join(' ')
  const message = `The notes say what stands on the slide, word for word, from "${words} …" on.`
  return [{ message, hint, file: slide.file, line: slide.notesLine }]
}

/** Code is not read out; a question and its answer are, and are there to be read again. */
function readAlone(content: string): string {
  const { lines, fences } = scanMarkdown(content)
  const questions = readBlocks(content).blocks.filter(({ kind }) => kind === 'question')
  const left = [...fences, ...questions]
  return lines.filter((_, i) => !left.some(({ start, end }) => i >= start && i <= end)).join('\n')
}

function runsOf(words: readonly string[]): string[] {
  const count = Math.max(0, words.length - REPEATED + 1)
  return Array.from({ length: count }, (_, i) => words.slice(i, i + REPEATED).join(' '))
}

/** Answers in notes to what nobody has asked. */
export function strayAnswers(texts: readonly SlideText[]): Problem[] {
  return texts.flatMap(({ slide, lecture, at }): Problem[] => {
    const mark = ANSWER.exec(slide.notes)
    const before = lecture.slides[at - 1]
    if (!mark || asks(slide) || (before && asks(before)))
      return []
    const line = slide.notesLine + slide.notes.slice(0, mark.index + mark[0].search(/\S/)).split('\n').length - 1
    const message = 'These notes answer, and nothing on the slide or the one before it asks.'
    return [{ message, hint: 'Ask with :::question, or take the ::: answer away.', file: slide.file, line }]
  })
}

function asks({ content, title, notes }: Slide): boolean {
  return /:::\s*question|<QuestionAnswer|[?？؟]/.test(`${content}\n${title}\n${notes}`)
}
