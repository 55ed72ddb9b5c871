import { compile } from '@vue/compiler-dom'
import { blockProblems } from '../markdown/blocks.ts'
import { expandBlocks } from '../markdown/expand-blocks.ts'
import { stackFenceHtml } from '../stack/fence.ts'
import { drawStackTags, hasStackTags, slideTagProblems } from '../stack/tags.ts'
import { slideTemplate } from './contract/slide-template.ts'

/**
 * Why a slide's Markdown would stop the build of its deck, in a sentence; undefined for a slide that compiles.
 * Nothing is built: it takes a millisecond or two. What only a browser can tell, as whether a diagram's text is
 * Mermaid, it does not see.
 */
export function slideFault(markdown: string): string | undefined {
  const [problem] = [...blockProblems(markdown, 1), ...slideTagProblems(markdown, 1)]
  if (problem)
    return problem.message
  try {
    const template = slideTemplate(expandBlocks(markdown), drawFence)
    compile(hasStackTags(template) ? drawStackTags(template) : template, { prefixIdentifiers: true, onWarn() {} })
    return undefined
  }
  catch (error) {
    return (error as Error).message.split('\n')[0]
  }
}

function drawFence(info: string, code: string): string | undefined {
  if (/^stack\b/.test(info))
    return stackFenceHtml(code)
  return /^mermaid\b/.test(info) ? '<MermaidDiagram />' : undefined
}
