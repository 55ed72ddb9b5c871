import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

/** The tree of Markdown without any dialect: GFM with footnotes and math. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown)
}
