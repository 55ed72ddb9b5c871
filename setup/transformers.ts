import type { CodeblockTransformContext } from '@slidev/types'
import { defineTransformersSetup } from '@slidev/types'
import { blockProblems } from '../src/markdown/blocks.ts'
import { expandBlocks } from '../src/markdown/expand-blocks.ts'
import { diagramHtml } from '../src/mermaid/html.ts'
import { diagramRenderer } from '../src/mermaid/renderer.ts'
import { contentLine } from '../src/slidev/contract/source.ts'
import { editorHtml, withoutWriting } from '../src/slidev/editor-blocks.ts'
import { fenceError, slideError } from '../src/slidev/slide-error.ts'
import { slideLanguage } from '../src/slidev/slide-language.ts'
import { stackFenceHtml } from '../src/stack/fence.ts'
import { readCourseKinds } from '../src/stack/own-kinds.ts'
import { slideTagProblems } from '../src/stack/tags.ts'

/** What authors write in Markdown, as components. */
export default defineTransformersSetup(() => ({
  pre: [
    ({ s, slide, options }) => {
      const line = contentLine(slide)
      const [problem] = [...blockProblems(s.original, line), ...slideTagProblems(s.original, line, kindsOf(options))]
      if (problem)
        throw slideError(slide, problem)
      const writable = options.mode === 'dev' && options.data.config.monaco
      const expanded = expandBlocks(writable ? s.original : withoutWriting(s.original))
      if (expanded !== s.original)
        s.overwrite(0, s.original.length, expanded)
    },
  ],
  codeblocks: [
    async (context) => {
      const { code, slide } = context
      try {
        return await fenceHtml(context) ?? await editorHtml(context)
      }
      catch (error) {
        throw fenceError(slide, code, (error as Error).message)
      }
    },
  ],
}))

/** What a fence draws; undefined where it is code, or where Slidev's own Mermaid is to draw. */
async function fenceHtml({ info, code, slide, options }: CodeblockTransformContext): Promise<string | undefined> {
  if (/^stack\b/.test(info))
    return stackFenceHtml(code, kindsOf(options), slideLanguage(options.data, slide ?? undefined))
  const render = diagramRenderer()
  if (render && /^mermaid\b/.test(info))
    return diagramHtml(await render(code), info)
}

/** Kinds of layers that the course defines for all its diagrams. */
function kindsOf({ data }: CodeblockTransformContext['options']) {
  return readCourseKinds(data.headmatter.kinds).kinds
}
