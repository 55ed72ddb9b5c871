import type { Finding } from '../check/finding.ts'
import { spans } from '../core/format.ts'

/** Findings of one cause in a file as one, at the first place, which says where the others are. */
export function mergeAlike(findings: readonly Finding[]): Finding[] {
  const groups = new Map<unknown, Finding[]>()
  for (const finding of findings) {
    const { rule, file, cause } = finding
    const key = cause === undefined ? finding : `${rule} ${file} ${cause}`
    groups.set(key, [...groups.get(key) ?? [], finding])
  }
  return Array.from(groups.values(), ([first, ...others]) => {
    if (!others.length)
      return first!
    const slides = [...new Set(others.flatMap(({ slide }) => slide ?? []))].sort((a, b) => a - b)
    const [texts, have] = others.length === 1 ? ['text', 'has'] : ['texts', 'have']
    const where = slides.length === 1 ? `slide ${slides[0]}` : `slides ${spans(slides)}`
    const more = `${others.length} more ${texts} of these colors ${have} it too (${where}).`
    return { ...first!, message: `${first!.message.replace(/\.$/, '')}; ${more}` }
  })
}
