import type { CodeblockTransformContext } from '@slidev/types'
import lz from 'lz-string'
import { diffIndices } from 'node-diff3'
import { escapeHtml } from '../core/escape.ts'

/** A code block of Slidev that becomes an editor: its language, what it is, the editor's options, what else. */
const INFO = /^([\w'-]+)?\s*(?:\[([^\]]*)\]\s*)?\{(monaco(?:-diff|-run|-write)?)\}\s*(\{[^}]*\})?/
const DIFF_SEPARATOR = /^\s*~~~\s*\n/m

type Highlight = CodeblockTransformContext['renderHighlighted']

/**
 * A code block that asks for an editor, as HTML of a slide: with highlighted code for paper and pages, and the editor
 * in live decks whose course wants it (`monaco: true`).
 * @returns undefined for other blocks
 */
export async function editorHtml(
  { info, code, options, renderHighlighted }: CodeblockTransformContext,
): Promise<string | undefined> {
  const [match, lang = '', title = '', kind, settings = '{}'] = INFO.exec(info) ?? []
  if (!match)
    return
  const [before = '', after] = kind === 'monaco-diff' ? code.split(DIFF_SEPARATOR, 2) : [code]
  const lines = /\blines\s*:\s*true\b/.test(settings) ? ' :lines="true"' : ''
  const block = after === undefined
    ? await renderHighlighted({ info: lang, code: before })
    : await diffHtml({ before, after, lang }, renderHighlighted)
  const wrapper = `title="${escapeHtml(title)}"${lines} :ranges="[]"`
  const still = `<CodeBlockWrapper ${wrapper}>${forVue(block)}</CodeBlockWrapper>`
  const { data: { config: { monaco } }, mode } = options
  if (monaco !== true && monaco !== mode)
    return still
  const editor = [
    `lang="${lang}" code-lz="${lz.compressToBase64(before)}"`,
    after === undefined ? '' : `diff-lz="${lz.compressToBase64(after)}"`,
    kind === 'monaco-run' ? 'runnable' : '',
  ].filter(Boolean).join(' ')
  return `<CodeEditor ${editor} v-bind="${escapeHtml(settings)}">${still}</CodeEditor>`
}

/** Imports of snippets as writable editors, as imports of editors; nobody writes from a deck that is built. */
export function withoutWriting(markdown: string): string {
  return markdown.replace(/^(\s*<<<.*)\{monaco-write\}/gm, '$1{monaco}')
}

/** Code that has changed, with what went and what came marked line by line. */
async function diffHtml(
  { before, after, lang }: { before: string, after: string, lang: string },
  highlight: Highlight,
): Promise<string> {
  const [old, now] = [before, after].map(text => text.trimEnd().split('\n')) as [string[], string[]]
  const lines: { text: string, change?: 'removed' | 'added' }[] = []
  let done = 0
  for (const { buffer1: [start], buffer1Content, buffer2Content } of diffIndices(old, now)) {
    lines.push(...old.slice(done, start).map(text => ({ text })))
    lines.push(...buffer1Content.map(text => ({ text, change: 'removed' as const })))
    lines.push(...buffer2Content.map(text => ({ text, change: 'added' as const })))
    done = start + buffer1Content.length
  }
  lines.push(...old.slice(done).map(text => ({ text })))
  const html = await highlight({ info: lang, code: `${lines.map(({ text }) => text).join('\n')}\n` })
  let index = 0
  return html.replace(/<span class="line"/g, (tag) => {
    const { change } = lines[index++] ?? {}
    return change ? `<span class="line code-${change}"` : tag
  })
}

/** HTML in a template of Vue, which would read two braces as its own. */
function forVue(html: string): string {
  return html.replaceAll('{{', '&lbrace;&lbrace;')
}
