// Read here, not by what writes the files, so that a mistake there does not blind the proof.
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' }

/** Undoes what JavaScript, JSON and HTML do to letters. */
export function unescapeText(text: string): string {
  return text
    .replace(/\\u\{?([\da-f]{4,6})\}?/gi, (_, hex: string) => fromCode(Number.parseInt(hex, 16)))
    .replace(/\\([nrt"'`\\])/g, (_, char: string) => 'nrt'.includes(char) ? ' ' : char)
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
      if (name)
        return ENTITIES[name.toLowerCase()] ?? ' '
      return fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal))
    })
}

function fromCode(code: number): string {
  return code <= 0x10FFFF ? String.fromCodePoint(code) : ' '
}
