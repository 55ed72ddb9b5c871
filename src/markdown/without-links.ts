/**
 * Markdown in which links to lectures of the course are plain text.
 * @param slugs of the lectures, which are not there
 */
export function withoutLinksTo(markdown: string, slugs: readonly string[]): string {
  if (!slugs.length)
    return markdown
  const names = slugs.map(slug => slug.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  const address = `<?(?:\\.{1,2}/)+(?:${names})(?:[/?#][^\\s)>]*)?>?`
  return markdown
    .replace(new RegExp(`(?<!!)\\[([^\\[\\]]*)\\]\\(\\s*${address}(?:\\s+["'][^"']*["'])?\\s*\\)`, 'g'), '$1')
    .replace(new RegExp(`\\s:?href=(["'])(?:\\.{1,2}/)+(?:${names})(?:[/?#][^"']*)?\\1`, 'g'), '')
}
