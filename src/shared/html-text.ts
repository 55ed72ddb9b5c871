/** What stands inside of a word without parting it. */
const INLINE = /<\/?(?:[abiqsu]|abbr|cite|code|del|em|ins|kbd|mark|samp|small|span|strong|sub|sup|var)\b[^>]*>/g
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' }

/** The words of HTML that the build itself has made, without what only repeats a formula. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<annotation[\s\S]*?<\/annotation>/g, '')
    .replace(INLINE, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/g, (whole, name: string) => NAMED[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim()
}
