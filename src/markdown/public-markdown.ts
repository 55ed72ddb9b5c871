import type { Block } from './blocks.ts'
import { readBlocks } from './blocks.ts'
import { readChoices } from './choices.ts'
import { scanMarkdown } from './fences.ts'

/**
 * The Markdown of a slide as it may be in public files: questions whose answer is withheld keep the question
 * and its choices, and lose the answer and which choice is right. All lines keep their numbers.
 */
export function publicMarkdown(markdown: string): string {
  return withoutTagAnswers(withoutBlockAnswers(markdown))
}

function withoutBlockAnswers(markdown: string): string {
  const lines = markdown.split(/\r?\n/)
  for (const block of readBlocks(markdown).blocks) {
    const open = block.bodyLine - 1
    const size = block.body.split('\n').length
    const body = block.options.withheld ? withoutAnswer(block) : withoutBlockAnswers(block.body)
    if (body === block.body)
      continue
    const quote = lines[block.start]!.trimStart().startsWith('>') ? '> ' : ''
    const changed = body.split('\n').map(line => `${block.indent}${quote}${line}`.trimEnd())
    lines.splice(open, size, ...changed)
  }
  return lines.join('\n')
}

function withoutAnswer({ body }: Block): string {
  const { choices } = readChoices(body)
  const offered = choices.map(({ text }) => `- [ ] ${text}`)
  const missing = Math.max(0, body.split('\n').length - offered.length)
  return [...offered, ...Array.from({ length: missing }).fill('')].join('\n')
}

const TAG = /<(QuestionAnswer|question-answer)\b((?:"[^"]*"|'[^']*'|[^>"'])*?)(\/?)>/g

const TAG_IN_CODE = /(`+)[^`]*<\/?question-?answer[^`]*\1/gi

/** The same for an author who writes the component itself. */
function withoutTagAnswers(markdown: string): string {
  const { lines, isText } = scanMarkdown(markdown)
  const blank = (text: string) => ' '.repeat(text.length)
  const masked = lines.map((line, i) => isText[i] ? line.replace(TAG_IN_CODE, blank) : blank(line)).join('\n')
  let result = lines.join('\n')
  for (const tag of [...masked.matchAll(TAG)].reverse()) {
    const [whole, name, attributes = '', closed] = tag
    const bare = attributes.replace(/"[^"]*"|'[^']*'/g, quoted => quoted.includes('false') ? quoted : '""')
    if (!/(?:^|\s):?withheld\b(?!\s*=\s*["']false)/.test(bare))
      continue
    const from = tag.index + whole.length
    const end = closed ? from : masked.indexOf(`</${name}>`, from)
    const inside = result.slice(from, end === -1 ? undefined : end)
    const open = whole.replace(/,?\s*(["'`]?)right\1\s*:\s*(?:true|false|!0|!1|1|0)/g, '')
    result = result.slice(0, tag.index) + open + inside.replace(/[^\n]/g, '') + (end === -1 ? '' : result.slice(end))
  }
  return result
}
