import { componentPlugin } from '@mdit-vue/plugin-component'
import { createMarkdownExit } from 'markdown-exit'
import { formulas, rangesOf } from './slide-formulas.ts'

/** @returns undefined for a fence that is code */
export type DrawFence = (info: string, code: string) => string | undefined

type Parser = ReturnType<typeof createMarkdownExit>

const SLOT = /^::\s*([\w.\-:]+)\s*::\s*$/

const parser = createMarkdownExit({ html: true, xhtmlOut: true, linkify: true, typographer: true })
  .use(componentPlugin as never)
  .use(fences)
  .use(formulas)
  .use(slots)
parser.linkify.set({ fuzzyLink: false })

/**
 * The Vue template that Slidev makes of a slide's Markdown, as far as it can fail to compile: code is empty, because
 * the highlighter escapes all that it shows.
 * @param drawFence the HTML of a fence that is drawn
 * @throws Error for a formula that cannot be set, and whatever `drawFence` throws
 */
export function slideTemplate(markdown: string, drawFence: DrawFence): string {
  return `<SlideLayout>\n${parser.render(markdown.trimStart(), { drawFence })}</SlideLayout>`
}

function fences(md: Parser): void {
  md.renderer.rules.fence = (tokens, index, _, env) => {
    const { info, content } = tokens[index]!
    return (env as { drawFence: DrawFence }).drawFence(info.trim(), content) ?? codeWrapper(info.trim())
  }
  md.renderer.rules.code_inline = (tokens, index) =>
    `<code v-pre>${md.utils.escapeHtml(tokens[index]!.content)}</code>`
}

/** What stands around code, with all that the opening of its fence says: `language words [title] {lines} {options}`. */
function codeWrapper(info: string): string {
  const rest = info.replace(/^[\w'\- \t]*/, '')
  const [head = '', title = ''] = /^\[([^\]]*)\][ \t]*/.exec(rest) ?? []
  const [marks = '', lines = ''] = /^\{([\w,|\-*]+)\}[ \t]*/.exec(rest.slice(head.length)) ?? []
  const options = /^\{[^}]*\}/.exec(rest.slice(head.length + marks.length))?.[0]
  const attributes = [
    ...options ? [`v-bind="${options}"`] : [],
    `title=${JSON.stringify(title)}`,
    `:ranges='${JSON.stringify(rangesOf(lines))}'`,
  ]
  return `<CodeBlockWrapper ${attributes.join(' ')}><pre></pre></CodeBlockWrapper>\n`
}

function slots(md: Parser): void {
  md.block.ruler.before('fence', 'slot_marker', (state, line, _, silent) => {
    const name = SLOT.exec(state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]))?.[1]
    if (!name || state.sCount[line]! > state.blkIndent)
      return false
    if (silent)
      return true
    const env = state.env as { slot?: string }
    const before = env.slot ? '</template>\n' : ''
    state.push('html_block', '', 0).content = `${before}<template v-slot:${name}="slotProps">\n`
    env.slot = name
    state.line = line + 1
    return true
  }, { alt: ['paragraph', 'reference', 'blockquote', 'list'] })
  md.core.ruler.push('slot_end', (state) => {
    if (!(state.env as { slot?: string }).slot)
      return
    const end = new state.Token('html_block', '', 0)
    end.content = '</template>\n'
    state.tokens.push(end)
  })
}
