const REMOTE_URL = /url\(\s*(["']?)((?:https?:)?\/\/[^"')\s]+)\1\s*\)/gi
const REMOTE_IMPORT = /@import\s+(?:url\(\s*)?["']?((?:https?:)?\/\/[^"')\s]+)[^;]*;?/gi
const FONT_FACE = /@font-face\s*\{[^}]*\}/gi

/** A style sheet that asks no other host: without imports, fonts and pictures from there. */
export function stillStyles(css: string): string {
  return css
    .replace(REMOTE_IMPORT, '')
    .replace(FONT_FACE, face => face.search(REMOTE_URL) < 0 ? face : '')
    .replace(REMOTE_URL, 'none')
}

/** What a style sheet asks of other hosts, and where it says so: characters from its start. */
export function remoteInStyles(css: string): { address: string, offset: number }[] {
  const imports = Array.from(css.matchAll(REMOTE_IMPORT), ({ 1: address, index }) =>
    ({ address: address!, offset: index }))
  const inImport = new Set(imports.map(({ address }) => address))
  const urls = Array.from(css.matchAll(REMOTE_URL), ({ 2: address, index }) => ({ address: address!, offset: index }))
  return [...imports, ...urls.filter(({ address }) => !inImport.has(address))]
}
