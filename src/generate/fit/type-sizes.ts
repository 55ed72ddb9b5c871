/**
 * Sizes of type that a slide can have, from the largest: pixels of its text, of its code and of a line of code on the
 * 980 x 552 canvas. `styles/type.css` has a class `type-<name>` for each but `normal`, which is a slide's own size.
 */
export const typeSizes = {
  statement: { text: 40, code: 24, codeLine: 34 },
  huge: { text: 33, code: 24, codeLine: 34 },
  large: { text: 28, code: 21, codeLine: 30 },
  roomy: { text: 25, code: 19, codeLine: 27 },
  normal: { text: 22, code: 16, codeLine: 24 },
  dense: { text: 20, code: 15, codeLine: 18 },
} as const

export type TypeSize = keyof typeof typeSizes
