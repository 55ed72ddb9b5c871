import type { Course, Lecture, Slide } from '../course/course.ts'
import type { QuestionView, SlideView, Turn } from '../shared/page-model.ts'
import type { Caption } from '../talk/captions.ts'
import type { LectureOutput } from './page-data.ts'
import { pagePath, resolveAddress } from '../course/address.ts'
import { languageOf } from '../course/language.ts'
import { mayRead, noteParts, notesFor } from '../course/notes.ts'
import { readBlocks } from '../markdown/blocks.ts'
import { readChoices } from '../markdown/choices.ts'
import { forScreen } from '../markdown/notes-for-screen.ts'
import { notesToHtml } from '../markdown/notes-html.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'
import { givenView } from './given-view.ts'
import { momentsOf } from './talk-view.ts'

/** A slide as its lecture's page shows it. */
export function slideView(slide: Slide, course: Course, output: LectureOutput): SlideView {
  const { lecture, frozen, talk } = output
  const link = (href: string) => slideLink(href, lecture, course)
  const language = languageOf(course, lecture)
  const html = (markdown: string, prefix: string) =>
    notesToHtml(markdown, forScreen({ language, headingLevel: 3, link, idPrefix: `${slide.id}-${prefix}` }))
  const questions = questionsOf(slide.content, html)
  const { notes, answer } = publicNotes(slide, course, questions)
  const passages = talk?.passages.filter(passage => passage.slide === slide.id) ?? []
  const last = questions.at(-1)
  if (last)
    last.answer += html(answer, 'answer-notes-')
  return {
    id: slide.id,
    number: slide.number,
    title: slide.title,
    frozen: repeatsPage(slide, lecture) ? undefined : frozen(slide.number, '../'),
    notes: html(notes, ''),
    questions,
    moments: talk?.video ? momentsOf(talk, slide, output.stepTexts(slide.number)) : [],
    transcript: passages.flatMap(({ captions }) => turnsOf(captions)),
    given: givenView(slide, {
      given: output.given,
      language,
      frozen: frozen(slide.number, '../'),
      parts: lecture.fromTalk ?? [],
    }),
  }
}

/**
 * The Markdown of the notes that a page may show: beside a question, what belongs to its answer stands apart, and where
 * one is withheld, is left out.
 */
function publicNotes(
  { notes }: Slide,
  { notesPublic }: Course,
  questions: readonly QuestionView[],
): { notes: string, answer: string } {
  if (!notesPublic)
    return { notes: '', answer: '' }
  if (!questions.length)
    return { notes: notesFor(notes, 'web'), answer: '' }
  const answers = noteParts(notes)
    .filter(({ blocks }) => blocks.includes('answer') && blocks.every(block => mayRead(block, 'web')))
    .map(({ markdown }) => notesFor(markdown, 'web'))
  const withheld = questions.some(question => question.withheld)
  return { notes: notesFor(notes, 'student'), answer: withheld ? '' : answers.join('\n\n') }
}

/** The address of a link, from the lecture's page. */
function slideLink(href: string, lecture: Lecture, course: Course): string {
  const target = resolveAddress(href, { course, lecture })
  if (target.kind === 'slide' && target.lecture === lecture)
    return `#${encodeURIComponent(target.slide.id)}`
  if (target.kind === 'dead')
    return href.replace(/^#\//, '#')
  const place = pagePath(target)
  return place ? `../${place}` : href
}

function questionsOf(content: string, html: (markdown: string, prefix: string) => string): QuestionView[] {
  return readBlocks(publicMarkdown(content)).blocks.flatMap((block, i): QuestionView[] => {
    if (block.kind !== 'question')
      return questionsOf(block.body, (markdown, prefix) => html(markdown, `${i}-${prefix}`))
    const { choices, rest } = readChoices(block.body)
    const withheld = block.options.withheld === true
    return [{
      question: inline(html(block.title, `question-${i}-`)),
      choices: choices.map(({ text, right }) => ({
        html: inline(html(text, `choice-${i}-`)),
        right: right && !withheld,
      })),
      answer: html(rest, `answer-${i}-`),
      withheld,
    }]
  })
}

/** HTML of one paragraph without its tag. */
function inline(html: string): string {
  return html.replace(/^<p>([\s\S]*)<\/p>$/, '$1')
}

/** Whether a slide says no more than the head of its lecture's page. */
function repeatsPage({ number, title, layout, content }: Slide, lecture: Lecture): boolean {
  const rest = content.replace(/<!--[\s\S]*?-->/g, '').replace(/^#+ .*$/m, '')
  return number === 1 && (layout ?? 'cover') === 'cover' && title === lecture.title && !rest.trim()
}

/** Seconds after which a turn ends with its sentence. */
const MAX_TURN = 30

function turnsOf(captions: readonly Caption[]): Turn[] {
  const turns: Turn[] = []
  for (const { start, text, speaker } of captions) {
    const last = turns.at(-1)
    const line = { start, text }
    if (last && last.speaker === speaker && !isLong(last, start))
      last.lines.push(line)
    else
      turns.push({ start, speaker, lines: [line] })
  }
  return turns
}

/** Whether a turn is long at a time, and its last sentence complete. */
function isLong({ start, lines }: Turn, time: number): boolean {
  return time - start > MAX_TURN && /[.!?…]$/.test(lines.at(-1)?.text ?? '')
}
