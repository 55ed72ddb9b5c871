/**
 * How a document becomes lectures: one, or several where it is too long to be taught at once; always one; one of each
 * of its sections.
 */
export const splits = ['auto', 'lecture', 'section'] as const
export type Split = typeof splits[number]
