/**
 * The slide as the shipped styles lay it out: lengths in pixels of the 980 x 552 canvas, widths in letters a line.
 * A test packs slides as full as these figures allow and measures them in a browser with the fonts that ship.
 */
export const slideMetrics = {
  /** Below the title's first line. */
  body: 386,
  titleLine: 42,
  titleLetters: 48,
  gap: 20,
  text: { line: 31.3, letters: 84 },
  bullet: { line: 30.8, gap: 11, letters: 80, nested: { line: 28, letters: 84 } },
  quote: { letters: 81 },
  /** Its box has `padding` above and below, and `beside` its lines; a letter's width is a share of its size. */
  code: { padding: 28, name: 44, width: 845, beside: 36, letter: 0.6 },
  /** Letters of a cell beside its text, of a column at least, and of one that is made narrower. */
  table: { line: 27, padding: 19, letters: 82, cell: 3, minColumn: 3, minNarrow: 6 },
  /** `width` is the share of the slide's width that its frame leaves. */
  callout: { padding: 62, width: 0.94 },
  question: { head: 70, letters: 42 },
  math: { line: 46, padding: 34 },
  picture: 180,
  /** Share of the slide's width that a column has. */
  column: 0.46,
  /** The same for text and for the code beside it. */
  beside: { text: 0.37, code: 0.56 },
} as const
