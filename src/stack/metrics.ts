// Sizes of a diagram's parts in drawing units, of which one is about a pixel of a slide.

export const LABEL_FONT = 20
export const LABEL_LINE = 23
export const TITLE_FONT = 22
export const TITLE_LINE = 26
export const ARROW_FONT = 18
export const ARROW_LINE = 21

/** How far an extruded box reaches to the left and up behind its front. */
export const DEPTH = { x: 13, y: 8 } as const
/** How much narrower each layer of an extruded stack is than the one below, on each side. */
export const STEP_IN = 4
/** Between the edge of a box and the boxes inside it. */
export const INSET = 14

/** Distance between the lanes of two arrows, and between arrows that meet one side of a box. */
export const LANE = 14
/** Between a lane and the label beside it. */
export const LABEL_GAP = 9
/** From a box to the first lane beside it: the head of an arrow and a little of its line. */
export const APPROACH = 20

/** Between stacks, where no arrow runs. */
export const STACK_GAP = 44

/** Between columns, where no arrow runs. */
export function columnGap(extruded: boolean): number {
  return extruded ? DEPTH.x + 6 : 10
}

/** Between a layer and the one on top of it. */
export function layerGap(extruded: boolean): number {
  return extruded ? 0 : 6
}

/** Between a label and the sides of its box: less where a diagram is short of width, from ease 0 to 1. */
export function labelPadding(ease: number): number {
  return 9 + 5 * ease
}

/** How much lower the label of a box begins where other boxes stand below it. */
export function labelTop(hasChildren: boolean): number {
  return hasChildren ? 3 : 0
}
