import type { InjectionKey } from 'vue'
import type { Say } from '../src/language/say.ts'
import { inject } from 'vue'
import { speak } from '../src/language/languages.ts'

/** What a page says, in its language. */
export interface PageWords {
  say: Say<'pages'>
  sayLength: Say<'lengths'>
}

export const PAGE_WORDS: InjectionKey<PageWords> = Symbol('words')

/** @param language BCP 47 tag */
export function wordsOfPage(language: string): PageWords {
  return { say: speak(language, 'pages'), sayLength: speak(language, 'lengths') }
}

/** What the page around a component says. */
export function usePageWords(): PageWords {
  return inject(PAGE_WORDS, () => wordsOfPage('en'), true)
}
