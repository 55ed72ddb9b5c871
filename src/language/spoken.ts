// What decks and scripts of pages say, and in which language: a build puts the course's own in the place of this one.
import type { Words } from './say.ts'
import { en } from './words/en.ts'

export const language: string = 'en'
export const callouts: Words['callouts'] = en.callouts
export const deck: Words['deck'] = en.deck
export const votes: Words['votes'] = en.votes
export const scripts: Words['scripts'] = en.scripts
export const refusals: Words['refusals'] = en.refusals
export const room: Words['room'] = en.room
export const presenter: Words['presenter'] = en.presenter
export const deeds: Words['deeds'] = en.deeds
