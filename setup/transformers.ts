import { defineTransformersSetup } from '@slidev/types'
import { contentLine } from '../scripts/lib/course/content-line.ts'
import { blockProblems } from '../scripts/lib/markdown/blocks.ts'
import { expandBlocks } from '../scripts/lib/markdown/expand-blocks.ts'
import { fenceError, slideError } from '../scripts/lib/markdown/slide-error.ts'
import { stackFenceToComponent } from '../scripts/lib/markdown/stack-fence.ts'
import { diagramDrawer } from '../scripts/lib/mermaid/drawer.ts'
import { diagramHtml } from '../scripts/lib/mermaid/html.ts'

/** What authors write in Markdown, as components. */
export default defineTransformersSetup(() => ({
  pre: [
    ({ s, slide }) => {
      const [problem] = blockProblems(s.original, contentLine(slide))
      if (problem)
        throw slideError(slide, problem)
      const expanded = expandBlocks(s.original)
      if (expanded !== s.original)
        s.overwrite(0, s.original.length, expanded)
    },
  ],
  codeblocks: [
    async ({ info, code, slide }) => {
      try {
        return await fenceHtml(info, code)
      }
      catch (error) {
        throw fenceError(slide, code, (error as Error).message)
      }
    },
  ],
}))

/** What a fence draws; undefined where it is code, or where Slidev's own Mermaid is to draw. */
async function fenceHtml(info: string, code: string): Promise<string | undefined> {
  if (/^stack\b/.test(info))
    return stackFenceToComponent(code)
  const draw = diagramDrawer()
  if (draw && /^mermaid\b/.test(info))
    return diagramHtml(await draw(code), info)
}
