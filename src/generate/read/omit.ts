import type { Omission } from '../document.ts'

/**
 * Remembers that something of the source is not in the tree, and why.
 * @param lines number of a line, or of the first and the last one
 */
export function omit(omitted: Omission[], lines: number | [number, number], what: string, why: string): void {
  omitted.push({ lines: typeof lines === 'number' ? [lines, lines] : lines, what, why })
}
