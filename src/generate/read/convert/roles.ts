import { wordList } from '../../text/patterns.ts'

/** What a role of reStructuredText shows. */
export interface RoleText {
  text: string
  isCode: boolean
  /** Where it leads, where that is an address. */
  url?: string
}

/** Roles whose content is read as text. */
const TEXT_ROLES = new Set(wordList(`
  ref doc term guilabel menuselection abbr numref any title-ref title emphasis strong sub sup dfn label keyword
  external ticket issue pr pull user commit cve rfc pep download eq cite footcite index
`))

const ADDRESSES: Record<string, (text: string) => string> = {
  pep: number => `https://peps.python.org/pep-${number.padStart(4, '0')}/`,
  rfc: number => `https://www.rfc-editor.org/rfc/rfc${number}`,
  cve: number => `https://www.cve.org/CVERecord?id=CVE-${number}`,
}
const NAMES: Record<string, string> = { pep: 'PEP', rfc: 'RFC', cve: 'CVE', ticket: '#', issue: '#', pr: '#' }

/** What `:role:content` of reStructuredText and Sphinx shows: the title before `<target>`, else the target itself. */
export function roleText(role: string, content: string): RoleText {
  const name = /^(?:foot)?cite\b/.test(role) ? 'cite' : role.split(':').at(-1)!.toLowerCase()
  const [, title, target] = /^([^<]*[^<\s])\s*<([^<>]+)>$/.exec(content.trim()) ?? []
  // "Figure %s <target>" leaves a place for the number.
  const plain = (title ?? content).replace(/\s*%s\b|\s*\{number\}/g, '').trim()
  if (ADDRESSES[name] && /^[\d-]+$/.test(target ?? plain))
    return { text: title ?? `${NAMES[name]} ${plain}`, isCode: false, url: ADDRESSES[name](target ?? plain) }
  if (!TEXT_ROLES.has(name))
    return { text: title ? plain : shortName(plain), isCode: true }
  if (title)
    return { text: plain, isCode: false }
  if (NAMES[name])
    return { text: `${NAMES[name]}${plain}`, isCode: false }
  return { text: name === 'doc' || name === 'ref' ? wordsOfTarget(plain) : plain, isCode: false }
}

/** `~a.b.c` is shown as `c`, `!x` as `x`. */
function shortName(target: string): string {
  return target.startsWith('~') ? target.split('.').at(-1)!.replace(/^~/, '') : target.replace(/^!/, '')
}

/** A page or label without a title of its own, in words: `/topics/http-urls` is "http urls". */
function wordsOfTarget(target: string): string {
  return target.split('/').at(-1)!.replace(/[-_]+/g, ' ').trim() || target
}
