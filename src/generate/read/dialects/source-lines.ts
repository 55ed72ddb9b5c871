/** What ends a container of any dialect; the group that matches says which. */
const CLOSING = new RegExp([
  String.raw`^(?:\s|>)*(?:(?<colons>:{3,})\s*$|(?<slashes>\/{3,})\s*$)`,
  '^(?:\\s|>)*(?:`{3,}|~{3,}|:{3,})\\{(?<gated>[\\w:-]+)-end\\}',
  String.raw`\{%-?\s*(?:end|\/)\s*(?<liquid>[\w-]*)`,
  String.raw`\{\{[<%]\s*\/\s*(?<hugo>[\w/-]+)`,
  String.raw`<\/(?<tag>[A-Za-z][\w.:-]*)\s*>`,
  String.raw`(?<comment>-->)`,
  String.raw`(?<expression>\*\/\})`,
].join('|'), 'g')

/** The lines of a document, read one after the other, with what is known of those to come. */
export class SourceLines {
  readonly #lines: readonly string[]
  /** The last line, from 1, on which each kind of container is closed: an opening below it is none. */
  readonly #lastClosings: Map<string, number>
  #position: number

  /** @param start lines at the beginning that are not read */
  constructor(lines: readonly string[], start: number) {
    this.#lines = lines
    this.#position = start
    this.#lastClosings = lastClosings(lines)
  }

  /** How many lines are read, which is the number of the last one. */
  get position(): number {
    return this.#position
  }

  get length(): number {
    return this.#lines.length
  }

  get hasMore(): boolean {
    return this.#position < this.#lines.length
  }

  /** The next line; a line without text at the end. */
  read(): string {
    return this.#lines[this.#position++] ?? ''
  }

  /** The next line, which stays to be read. */
  peek(): string | undefined {
    return this.#lines[this.#position]
  }

  /** Goes on after the line of this number. */
  skipTo(number: number): void {
    this.#position = number
  }

  /** The line of a number from 1. */
  at(number: number): string | undefined {
    return this.#lines[number - 1]
  }

  /** The lines of these numbers, both included. */
  between(first: number, last: number): string[] {
    return this.#lines.slice(first - 1, last)
  }

  /** Whether a container of this key is closed below the line of this number. */
  isClosed(key: string, number: number): boolean {
    return (this.#lastClosings.get(key) ?? 0) > number
  }

  /** Says that no closing of this key is for what is still to come, so that nobody looks for it again. */
  giveUp(key: string): void {
    this.#lastClosings.delete(key)
  }
}

function lastClosings(lines: readonly string[]): Map<string, number> {
  const last = new Map<string, number>()
  lines.forEach((line, i) => {
    for (const { groups = {} } of line.matchAll(CLOSING)) {
      const key = keyOf(groups)
      if (key)
        last.set(key, i + 1)
    }
  })
  return last
}

function keyOf({ gated, colons, slashes, liquid, hugo, tag, comment, expression }: Record<string, string | undefined>) {
  if (gated)
    return `gated:${gated}`
  if (colons)
    return 'colon'
  if (slashes)
    return `slash:${slashes.length}`
  if (liquid !== undefined)
    return `liquid:${liquid}`
  if (hugo)
    return `hugo:${hugo}`
  if (tag)
    return `tag:${tag}`
  if (comment)
    return 'comment'
  if (expression)
    return 'expression'
}
