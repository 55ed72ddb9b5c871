import type { SourceDocument } from '../document.ts'
import { parseSlides } from '../../slidev/contract/source.ts'

/** What kind of document a text is, by its file name and by what stands in it. */
export function detectFormat(file: string, text: string): SourceDocument['format'] {
  if (/\.x?html?$/i.test(file) || isHtml(text))
    return 'html'
  if (/\.(?:txt|text)$/i.test(file))
    return 'text'
  if (isDeck(text))
    return 'deck'
  return !/\.(?:md|mdx|markdown|qmd|rmd)$/i.test(file) && isPlain(text) ? 'text' : 'markdown'
}

/** Tags of each kind that a page without a head has at least. */
const MIN_TAGS = 3

function isHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(start))
    return true
  if (!start.startsWith('<') || /^(?:```|~~~|#{1,6} )/m.test(text))
    return false
  const opening = text.match(/^\s*<(?:p|div|h[1-6]|ul|ol|table|section|article|main|body)[\s>]/gim)?.length ?? 0
  const closing = text.match(/<\/(?:p|h[1-6]|li|td)>/gi)?.length ?? 0
  return opening >= MIN_TAGS && closing >= MIN_TAGS
}

const SLIDEV_SETTING = /^(?:theme|layout|transition|routerMode|drawings|canvasWidth|aspectRatio|mdc|class):/m

/** A headmatter that says which program made it, or several slides with what only decks have in their front matter. */
function isDeck(text: string): boolean {
  const headmatter = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1]
  if (headmatter === undefined)
    return false
  if (/^generator:\s*docent\b/m.test(headmatter))
    return true
  if (!SLIDEV_SETTING.test(headmatter))
    return false
  return parseSlides(text, 'deck.md', false).length >= 2
}

const MARKDOWN = /^#{1,6} \S|^(?:```|~~~)|^---[ \t]*$|\]\(|^(?:=|-){3,}[ \t]*$|^ {0,3}[*+-] \S|^:{3,} ?\w|^!!! /m
/** Blocks of a single line that page text has at least. */
const MIN_LINES = 3

/** Page text has no marks of Markdown, but bullets or several blocks of a single line. */
function isPlain(text: string): boolean {
  if (MARKDOWN.test(text))
    return false
  if (/^\s+•\s/m.test(text))
    return true
  const blocks = text.split(/\n[ \t]*\n/).map(block => block.trim())
  return blocks.filter(block => block && !block.includes('\n')).length >= MIN_LINES
}
