import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'

/** Code, which has none of these marks. */
const CODE = String.raw`(\x60+)(?:(?!\1)[\s\S])*?\1(?!\x60)`
/** Critic Markup with the thing that it says of a text; the marks of keys, icons and highlights; comments of a wiki. */
const MARKS = new RegExp([
  CODE,
  String.raw`\{\+\+(?<added>[^{}]*?)\+\+\}`,
  String.raw`\{--(?<removed>[^{}]*?)--\}`,
  String.raw`\{~~(?<before>[^{}]*?)~>(?<after>[^{}]*?)~~\}`,
  String.raw`\{==(?<marked>[^{}]*?)==\}`,
  String.raw`\{>>(?<comment>[^{}]*?)<<\}`,
  String.raw`(?<![\w+])\+\+(?<keys>[a-z\d"][\w"-]*(?:\+[\w"-]+)*)\+\+(?![\w+])`,
  String.raw`(?<icon>(?<![\w:]):(?:material|octicons?|fontawesome|simple|lucide|mdi|fa[bsr]?)-[\w-]+:(?:\{[^{}]*\})?)`,
  String.raw`(?<![=\w])==(?=\S)(?<bright>[^=\n]*?\S)==(?![=\w])`,
  String.raw`(?<hidden>%%.*?%%)`,
  String.raw`(?<!\\)\^\[(?<note>(?:[^[\]]|\[[^[\]]*\])+)\]`,
].join('|'), 'g')
const SIGNS = /\{\+\+|\{--|\{~~|\{==|\{>>|\+\+\w|:[a-z]+-[\w-]+:|==\S|%%|\^\[/

/** What becomes of marks that are no text: what is not shown, what was replaced, a footnote. */
interface OtherMarks {
  drop: (raw: string, why: string) => string
  replace: (raw: string) => void
  note: (text: string) => string
}

/** A line with what its marks show, in Markdown's own form. */
export function shownByMarks(text: string, { drop, replace, note }: OtherMarks): string {
  if (!SIGNS.test(text))
    return text
  return text.replace(MARKS, (raw: string, ...all: unknown[]) => {
    const found = all.at(-1) as Record<string, string | undefined>
    const { added, after, marked, keys, bright } = found
    if (after !== undefined)
      replace(raw)
    if (added !== undefined || after !== undefined)
      return added ?? after!
    if (found.removed !== undefined)
      return drop(raw, 'what an editor has removed')
    if (found.comment !== undefined || found.hidden !== undefined)
      return drop(raw, 'a comment')
    if (found.icon !== undefined)
      return drop(raw, 'an icon')
    if (found.note !== undefined)
      return note(found.note)
    if (keys !== undefined)
      return `\`${keyNames(keys)}\``
    return bright ?? marked ? `**${bright ?? marked}**` : raw
  })
}

/** Marks inside a line that MkDocs, Obsidian and editors' remarks have: what is shown stays, in Markdown's own form. */
export function textMarks(text: string, number: number, scanner: Scanner): string {
  return shownByMarks(text, {
    drop: (raw, why) => scanner.output.inlinePlaceholder({ type: 'drop', why, raw, line: number }),
    replace: raw => scanner.omit(number, raw, 'what an editor has replaced'),
    note: note => scanner.output.footnote(note, number),
  })
}

/** States of a task that are neither open nor done, as some editors mark them. */
const TASK = /^(?<item>(?:[-*+]|\d+[.)])[ \t]+)\[[->/!?*<"]\](?=[ \t]+\S)[ \t]+/

/** The mark of a task that is neither open nor done. */
export function taskMarks(text: string, number: number, scanner: Scanner): string {
  return text.replace(TASK, (raw: string, item: string) => {
    scanner.omit(number, raw.trim(), 'the mark of a task')
    return item
  })
}

/** What an abbreviation means, on a line of its own. */
const ABBREVIATION = /^\*\[([^[\]]+)\]:[ \t]*(\S.*)$/

/** Abbreviations become a list of what they mean. */
export function abbreviation(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const [, name, meaning] = ABBREVIATION.exec(line.text) ?? []
  if (!name || !meaning)
    return undefined
  scanner.omit(line.number, line.text.slice(0, 2), 'the mark of an abbreviation')
  return [`- **${name}**: ${meaning}`]
}

/** `ctrl+alt+del` as keyboards call it. */
function keyNames(keys: string): string {
  return keys.split('+').map((key) => {
    const name = key.replaceAll('"', '').replaceAll('-', ' ')
    return name.charAt(0).toUpperCase() + name.slice(1)
  }).join('+')
}
