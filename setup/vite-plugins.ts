import { defineVitePluginsSetup } from '@slidev/types'
import { labelMath } from '../src/markdown/label-math.ts'
import { loadFormulaSpeaker } from '../src/markdown/math-to-speech.ts'
import { numberDiagrams } from '../src/mermaid/html.ts'
import { mayBeRemote } from '../src/remote/elements.ts'
import { replaceRemoteElements } from '../src/remote/replace-elements.ts'
import { stillStyles } from '../src/remote/styles.ts'
import { isRemotePolicy } from '../src/shared/remote-policies.ts'
import { SLIDE_MODULE, slideNumber } from '../src/slidev/contract/names.ts'
import { languagePlugin } from '../src/slidev/language-plugin.ts'
import { slideLanguage } from '../src/slidev/slide-language.ts'
import { readCourseKinds } from '../src/stack/own-kinds.ts'
import { drawStackTags, hasStackTags } from '../src/stack/tags.ts'

// By these the bundler asks a plugin only for what it may change: each question costs time, and modules are many.
const COMPONENT = /\.(?:md|vue)$/
const STYLES = /\.(?:css|scss|sass|less|styl|stylus|pcss|postcss)(?:$|\?)/

/** What happens to slides after Slidev has made components of them, and to components, before Vue compiles them. */
export default defineVitePluginsSetup(({ data }) => {
  const languageAt = (id: string) => slideLanguage(data, data.slides[(slideNumber(id) ?? 0) - 1])
  const languages = () => [slideLanguage(data), ...data.slides.map(slide => slideLanguage(data, slide))]
  return [
    languagePlugin(languages),
    {
      name: 'docent:formulas',
      enforce: 'pre',
      transform: {
        filter: { id: /\.md$/, code: 'class="katex"' },
        async handler(code, id) {
          return { code: labelMath(code, await loadFormulaSpeaker(languageAt(id))), map: null }
        },
      },
    },
    {
      name: 'docent:diagrams',
      enforce: 'pre',
      transform: {
        filter: { id: SLIDE_MODULE, code: '<MermaidDiagram' },
        handler(code, id) {
          const number = slideNumber(id)!
          const alias = data.slides[number - 1]?.frontmatter.routeAlias ?? number
          return { code: numberDiagrams(code, String(alias)), map: null }
        },
      },
    },
    {
      name: 'docent:stacks',
      enforce: 'pre',
      transform: {
        filter: { id: COMPONENT },
        handler(code, id) {
          if (!hasStackTags(code))
            return
          const { kinds } = readCourseKinds(data.headmatter.kinds)
          return { code: drawStackTags(code, kinds, languageAt(id)), map: null }
        },
      },
    },
    {
      name: 'docent:remote',
      enforce: 'pre',
      transform: {
        filter: { id: [COMPONENT, STYLES] },
        handler(code, id) {
          const { remote } = data.headmatter
          const policy = isRemotePolicy(remote) ? remote : 'still'
          if (COMPONENT.test(id) && mayBeRemote(code))
            return { code: replaceRemoteElements(code, policy, languageAt(id)), map: null }
          if (policy !== 'keep' && isStyles(id) && mayBeRemote(code))
            return { code: stillStyles(code), map: null }
        },
      },
    },
  ]
})

/** Whether a module holds styles, of a file or of a component. */
function isStyles(id: string): boolean {
  return STYLES.test(id) && !/[?&](?:raw|url)\b/.test(id)
}
