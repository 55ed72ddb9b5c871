/** More levels than a person would nest. */
const MAX_DEPTH = 30

/** A line whose quotations and lists begin no more levels at once than a person would nest. */
export function withoutDepth(text: string): string {
  if (!/^\s*(?:>|[*+-]\s+[*+-]\s)/.test(text))
    return text
  const [start] = /^(?:[ \t]*(?:>|[*+-](?=[ \t])))*/.exec(text)!
  const signs = start.match(/[>*+-]/g) ?? []
  if (signs.length <= MAX_DEPTH)
    return text
  return `${signs.slice(0, MAX_DEPTH).map(sign => `${sign} `).join('')}${text.slice(start.length).trimStart()}`
}
