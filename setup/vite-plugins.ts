import { defineVitePluginsSetup } from '@slidev/types'
import { labelMath } from '../src/markdown/label-math.ts'
import { loadFormulaSpeaker } from '../src/markdown/math-to-speech.ts'
import { numberDiagrams } from '../src/mermaid/html.ts'
import { slideNumber } from '../src/slidev/contract/names.ts'
import { drawStackTags, hasStackTags } from '../src/stack/tags.ts'

/** What happens to slides after Slidev has made components of them, and to components, before Vue compiles them. */
export default defineVitePluginsSetup(({ data }) => {
  const language = typeof data.headmatter.lang === 'string' ? data.headmatter.lang : 'en'
  return [
    {
      name: 'docent:formulas',
      enforce: 'pre',
      async transform(code, id) {
        if (id.endsWith('.md') && code.includes('class="katex"'))
          return { code: labelMath(code, await loadFormulaSpeaker(language)), map: null }
      },
    },
    {
      name: 'docent:diagrams',
      enforce: 'pre',
      transform(code, id) {
        const number = slideNumber(id)
        if (number === undefined || !code.includes('<MermaidDiagram'))
          return
        const alias = data.slides[number - 1]?.frontmatter.routeAlias ?? number
        return { code: numberDiagrams(code, String(alias)), map: null }
      },
    },
    {
      name: 'docent:stacks',
      enforce: 'pre',
      transform(code, id) {
        if (/\.(?:md|vue)$/.test(id) && hasStackTags(code))
          return { code: drawStackTags(code), map: null }
      },
    },
  ]
})
