import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { SlideText } from './slide-text.ts'
import { layoutOf } from './slide-text.ts'
import { titleLabels, topicJoiners } from './words.ts'

/** Layouts whose slides are one thing that needs no title. */
const UNTITLED = ['end', 'fact', 'full', 'iframe', 'image', 'intro', 'join', 'none', 'quote', 'statement']

/** Layouts whose title is the slide. */
const NAMING = ['center', 'cover', 'end', 'fact', 'full', 'intro', 'join', 'quote', 'section', 'statement']

/** Slides with content and without a title. */
export function untitledProblems(text: SlideText, course: Course): Problem[] {
  const { slide } = text
  const { content, isTitled, frontmatter, file, line } = slide
  if (isTitled || UNTITLED.includes(layoutOf(text, course)) || frontmatter.hideInToc || !content.trim())
    return []
  if (/<h[1-3]\b|<QuestionAnswer\b|<question-answer\b/.test(content))
    return []
  const hint = 'Write a heading, or "title:" in its front matter where none is to be seen.'
  return [{ message: 'This slide has no title.', hint, file, line }]
}

/** Slides of a lecture with a title that another has. */
export function repeatedTitles(texts: readonly SlideText[]): Problem[] {
  const seen = new Map<string, SlideText>()
  return texts.flatMap((text): Problem[] => {
    const { slide, lecture, at } = text
    const key = `${lecture.slug}\n${slide.title.toLowerCase()}`
    const other = seen.get(key)
    seen.set(key, text)
    if (!slide.isTitled || !other || isLabel(slide.title))
      return []
    const isNext = at === other.at + 1
    const isCover = other.at === 0
    // A title may go on over slides; a cover, or a question, may be answered later; a slide may come again as it was.
    const isAnswer = slide.frontmatter.layout === 'end'
    if (isAnswer || isNext !== isCover || other.slide.content === slide.content || /<Toc\b/.test(slide.content))
      return []
    if (goesOn(slide.title, texts.slice(texts.indexOf(other) + 1, texts.indexOf(text))))
      return []
    const message = isCover
      ? `The cover says "${slide.title}", and so does the slide after it.`
      : `The slides ${other.slide.number} and ${slide.number} both have the title "${slide.title}".`
    const hint = 'Let each title say what its own slide says.'
    return [{ message, hint, file: slide.file, line: slide.keyLines.title ?? slide.line }]
  })
}

/** Whether a title is the mark of a section that goes on: all slides since the last one of its name belong to it. */
function goesOn(title: string, between: readonly SlideText[]): boolean {
  const stem = /^(.+) \(cont\.\)$/.exec(title)?.[1]
  return stem !== undefined && between.every(({ slide }) => slide.title.startsWith(stem))
}

/** Slides whose title names a topic, and all that have a title and something below it. */
export function topicTitles(texts: readonly SlideText[], course: Course): { problems: Problem[], titles: number } {
  const titled = texts.filter(text => text.slide.isTitled && text.slide.words > 0 && text.at > 0
    && !NAMING.includes(layoutOf(text, course)) && !isLabel(text.slide.title))
  const problems = titled.filter(({ slide }) => isTopic(slide.title)).map(({ slide }) => ({
    message: `The title "${slide.title}" names a topic.`,
    hint: 'A sentence that says the point is kept in mind better.',
    file: slide.file,
    line: slide.keyLines.title ?? slide.line,
  }))
  return { problems, titles: titled.length }
}

/** An agenda may come again, and there is no sentence for it. */
function isLabel(title: string): boolean {
  return titleLabels.has(title.toLowerCase().replace(/\P{L}+$/u, ''))
}

/** Two words at most, or several that are only joined. */
function isTopic(title: string): boolean {
  // Some scripts have no spaces between words.
  if (/[.!?:…]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(title))
    return false
  const words = title.toLowerCase().split(/\s+/)
  return words.length <= 2 || (words.length <= 5 && words.slice(1, -1).some(word => topicJoiners.has(word)))
}
