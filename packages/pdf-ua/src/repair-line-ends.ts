import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { ContentEdit } from './content-edit.ts'
import type { Font } from './font.ts'
import type { ShownRun } from './text-state.ts'
import { editContent } from './content-edit.ts'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { MarkedContentStack, propertiesOf } from './marked-content.ts'
import { followText } from './marked-text.ts'
import { readPageStreams, replacePageStreams } from './streams.ts'
import { findGap, IDENTITY } from './text-run.ts'
import { TextState } from './text-state.ts'

/** Parts of words that are shorter may stand in any. */
const MIN_PART = 8

/** What a person sees, to tell where a line breaks inside of a word. */
export interface SeenWords {
  words: ReadonlySet<string>
  /** Those of which a line may hold a part. */
  long: string
}

/** Words as `repairLineEnds` looks them up. */
export function seenWords(words: readonly string[] = []): SeenWords {
  return { words: new Set(words), long: words.filter(({ length }) => length > MIN_PART).join('\n') }
}

/** Tagged text with the place in the content at which it ends. */
interface LineEnd {
  run: ShownRun
  /** Offset after the operator that shows its last letters. */
  at: number
  /** The operands of the `Tf` that chose its font. */
  font: { key: string, size: string }
}

/** Scripts that have no spaces between words, or whose lines are drawn from their ends. */
const SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Arab', 'Hebr']
const NAMES = SCRIPTS.map(name => `\\p{Script=${name}}`).join('')
const WITHOUT_SPACES = new RegExp(`[${NAMES}\u3000-\u303F\uFF00-\uFFEF]`, 'u')
const HYPHEN = /[-\u00AD\u2010\u2011]$/

/**
 * Browsers do not draw the space at which a line breaks, so that its words run together where text is copied or read
 * aloud: a space follows each line. What stands on the page does not change.
 * @param seen all words that a person sees: where a line breaks inside of one, none follows
 */
export function repairLineEnds(page: PDFPage, readFont: (dict: PDFDict) => Font, seen: SeenWords): void {
  const { node, doc: { context } } = page
  const bytes = readPageStreams(context, node.Contents())
  const fonts = findDict(node.Resources(), 'Font')
  const findFont = (key: string) => {
    const dict = findDict(fonts, key)
    return dict && readFont(dict)
  }
  const spaces = (fonts?.keys() ?? []).flatMap((key) => {
    const { space, codeBytes } = findFont(key.decodeText()) ?? {}
    if (space === undefined || !codeBytes)
      return []
    const code = space.toString(16).padStart(codeBytes * 2, '0').toUpperCase()
    return [{ key: key.decodeText(), code }]
  })
  const ends = readLineEnds(bytes, findFont, propertiesOf(node.Resources()))
  const edits = ends.flatMap((end, i): ContentEdit[] => {
    const { run, at, font } = end
    const next = ends[i + 1]?.run
    if (next && findGap(run, next) !== 'line')
      return []
    if (!wantsSpace(run.text, next?.text ?? '', seen))
      return []
    const own = spaces.find(({ key }) => key === font.key)
    const space = own ?? spaces[0]
    if (!space)
      return []
    const shown = `<${space.code}> Tj`
    const text = own ? `\n${shown}` : `\n/${space.key} ${font.size} Tf ${shown}\n/${font.key} ${font.size} Tf`
    return [{ from: at, to: at, text }]
  })
  if (edits.length)
    replacePageStreams(page, editContent(bytes, edits.sort((a, b) => a.from - b.from)))
}

function wantsSpace(before: string, after: string, { words, long }: SeenWords): boolean {
  if (!before.trim() || /\s$/.test(before) || /^\s/.test(after))
    return false
  if (HYPHEN.test(before) || WITHOUT_SPACES.test(before.at(-1)!) || WITHOUT_SPACES.test(after.at(0) ?? ''))
    return false
  const [last = ''] = /\S+$/.exec(before) ?? []
  const [first = ''] = /^\S+/.exec(after) ?? []
  if (!first)
    return true
  const joined = last + first
  return !words.has(joined) && !(joined.length >= MIN_PART && long.includes(joined))
}

function readLineEnds(
  bytes: Uint8Array,
  findFont: (key: string) => Font | undefined,
  properties: ReturnType<typeof propertiesOf>,
): LineEnd[] {
  const found: LineEnd[] = []
  const stack = new MarkedContentStack()
  const reader = new ContentReader(bytes)
  let font = { key: '', size: '1' }
  let shown: Omit<LineEnd, 'run'> = { at: 0, font }
  const text = new TextState(IDENTITY, findFont, (run) => {
    if (stack.key !== undefined)
      found.push({ run, ...shown })
  })
  // Every marked content is one stream's: its owner does not matter here.
  const owner = { objectNumber: 0 } as Parameters<MarkedContentStack['open']>[0]
  while (reader.next()) {
    const followed = followText(reader, { owner, stack, text, properties })
    if (followed === 'text') {
      shown = { at: reader.end, font }
    }
    else if (!followed) {
      if (reader.operator === 'Tf')
        font = { key: reader.name(0) ?? '', size: String(reader.number(1)) }
      text.handle(reader)
    }
  }
  text.flush()
  return found
}
