/**
 * The slide as the shipped styles lay it out: lengths in pixels of the 980 x 552 canvas, widths in letters a line.
 * A test packs slides as full as these figures allow and measures them in a browser with the fonts that ship.
 */
export const canvas = {
  /** Below the title's first line. */
  body: 386,
  titleLine: 42,
  titleLetters: 48,
  gap: 20,
  text: { line: 31.3, letters: 84 },
  bullet: { line: 30.8, gap: 11, letters: 80, nested: { line: 28, letters: 84 } },
  code: { line: 24, padding: 28, name: 34, letters: 84 },
  table: { line: 27, padding: 19, letters: 82, cell: 3 },
  callout: { padding: 62, letters: 78 },
  question: { head: 70, letters: 42 },
  math: { line: 46, padding: 34 },
  picture: 180,
  column: 0.46,
} as const
