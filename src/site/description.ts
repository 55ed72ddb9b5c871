import type { Course, Lecture } from '../course/course.ts'
import { paragraphTexts } from '../markdown/plain-text.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'

/** Search engines show no more of a description. */
const MAX_LENGTH = 160

/** Fewer words say nothing by themselves. */
const MIN_WORDS = 6

/** What a search engine may show of a lecture: its summary, else its first sentence, else what its slides are about. */
export function describeLecture({ summary, title, slides }: Lecture): string {
  return summary ?? firstSentence(slides.map(({ content }) => content)) ?? listed(titlesBeside(title, slides)) ?? title
}

/** What a search engine may show of a course. */
export function describeCourse({ description, title, lectures }: Course): string {
  return description ?? listed(titlesBeside(title, lectures)) ?? title
}

function firstSentence(contents: readonly string[]): string | undefined {
  for (const content of contents) {
    for (const text of paragraphTexts(publicMarkdown(content))) {
      const [sentence] = /^.+?[.!?](?=\s|$)/u.exec(text) ?? []
      if (sentence && sentence.length <= MAX_LENGTH && sentence.split(' ').length >= MIN_WORDS)
        return sentence
    }
  }
}

function titlesBeside(title: string, parts: readonly { title: string }[]): string[] {
  return [...new Set(parts.map(part => part.title))].filter(part => part !== title)
}

/** As many as there is room for. */
function listed(titles: readonly string[]): string | undefined {
  let text = ''
  for (const title of titles) {
    const more = text ? `${text} · ${title}` : title
    if (more.length > MAX_LENGTH)
      break
    text = more
  }
  return text || undefined
}
