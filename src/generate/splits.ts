/** How a document becomes lectures: one of the whole document, or one of each of its sections. */
export const splits = ['lecture', 'section'] as const
export type Split = typeof splits[number]
