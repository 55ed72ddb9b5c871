import { UserError } from '../../core/errors.ts'

/**
 * Slide numbers of a range such as `2-5,8`.
 * @throws UserError when it is no range or names a slide that a lecture does not have
 */
export function parseRange(range: string, total: number, what: string): number[] {
  const numbers = range.split(',').flatMap((part) => {
    const [, from, to] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? []
    const first = Number(from)
    const last = Number(to ?? from)
    if (!from || first < 1 || last < first || last > total)
      throw new UserError(`"${range}" is no range of ${what}, which has the slides 1 to ${total}.`, 'Write numbers and spans with commas between them, e.g. 2-5,8.')
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}
