/**
 * Sizes of type that a slide can have, from the largest: pixels of its text, of its code and of a line of code on the
 * 980 x 552 canvas. `styles/type.css` has a class `type-<name>` for each but `normal`, which is a slide's own size.
 */
export const typeSizes = {
  statement: { text: 42, code: 26, codeLine: 34 },
  huge: { text: 34, code: 25, codeLine: 34 },
  large: { text: 30, code: 22, codeLine: 29.75 },
  roomy: { text: 27, code: 20, codeLine: 27 },
  normal: { text: 25, code: 19, codeLine: 25.5 },
  dense: { text: 22, code: 18, codeLine: 21.25 },
} as const

export type TypeSize = keyof typeof typeSizes
