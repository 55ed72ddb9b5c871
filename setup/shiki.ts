import { defineShikiSetup } from '@slidev/types'

/**
 * Code in colors that can be told from the back row, highlighted to its end however busy the machine is: Shiki would
 * leave plain what takes half a second.
 */
export default defineShikiSetup(() => ({
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  // Comments would fade in a room with light.
  colorReplacements: { 'github-light-high-contrast': { '#66707b': '#566172' } },
  tokenizeTimeLimit: 0,
}))
