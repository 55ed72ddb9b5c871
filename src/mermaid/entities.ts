/** Characters that an author writes by name because they have a meaning of their own in Mermaid. */
const NAMED: Record<string, string> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: '\'',
  nbsp: '\u00A0',
  semi: ';',
  hash: '#',
}

// Mermaid writes `#quot;` into SVG texts as `&quot;`. So it gets a letter of the private use area in its place,
// which becomes the character again.
const PRIVATE = 0xE000
const STANDINS = /[\uE000-\uE07F]/g

/** Lines in which `#333;` is a colour. */
const STYLES = /^\s*(?:style|classDef|linkStyle)\b|^\s*%%|\w:\s*#/

/** Replaces Mermaid's entity codes, `#quot;` and `#9829;`, by what it leaves alone. */
export function hideEntities(code: string): string {
  return code.split('\n').map(line => STYLES.test(line) ? line : hideInLine(line)).join('\n')
}

function hideInLine(line: string): string {
  return line.replace(/#(\d{1,6}|[a-z]{2,6});/gi, (whole, name: string) => {
    const character = /^\d/.test(name)
      ? String.fromCodePoint(Math.min(Number(name), 0x10FFFF))
      : NAMED[name.toLowerCase()]
    if (character === undefined)
      return whole
    const point = character.codePointAt(0)!
    return point < 0x80 ? String.fromCodePoint(PRIVATE + point) : character
  })
}

/** The characters themselves, in text. */
export function showEntities(text: string): string {
  return text.replace(STANDINS, standin => String.fromCodePoint(standin.codePointAt(0)! - PRIVATE))
}

/** The characters themselves, in SVG. */
export function showEntitiesInSvg(svg: string): string {
  return svg.replace(STANDINS, standin => `&#${standin.codePointAt(0)! - PRIVATE};`)
}
