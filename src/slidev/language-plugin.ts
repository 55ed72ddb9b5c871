import type { Plugin } from 'vite'
import { wordsIn } from '../language/languages.ts'

/** What decks and scripts of pages say; the rest is said in the build. */
const PARTS = ['callouts', 'deck', 'votes', 'scripts', 'refusals', 'room', 'presenter', 'deeds'] as const

/**
 * Puts the languages of a course in the place of English, each page taking the one that it says it is in; no others
 * reach a browser.
 * @param languages BCP 47 tags, that of the course first
 */
export function languagePlugin(languages: () => readonly string[]): Plugin {
  return {
    name: 'docent:language',
    enforce: 'pre',
    load: {
      order: 'pre',
      filter: { id: /[\\/]src[\\/]language[\\/]spoken\.ts(?:$|\?)/ },
      handler: () => spokenModule([...new Set(languages())]),
    },
  }
}

function spokenModule(languages: readonly string[]): string {
  const tables = languages.map(tag => [tag, wordsIn(tag)] as const)
  const [first] = languages
  const part = (name: typeof PARTS[number]) => tables.length > 1
    ? `${JSON.stringify(Object.fromEntries(tables.map(([tag, { words }]) => [tag, words[name]])))}[tag]`
    : JSON.stringify(tables[0]![1].words[name])
  const spoken = Object.fromEntries(tables.map(([tag, { language }]) => [tag, language]))
  return [
    `const spoken = ${JSON.stringify(spoken)}`,
    `const stated = globalThis.document?.documentElement.lang`,
    `const tag = Object.hasOwn(spoken, stated ?? '') ? stated : ${JSON.stringify(first)}`,
    `export const language = spoken[tag]`,
    ...PARTS.map(name => `export const ${name} = ${part(name)}`),
  ].join('\n')
}
