import { defineVitePluginsSetup } from '@slidev/types'
import { loadFormulaSpeaker } from '../src/markdown/formula-words.ts'
import { nameFormulas } from '../src/markdown/name-formulas.ts'

/** Formulas of slides get a name in words, after Slidev has written them and before Vue compiles them. */
export default defineVitePluginsSetup(({ data }) => {
  const language = typeof data.headmatter.lang === 'string' ? data.headmatter.lang : 'en'
  return [{
    name: 'docent:formulas',
    enforce: 'pre',
    async transform(code, id) {
      if (id.endsWith('.md') && code.includes('class="katex"'))
        return { code: nameFormulas(code, await loadFormulaSpeaker(language)), map: null }
    },
  }]
})
