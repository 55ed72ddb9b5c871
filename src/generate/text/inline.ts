import type { Delete, Emphasis, Link, PhrasingContent, Strong } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { numberOfWords } from './words.ts'

// Formatting becomes private-use characters, so that no string work can cut inside it.
const FIRST = 0x100000
const LAST = 0x10FFFD
/** A character that stands for a token. */
export const TOKEN = /[\u{100000}-\u{10FFFD}]/gu

/** Words above which a mark is opened and closed, because a cut may be needed inside of it. */
const MAX_WORDS = { mark: 5, link: 10 }

/** A mark around other content, which can be closed and opened again. */
type Wrap = Emphasis | Strong | Delete | Link

type Token
  = | { kind: 'node', node: PhrasingContent }
    | { kind: 'open' | 'close', wrap: Wrap }

/** Phrasing content as one string in which every mark or unbroken piece is one character. */
export class Inline {
  readonly tokens: Token[] = []
  readonly text: string

  constructor(nodes: readonly PhrasingContent[]) {
    this.text = this.#flatten(nodes).replace(/[ \t\n]+/g, ' ').trim()
  }

  #flatten(nodes: readonly PhrasingContent[]): string {
    return nodes.map((node) => {
      if (node.type === 'text')
        return node.value.replace(TOKEN, '\uFFFD')
      if (node.type === 'break')
        return ' '
      if (!isWrap(node) || !isLong(node))
        return this.#add({ kind: 'node', node })
      const open = this.#add({ kind: 'open', wrap: node })
      const inside = this.#flatten(node.children)
      return open + inside + this.#add({ kind: 'close', wrap: node })
    }).join('')
  }

  #add(token: Token): string {
    if (this.tokens.length > LAST - FIRST)
      return ''
    this.tokens.push(token)
    return String.fromCodePoint(FIRST + this.tokens.length - 1)
  }

  /** The tokens that characters of a part of `text` stand for, in order. */
  tokensIn(part: string): Token[] {
    return (part.match(TOKEN) ?? []).flatMap(character => this.tokenOf(character) ?? [])
  }

  /** The token that a character stands for. */
  tokenOf(character: string): Token | undefined {
    const code = character.codePointAt(0)!
    return code >= FIRST ? this.tokens[code - FIRST] : undefined
  }

  /** What a reader sees of a part of `text`. */
  plain(part: string): string {
    return part.replace(TOKEN, (character) => {
      const token = this.tokenOf(character)
      return token?.kind === 'node' ? toString(token.node, { includeHtml: false }) : ''
    })
  }

  /** A part of `text` as phrasing content; marks that are open at its ends are closed and opened there. */
  restore(part: string): PhrasingContent[] {
    const root: PhrasingContent[] = []
    const stack: { children: PhrasingContent[] }[] = [{ children: root }]
    for (const wrap of this.#unopened(part))
      this.#open(stack, wrap)
    for (const piece of part.split(/([\u{100000}-\u{10FFFD}])/u)) {
      if (!piece)
        continue
      const token = this.tokenOf(piece)
      if (!token)
        stack.at(-1)!.children.push({ type: 'text', value: piece })
      else if (token.kind === 'node')
        stack.at(-1)!.children.push(token.node)
      else if (token.kind === 'open')
        this.#open(stack, token.wrap)
      else if (stack.length > 1)
        stack.pop()
    }
    return root
  }

  #open(stack: { children: PhrasingContent[] }[], wrap: Wrap): void {
    const node = { ...wrap, children: [] as PhrasingContent[] } as Wrap
    stack.at(-1)!.children.push(node)
    stack.push({ children: node.children })
  }

  #unopened(part: string): Wrap[] {
    const missing: Wrap[] = []
    let depth = 0
    for (const token of this.tokensIn(part)) {
      if (token.kind === 'open')
        depth++
      if (token.kind === 'close' && --depth < 0) {
        missing.unshift(token.wrap)
        depth = 0
      }
    }
    return missing
  }
}

function isWrap(node: PhrasingContent): node is Wrap {
  return node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete' || node.type === 'link'
}

function isLong(node: Wrap): boolean {
  const text = toString(node)
  if (node.type === 'link')
    return numberOfWords(text) > MAX_WORDS.link
  return numberOfWords(text) > MAX_WORDS.mark || /[.!?。！？]/.test(text)
}
