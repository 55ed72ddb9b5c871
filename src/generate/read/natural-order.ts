/** Compares names as people order them: `2-b` before `10-a`; the same in every language of the machine. */
export function naturalOrder(a: string, b: string): number {
  const left = a.toLowerCase().match(/\d+|\D+/g) ?? []
  const right = b.toLowerCase().match(/\d+|\D+/g) ?? []
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [one, other] = [left[i]!, right[i]!]
    const numbers = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0
    if (numbers)
      return numbers
    if (one !== other && !(/^\d/.test(one) && /^\d/.test(other)))
      return one < other ? -1 : 1
  }
  return left.length - right.length || (a < b ? -1 : Number(a > b))
}
