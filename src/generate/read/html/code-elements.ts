import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Code } from 'mdast'
import { toText } from 'hast-util-to-text'
import { classesOf, findElement, ignore } from './find-elements.ts'

/** Code with its language, and with the name that `nameCode` has found. */
export function codeOf(state: State, node: Element): Code {
  const inner = findElement(node, child => child.tagName === 'code', 2)
  const language = (inner && languageOf(inner)) || languageOf(node)
  const { dataTitle } = node.properties
  const code: Code = {
    type: 'code',
    lang: language ?? null,
    meta: dataTitle ? `[${String(dataTitle)}]` : null,
    value: toText(node, { whitespace: 'pre' }).replace(/^\n+|\s+$/g, ''),
  }
  state.patch(node, code)
  return code
}

/** What stands around code tells its language and its file. */
export function nameCode(node: Element): void {
  const language = languageOf(node)
  const name = node.children.find((child): child is Element => child.type === 'element' && isCodeTitle(child))
  const pre = language || name ? findElement(node, child => child.tagName === 'pre', 4) : undefined
  if (!pre)
    return
  if (language)
    pre.properties.dataLang ??= language
  if (name) {
    pre.properties.dataTitle = toText(name).replace(/[[\]\s]+/g, ' ').trim()
    ignore(name)
  }
}

function isCodeTitle(element: Element): boolean {
  return classesOf(element).some(name => /^(?:code-?(?:block-?)?title|file-?name)/i.test(name))
}

const LANGUAGE_CLASS = /^(?:language|lang|highlight-source|highlight|brush|src)-([\w+#-]+)$/
/** What stands where a language could be and names none. */
const NO_LANGUAGES = new Set(['none', 'default', 'wrapper', 'container'])
/** Classes after which the next one names the language. */
const BEFORE_LANGUAGE = new Set(['sourceCode', 'src', 'brush:', 'highlight', 'mermaid'])

/** The language that an element's classes or data name. */
function languageOf(element: Element): string | undefined {
  const { dataLang, dataLanguage } = element.properties
  const named = dataLang ?? dataLanguage
  if (named)
    return String(named).toLowerCase()
  const classes = classesOf(element)
  const found = classes.map(name => LANGUAGE_CLASS.exec(name)?.[1]).find(name => name && !NO_LANGUAGES.has(name))
  if (found)
    return found.toLowerCase()
  const before = classes.findIndex(name => BEFORE_LANGUAGE.has(name))
  if (before < 0)
    return undefined
  return classes[before] === 'mermaid' ? 'mermaid' : classes[before + 1]?.replace(/;$/, '').toLowerCase()
}
