/** A question with its answer, as it stands in a slide's Markdown. */
interface WrittenAnswer {
  withheld: boolean
  /** The Markdown of the answer, without choices and marks of blocks. */
  answer: string
}

// A reader of its own, so that a mistake of the one that builds the decks does not blind the proof.
const BLOCK = /^[ \t]*(?<colons>:{3,})[ \t]*question\b[^\n]*\n[\s\S]*?^[ \t]*\k<colons>[ \t]*$/m
const ATTRIBUTES = /(?:"[^"]*"|'[^']*'|[^"'>])*/
const COMPONENT = new RegExp(`<(?<tag>QuestionAnswer|question-answer)\\b${ATTRIBUTES.source}>[\\s\\S]*?</\\k<tag>>`)
const QUESTION = new RegExp(`${BLOCK.source}|${COMPONENT.source}`, 'gim')
const HEAD = new RegExp(`^<[a-z][\\w-]*(?![\\w-])${ATTRIBUTES.source}>|^[^\\n]*(?:\\n|$)`)
const CHOICE = /^[ \t]*[-*+][ \t]+\[[ x]\].*$/gim
const MARK = /^[ \t]*:{3,}[ \t]*$|<\/(?:QuestionAnswer|question-answer)>/gim

/** The questions of a slide's Markdown with their answers. */
export function answersOf(markdown: string): WrittenAnswer[] {
  return Array.from(markdown.matchAll(QUESTION), ([question]) => ({
    withheld: isWithheld(question),
    answer: question.replace(HEAD, '').replace(MARK, '').replace(CHOICE, ''),
  }))
}

/** The Markdown of a slide without the answers to its questions, or without those that are withheld. */
export function withoutAnswers(markdown: string, which: 'all' | 'withheld'): string {
  return markdown.replace(QUESTION, (question) => {
    if (which === 'withheld' && !isWithheld(question))
      return question
    return [HEAD.exec(question)?.[0].trimEnd(), ...question.match(CHOICE) ?? []].join('\n')
  })
}

function isWithheld(question: string): boolean {
  const [head = ''] = HEAD.exec(question) ?? []
  if (!head.startsWith('<'))
    return /\{[^{}]*\bwithheld\b[^{}]*\}/.test(head)
  const bare = head.replace(/"[^"]*"|'[^']*'/g, value => value.includes('false') ? 'false' : '')
  return /\swithheld\b(?!\s*=\s*false)|:withheld\b(?!\s*=\s*false)/.test(bare)
}
