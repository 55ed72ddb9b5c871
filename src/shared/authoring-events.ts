// What the server for writing and the decks that are open there tell each other.

/** To every deck: a file was saved, and everything has been read again. */
export const SAVED_EVENT = 'docent:saved'

/** To the server: a slide could be built, but not be shown. */
export const FAILED_EVENT = 'docent:failed'

export interface SlideFailure {
  message: string
}
