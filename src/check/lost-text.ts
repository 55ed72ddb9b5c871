import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import type { SlideText } from './slide-text.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { suggest } from '../core/did-you-mean.ts'
import { scanMarkdown } from '../markdown/fences.ts'
import { layoutSlots } from '../slidev/contract/layouts.ts'
import { deckRoots } from '../slidev/contract/roots.ts'
import { layoutOf, nodesOf } from './slide-text.ts'

const SLOT = /^::\s*([\w.\-:]+)\s*::\s*$/
/** What stands between braces that Vue reads, outside of code and formulas. */
const VALUE = /\{\{\s*([a-z_]\w*)\b/gi
const KNOWN_VALUES = /^(?:Math|Date|JSON|Number|String|Object|Array|parseInt|true|false|null|undefined|frontmatter)$/
const HIDDEN = [/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, /\$\$[\s\S]*?\$\$/g, /\$[^\s$](?:[^$\n]*[^\s$])?\$/g]

/** Text of slides that Slidev leaves out without a word. */
export async function lostText(texts: readonly SlideText[], course: Course): Promise<Problem[]> {
  const { all } = deckRoots(course)
  const slots = await layoutSlots(all)
  // Who sets up the app may give all slides values of its own.
  const hasValues = ['ts', 'mts', 'js'].some(ending => existsSync(path.join(course.root, 'setup', `main.${ending}`)))
  return texts.flatMap(text => [
    ...lostSlots(text, slots.get(layoutOf(text, course)), layoutOf(text, course)),
    ...lostDefinitions(text),
    ...openComments(text),
    ...hasValues ? [] : lostValues(text),
  ])
}

function lostSlots(
  { slide: { content, file, line } }: SlideText,
  slots: ReadonlySet<string> | undefined,
  layout: string,
): Problem[] {
  if (!slots || (slots.has('default') && !content.includes('::')))
    return []
  const { lines, isText } = scanMarkdown(content)
  const marks = lines.flatMap((text, i) => isText[i] ? SLOT.exec(text)?.slice(1).map(name => ({ name, i })) ?? [] : [])
  const first = lines.findIndex((text, i) => isText[i] && text.trim())
  const isBefore = first >= 0 && first < (marks[0]?.i ?? lines.length)
  const names = [...slots].filter(name => name !== 'default')
  return [
    ...isBefore && !slots.has('default')
      ? [{
          message: `The layout "${layout}" shows no text, so this text stands on no slide.`,
          hint: 'Move it into the notes, or choose another layout.',
          file,
          line: line + first,
        }]
      : [],
    ...marks.filter(({ name }) => !slots.has(name)).map(({ name, i }) => ({
      message: `The layout "${layout}" has no slot "${name}", so what follows ::${name}:: stands on no slide.`,
      hint: names.length
        ? `${suggest(name, names)}There are: ${names.join(', ')}.`
        : 'Choose a layout with that slot, such as two-cols, or remove the mark.',
      file,
      line: line + i,
    })),
  ]
}

/** Lines that Markdown takes for the address of a reference that nothing makes. */
function lostDefinitions({ slide: { content, file }, tree, lineOf }: SlideText): Problem[] {
  if (!/^ {0,3}\[[^\]]+\]:/m.test(content))
    return []
  const nodes = [...nodesOf(tree)]
  const used = new Set(nodes.flatMap(node =>
    node.type === 'linkReference' || node.type === 'imageReference' ? [node.identifier] : []))
  return nodes.flatMap((node): Problem[] => {
    // Some write comments in this way.
    if (node.type !== 'definition' || used.has(node.identifier) || node.url === '#' || node.identifier === '//')
      return []
    const message = `Nothing refers to [${node.label ?? node.identifier}], so this line stands on no slide.`
    return [{ message, hint: 'Make a link of it, or write \\[ for a bracket that is text.', file, line: lineOf(node) }]
  })
}

function openComments({ slide: { content, file, line } }: SlideText): Problem[] {
  if (!content.includes('<!--'))
    return []
  const { lines, fences } = scanMarkdown(content.replace(/<!--[\s\S]*?-->/g, text => text.replace(/[^\n]/g, '')))
  const isCode = (i: number) => fences.some(({ start, end }) => i >= start && i <= end)
  const at = lines.findIndex((text, i) => /^\s*<!--/.test(text) && !isCode(i))
  if (at < 0)
    return []
  const message = 'This comment is not closed: all that follows on the slide is not shown.'
  return [{ message, hint: 'Write --> where it ends.', file, line: line + at }]
}

/** Values between braces that no slide has: Vue shows nothing in their place. */
function lostValues({ slide: { content, file, line } }: SlideText): Problem[] {
  if (!content.includes('{{') || /<script\b|v-for|v-slot|slotProps|v-pre|#default/.test(content))
    return []
  const { lines, isText } = scanMarkdown(content)
  const shown = lines.map((text, i) => isText[i] ? text : '').join('\n')
  const bare = HIDDEN.reduce((text, hidden) => text.replace(hidden, code => code.replace(/[^\n]/g, ' ')), shown)
  return Array.from(bare.matchAll(VALUE)).flatMap(({ index, 0: whole, 1: name }): Problem[] => {
    if (KNOWN_VALUES.test(name!))
      return []
    const at = bare.slice(0, index).split('\n').length - 1
    return [{
      message: `Slides have no value "${name}", so nothing stands in place of ${whole} … }}.`,
      hint: 'For text write it as code: `{{ … }}`.',
      file,
      line: line + at,
    }]
  })
}
