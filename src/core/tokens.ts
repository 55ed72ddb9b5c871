import { readFileSync } from 'node:fs'
import path from 'node:path'
import { toolkitRoot } from './toolkit.ts'

const TOKEN = /--docent-([a-z]+): light-dark\((#[\da-f]+), (#[\da-f]+)\)/gi

/** The style sheet with the colors and typefaces of everything that Docent shows. */
export const tokensCss = readFileSync(path.join(toolkitRoot, 'styles/tokens.css'), 'utf8')

/** Its colors by name, such as `ink`, for what is drawn where no style sheet reaches. */
export const colors = {
  light: colorsOf(2),
  dark: colorsOf(3),
} as const

function colorsOf(group: 2 | 3): Readonly<Record<'ink' | 'quiet' | 'paper' | 'surface' | 'line' | 'accent', string>> {
  return Object.fromEntries(Array.from(tokensCss.matchAll(TOKEN), match => [match[1], match[group]])) as never
}
