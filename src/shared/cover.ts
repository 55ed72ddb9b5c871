/** What the cover of a lecture has besides its title. */
export interface CoverOfDeck {
  /** Author and day, in a line. */
  by?: string
  /** The lecture's first diagram without words, as SVG inside a `viewBox`; its number stands there without it. */
  motif?: { box: string, parts: string }
}
