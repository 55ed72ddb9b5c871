import { defineVitePluginsSetup } from '@slidev/types'
import { labelMath } from '../src/markdown/label-math.ts'
import { loadFormulaSpeaker } from '../src/markdown/math-to-speech.ts'

/** Formulas of slides get a name in words, after Slidev has written them and before Vue compiles them. */
export default defineVitePluginsSetup(({ data }) => {
  const language = typeof data.headmatter.lang === 'string' ? data.headmatter.lang : 'en'
  return [{
    name: 'docent:formulas',
    enforce: 'pre',
    async transform(code, id) {
      if (id.endsWith('.md') && code.includes('class="katex"'))
        return { code: labelMath(code, await loadFormulaSpeaker(language)), map: null }
    },
  }]
})
