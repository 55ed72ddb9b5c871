// What the server for writing and the decks that are open there tell each other.

/** To every deck: a file was saved, and everything has been read again. */
export const SAVED_EVENT = 'docent:saved'

/** To the server: a deck has drawn what came last. */
export const DRAWN_EVENT = 'docent:drawn'

export interface Drawn {
  /** Whether the page has just been loaded. */
  isNew?: boolean
  /** Slug of its lecture. */
  lecture: string
  /** What could be built but not be shown, where there is such a slide. */
  failure?: string
}

/** To a deck: what `npm run check` would say of its slides. */
export const FINDINGS_EVENT = 'docent:findings'

/** Texts by the number of the slide. */
export interface ShownFindings {
  slides: Record<number, string[]>
}
