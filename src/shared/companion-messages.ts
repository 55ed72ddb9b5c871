/** A step of a slide. */
export interface DeckPlace {
  /** Number of the slide, from 1. */
  number: number
  /** Open steps on it, from 0. */
  click: number
}

/** What the page around a deck asks of it. */
export interface DeckRequest extends DeckPlace {
  docent: 'show'
}

/** What a deck tells the page around it, when it is there and whenever it shows something else. */
export interface DeckReport extends DeckPlace {
  docent: 'at'
  /** Whether the reader did that in the deck itself. */
  byReader: boolean
}
