import * as de from './words/de.ts'
import * as en from './words/en.ts'
import * as es from './words/es.ts'
import * as fr from './words/fr.ts'
import * as zh from './words/zh.ts'

const languages = [de, en, es, fr, zh]

/** Alternative texts that say nothing of a picture, in all languages that are known. */
export const emptyAlts: ReadonlySet<string> = new Set(languages.flatMap(({ emptyAlts }) => emptyAlts))

/** Titles for which there is no sentence. */
export const titleLabels: ReadonlySet<string> = new Set(languages.flatMap(({ labels }) => labels))

/** Words that join topics to one of three words and more. */
export const topicJoiners: ReadonlySet<string> = new Set(languages.flatMap(({ joiners }) => joiners))

/** Names that are words as well, so that both spellings are right. */
export const namesThatAreWords: ReadonlySet<string> = new Set(en.namesThatAreWords)
