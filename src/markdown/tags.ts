import { isVoidTag } from '@vue/shared'
import { readBlocks } from './blocks.ts'
import { scanMarkdown } from './fences.ts'

/** A tag in a slide's Markdown, HTML or a component. */
export interface Tag {
  name: string
  type: 'open' | 'close' | 'whole'
  /** Line on which it begins, counted from the line that was given for the text. */
  line: number
  /** The tag as it is written. */
  source: string
}

const SCRIPTS = /^ {0,3}<(script|style)\b[\s\S]*?<\/\1>/gm

/** What stands for itself: code, formulas, escaped characters, comments, scripts and styles. */
const NO_TAGS = new RegExp([
  /\\[\\<`$]/,
  /(?<ticks>`+)(?!`)[\s\S]*?[^`]\k<ticks>(?!`)/,
  /\$\$[\s\S]*?\$\$/,
  /\$[^\s$](?:[^$\n]*[^\s$])?\$/,
  /<!--[\s\S]*?-->/,
  /<(?<tag>script|style)\b[\s\S]*?<\/\k<tag>>/,
].map(({ source }) => source).join('|'), 'g')

const ATTRIBUTE = /\s+[:@#\w.[\]-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`/]+))?/
const TAG = new RegExp(`<(/?)([a-z][\\w.-]*(?::[a-z][\\w-]*)?)(?:${ATTRIBUTE.source})*\\s*(/?)>`, 'gi')

/** The tags of a slide's Markdown that are no code and no title of a block. */
export function readTags(markdown: string, firstLine = 1): Tag[] {
  const { lines, isText } = scanMarkdown(markdown)
  const titles = new Set(blockLines(markdown))
  const whole = lines.join('\n')
  // A script or a style goes on to its end, also in lines that look like indented code.
  const bare = whole.replace(SCRIPTS, (script, _, at: number) => isText[lineAt(whole, at)] ? blank(script) : script)
  const text = bare.split('\n').map((line, i) => isText[i] && !titles.has(i) ? line : blank(line)).join('\n')
  const masked = text.replace(NO_TAGS, blank)
  return Array.from(masked.matchAll(TAG), ({ index, 0: tag, 1: close, 2: name, 3: end }) => ({
    name: name!,
    type: tagType(close, name!, end),
    line: firstLine + lineAt(masked, index),
    source: whole.slice(index, index + tag.length),
  }))
}

/** The line of a text, from 0, on which something stands. */
function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length - 1
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

function tagType(close: string | undefined, name: string, end: string | undefined): Tag['type'] {
  if (close)
    return 'close'
  return end || isVoidTag(name) ? 'whole' : 'open'
}

/** The tags that open and are not closed, or close what is not open; Vue refuses both. */
export function unmatchedTags(tags: readonly Tag[]): Tag[] {
  const open: Tag[] = []
  const unmatched: Tag[] = []
  for (const tag of tags) {
    if (tag.type === 'open') {
      open.push(tag)
    }
    else if (tag.type === 'close') {
      const at = open.findLastIndex(({ name }) => name === tag.name)
      if (at === -1)
        unmatched.push(tag)
      else
        open.splice(at, 1)
    }
  }
  return [...unmatched, ...open]
}

/** Names that a slide's own script imports or declares. */
export function scriptNames(markdown: string): string[] {
  const scripts = Array.from(markdown.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g), ([, script]) => script!)
  return scripts.flatMap(script => Array.from(script.matchAll(/\b[A-Z]\w*/g), ([name]) => name))
}

/** Lines that open blocks, those inside other blocks too. */
function blockLines(markdown: string, firstLine = 0): number[] {
  const { blocks } = readBlocks(markdown, firstLine)
  return blocks.flatMap(({ line, body, bodyLine }) => [line, ...blockLines(body, bodyLine)])
}
