import type { Element, ElementContent, Root, Text } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import type { Options as RemarkRehypeOptions } from 'remark-rehype'
import type { PluggableList } from 'unified'
import type { Say } from '../language/say.ts'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { speak } from '../language/languages.ts'

/** What notes become HTML for: `forScreen` and `forPaper` make one. */
export interface NotesMedium {
  /** BCP 47 tag of what is said besides the author's words; English without it. */
  language?: string
  /** Levels by which headings sink below that of the page. */
  headingShift: number
  /** Changes the Markdown. */
  markdown: PluggableList
  conversion: RemarkRehypeOptions
  /** Changes the HTML. */
  html: PluggableList
  /** The element of a formula. */
  drawFormula: (latex: string, display: boolean) => ElementContent
  /** What stands around a formula on lines of its own. */
  formulaBlock: Pick<Element, 'tagName' | 'properties'>
}

/** HTML of the Markdown of notes and answers: GitHub's Markdown with formulas. */
export function notesToHtml(markdown: string, medium: NotesMedium): string {
  const say = speak(medium.language ?? 'en', 'notes')
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(shiftHeadings, medium.headingShift)
    .use(medium.markdown)
    .use(remarkRehype, {
      footnoteLabel: say('footnotes'),
      footnoteBackLabel(number, again) {
        return say('backToReference', { number: again > 1 ? `${number + 1}-${again}` : `${number + 1}` })
      },
      ...medium.conversion,
    })
    .use(medium.html)
    .use(labelTasks, say)
    .use(drawFormulas, medium)
    .use(rehypeStringify, { allowDangerousHtml: true })
    .processSync(markdown)
    .toString()
}

function shiftHeadings(levels: number) {
  return (tree: MarkdownRoot): void => visit(tree, 'heading', (heading) => {
    heading.depth = Math.min(6, heading.depth + levels) as typeof heading.depth
  })
}

/** The boxes of a task list say in words whether they are ticked. */
function labelTasks(say: Say<'notes'>) {
  return (tree: Root): void => visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'input')
      properties.ariaLabel = properties.checked ? say('done') : say('toDo')
  })
}

function drawFormulas({ drawFormula, formulaBlock }: NotesMedium) {
  return (tree: Root): void => visit(tree, 'element', (element, index, parent) => {
    const classes = [element.properties.className].flat()
    if (element.tagName !== 'code' || !classes.includes('language-math') || !parent || index === undefined)
      return
    const latex = (element.children[0] as Text | undefined)?.value ?? ''
    const formula = drawFormula(latex, classes.includes('math-display'))
    // Whoever replaces the content of a `pre` with a formula wants no `pre`.
    if (parent.type === 'element' && parent.tagName === 'pre')
      Object.assign(parent, structuredClone(formulaBlock), { children: [formula] })
    else
      parent.children[index] = formula
    return SKIP
  })
}

/** HTML that stands as it is. */
export function rawHtml(html: string): ElementContent {
  return { type: 'raw', value: html } as unknown as ElementContent
}
