import type { SourceDocument } from '../../../src/generate/document.ts'

function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []
}

/** Words of the source that stand neither in the tree nor in what was left out. */
export function lostWords({ text, root, omitted, title, description, author, date, language }: SourceDocument): string[] {
  const kept: unknown[] = [title, description, author, date, language, ...omitted.map(({ what }) => what)]
  const visit = (node: object) => {
    for (const [key, value] of Object.entries(node)) {
      if (Array.isArray(value))
        value.forEach(child => typeof child === 'object' && child !== null && visit(child))
      else if (key !== 'data' && key !== 'type')
        kept.push(key === 'checked' && value ? 'x' : value)
    }
  }
  visit(root)
  const all = kept.filter(value => value !== undefined && value !== null).join('\n')
  const have = new Set(words(all))
  const lower = all.normalize('NFC').toLowerCase()
  return [...new Set(words(text.replace(/<br *\/?>/g, ' ')))].filter(word => !have.has(word) && !lower.includes(word))
}
