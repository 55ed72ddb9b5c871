/**
 * The slide as the shipped styles lay it out: lengths in pixels of the 980 x 552 canvas, widths in letters a line.
 * A test packs slides as full as these figures allow and measures them in a browser with the fonts that ship.
 */
export const slideMetrics = {
  /** Pixels of a slide between its margins. */
  width: 868,
  /** Below the title's first line. */
  body: 386,
  titleLine: 42.5,
  titleLetters: 45,
  /** What code in a title adds to its height. */
  titleCode: 4,
  gap: 17,
  /** A line is no longer than `lineWidth` times its type, or than `minWidth` where that is more. */
  text: { line: 34, letters: 74, lineWidth: 27, minWidth: 700 },
  bullet: { line: 34, gap: 12.75, letters: 70.5, nested: { line: 31, letters: 74 } },
  quote: { letters: 71 },
  /** Its box has `padding` above and below, and `beside` its lines; a letter's width is a share of its size. */
  code: { padding: 24, name: 42, width: 845, beside: 36, letter: 0.6 },
  /** Letters of a cell beside its text, of a column at least, and of one that is made narrower. */
  table: { line: 31, padding: 18, letters: 71, cell: 3, minColumn: 3, minNarrow: 6 },
  /** `width` is the share of the slide's width that its frame leaves. */
  callout: { padding: 74, width: 0.9 },
  question: { head: 60, letters: 32 },
  math: { line: 52, padding: 38 },
  picture: 180,
  /** Share of the slide's width that a column has. */
  column: 0.46,
  /** The same for text and for the code beside it. */
  beside: { text: 0.37, code: 0.56 },
} as const
