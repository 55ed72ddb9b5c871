import { parseSync } from '@slidev/parser'
import { isScalar, isSeq, parseDocument } from 'yaml'

// A key, or one that is commented out.
const KEY_LINE = /^(?:#+[ \t]*)?["']?[\w.-]+["']?[ \t]*:(?:[ \t]|$)/
/** A key that begins a mapping whatever follows, or something that is no YAML at all. */
const PLAIN_KEY = /^[a-z][\w-]*:(?:[ \t]|$)/i
const HEADING = /^#{1,6}[ \t]+\S/

/**
 * The lines, from 0, of `---` after which a slide goes on without an empty line. Slidev takes such a text for front
 * matter and loses it. The first line of a file is always one of front matter.
 */
export function textSeparators(lines: readonly string[]): number[] {
  const kept = [...lines]
  const found: number[] = []
  // What was the end of front matter is a separator in its turn, so each one that is found is read past.
  for (;;) {
    const slide = parseSync(kept.join('\n'), '', { noParseYAML: true }).slides.find(({ start, frontmatterRaw }) =>
      start > 0 && frontmatterRaw !== undefined && kept[start]?.startsWith('---') && isText(frontmatterRaw))
    if (!slide)
      return found
    kept[slide.start] = asSeparator(kept[slide.start]!)
    found.push(slide.start)
  }
}

/** Turns these separators into such as no front matter follows, in place. */
export function keepText(lines: string[]): void {
  for (const line of textSeparators(lines))
    lines[line] = asSeparator(lines[line]!)
}

function asSeparator(line: string): string {
  return line.replace('---', '----')
}

function isText(yaml: string): boolean {
  const first = yaml.split('\n').find(line => line.trim())?.trimEnd() ?? ''
  // Most front matter: a parser takes its time.
  if (PLAIN_KEY.test(first))
    return false
  const { contents, errors } = parseDocument(yaml)
  if (errors.length)
    return !KEY_LINE.test(first)
  return contents === null ? HEADING.test(first) && !KEY_LINE.test(first) : isScalar(contents) || isSeq(contents)
}
