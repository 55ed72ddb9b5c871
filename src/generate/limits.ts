/** What fits on a slide, and what a reader of it can take in. */
export const limits = {
  /**
   * Words of a text slide, the title not counted: what is aimed at, by how much that may be passed, and what never is;
   * `beside` something that is shown, and in a `callout`.
   */
  words: { target: 38, tolerance: 6, max: 60, beside: 25, callout: 26 },
  /** Bullets of a slide, nested ones too. */
  bullets: 6,
  /**
   * Words of a bullet: above `long` a clause is dropped where that is safe, above `max` another sentence is preferred;
   * `item` is for those of the document's own lists.
   */
  bullet: { long: 14, max: 20, item: 18 },
  /** Words of prose for each text slide, and for each bullet of it; fewer than `widow` get no slide of their own. */
  prose: { slide: 150, bullet: 30, widow: 38 },
  /** The same for a lecture of so few words that its paragraphs can have slides of their own. */
  shortLecture: { words: 220, slide: 28, widow: 8 },
  code: { lines: 17 },
  table: { columns: 5, rows: 8 },
  /** Characters of a title, of a section's with what a part of it is about, and of a sentence; words of a sentence. */
  title: { characters: 60, withTopic: 76, sentence: 86, sentenceWords: 16 },
  /** Sections that an agenda names. */
  agenda: { min: 4, max: 6 },
  /** From how many slides on a lecture ends with a summary, and how many sentences that has. */
  summary: { slides: 12, min: 3, max: 5 },
  /**
   * Slides of a lecture that is made of a part of a document: what is aimed at, and the most; a lecture of a former run
   * is not divided before it has `grown`.
   */
  lecture: { target: 40, max: 60, grown: 90 },
  /** Bytes of a document. */
  size: 20_000_000,
  /** Characters of a document without a heading or a new block, such as a table. */
  block: 6_000_000,
} as const
