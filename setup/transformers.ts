import { defineTransformersSetup } from '@slidev/types'
import { expandBlocks } from '../scripts/lib/markdown/expand-blocks.ts'
import { diagramDrawer } from '../scripts/lib/mermaid/drawer.ts'
import { diagramHtml } from '../scripts/lib/mermaid/html.ts'

/** What authors write in Markdown, as components. */
export default defineTransformersSetup(() => ({
  pre: [
    ({ s }) => {
      const expanded = expandBlocks(s.original)
      if (expanded !== s.original)
        s.overwrite(0, s.original.length, expanded)
    },
  ],
  codeblocks: [
    async ({ info, code }) => {
      const draw = diagramDrawer()
      if (draw && /^mermaid\b/.test(info))
        return diagramHtml(await draw(code), info)
    },
  ],
}))
