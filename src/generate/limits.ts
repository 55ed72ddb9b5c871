/**
 * What fits on a slide and what a reader of it can take in.
 */
export const limits = {
  /** Words of a text slide, the title not counted: what is aimed at, and what is never passed. */
  words: { target: 38, beside: 25, callout: 26, most: 60 },
  /** Bullets of a slide, nested ones too. */
  bullets: 6,
  /** Words of a bullet: above `long` a clause is dropped where that is safe, above `most` another sentence is preferred. */
  bullet: { long: 14, most: 20, item: 18 },
  /** Words of prose for each text slide, and for each bullet of it. */
  prose: { slide: 150, bullet: 30, widow: 38 },
  code: { lines: 13, stepped: 40, slides: 6, columns: 84 },
  table: { columns: 5, rows: 6, cell: 60 },
  title: { characters: 60, assertion: 16, long: 92 },
  agenda: { least: 4, most: 6 },
  /** Slides from which a lecture ends with a summary. */
  summary: 12,
  links: { least: 3, most: 6 },
  /** Bytes of a document. */
  size: 4_000_000,
} as const
