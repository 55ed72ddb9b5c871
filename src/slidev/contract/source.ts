import type { SlideInfo, SlidevData } from '@slidev/types'
import path from 'node:path'
import { extractImagesUsage, parseSync, parseTimeString } from '@slidev/parser'
import { load } from '@slidev/parser/fs'
import { readPreparsers } from './preparsers.ts'
import { deckRoots } from './roots.ts'
import { keepText } from './separators.ts'

/** What Slidev's parser reads from a course: every slide of every file, in order. */
export type CourseSource = Omit<SlidevData, 'config' | 'themeMeta'>

/** What it reads of one slide. */
export type SlideSource = SlideInfo

/**
 * Reads a course with Slidev's parser.
 * @param folders that of the course, and those beside it from which it may import; nothing outside of them is read
 * @param entry absolute path of its `slides.md`
 * @param read what is known of it
 * @param read.headmatter that of its entry
 * @param read.sources texts that stand for files on disk, by absolute path
 * @throws UserError where a \`setup/preparser.ts\` cannot be used
 */
export function readCourseSource(
  folders: readonly [string, ...string[]],
  entry: string,
  { headmatter, sources }: { headmatter: Record<string, unknown>, sources: Record<string, string> },
): Promise<CourseSource> {
  readPreparsers()
  const [root] = folders
  const { all: roots } = deckRoots({ root, headmatter })
  return load({ userRoot: root, roots, allowedRoots: [...folders] }, entry, sources, 'build')
}

/** The file that `slides.md` itself imports and that brings a slide, by whatever way; undefined for its own slides. */
export function importedFile({ importChain, source }: Pick<SlideSource, 'importChain' | 'source'>): string | undefined {
  return importChain?.length ? path.resolve(importChain[1]?.filepath ?? source.filepath) : undefined
}

/** The front matter of each slide of a Markdown file: its YAML, and the line on which that begins, from 1. */
export function frontMatterBlocks(markdown: string, file: string): { yaml: string, line: number }[] {
  return parseSlides(markdown, file, false).flatMap(({ frontmatterRaw, start }) =>
    // The raw text begins on the line after the opening `---`.
    frontmatterRaw === undefined ? [] : [{ yaml: frontmatterRaw, line: start + 2 }])
}

/**
 * A Markdown file with a line more in the front matter of its first slide.
 * @param line of YAML
 */
export function withFrontMatterLine(markdown: string, file: string, line: string): string {
  const ending = markdown.includes('\r\n') ? '\r\n' : '\n'
  const mark = markdown.startsWith('\uFEFF') ? '\uFEFF' : ''
  const text = markdown.slice(mark.length)
  const [first] = parseSlides(text, file, false)
  if (first?.frontmatterRaw === undefined)
    return `${mark}---${ending}${line}${ending}---${ending}${ending}${text}`
  const lines = text.split(/(?<=\n)/)
  return mark + lines.toSpliced(first.start + 1, 0, line + ending).join('')
}

/**
 * The slides of a Markdown file as Slidev reads them, without what they import.
 * @param readYaml whether front matter is read; text that is not YAML then makes it throw
 */
export function parseSlides(markdown: string, file: string, readYaml = true) {
  const lines = markdown.split(/\r?\n/)
  keepText(lines)
  return parseSync(lines.join('\n'), file, { noParseYAML: !readYaml }).slides
}

/** Slidev takes a picture in code inside of a line for one that the slide shows. */
const CODE_SPAN = /(?<![`\\])(`+)(?!`).*?[^`]\1(?!`)/g

/** Addresses of the pictures that a slide shows, in its Markdown and by its front matter. */
export function pictureAddresses(content: string, frontmatter: Record<string, unknown>): string[] {
  return extractImagesUsage(content.replace(CODE_SPAN, ''), frontmatter)
}

/** Line of a slide's file on which its content begins, from 1. */
export function contentLine({ source, content }: Pick<SlideSource, 'source' | 'content'>): number {
  const raw = source.raw.split('\n')
  const first = content.split('\n')[0]!
  const from = source.contentStart - source.start
  const offset = raw.findIndex((text, i) => i >= from && text.trim() === first.trim())
  return source.start + 1 + Math.max(offset, from)
}

/** Lines of a slide's file on which the keys of its front matter stand, from 1. */
export function keyLines({ source }: Pick<SlideSource, 'source'>): Record<string, number> {
  const end = source.contentStart - source.start
  return Object.fromEntries(source.raw.split('\n').slice(0, end).flatMap((text, i) => {
    const key = /^([\w-]+):/.exec(text)?.[1]
    return key ? [[key, source.start + i + 1]] : []
  }))
}

/** Minutes of what the timer takes, as `35min` or `1:20:00`; undefined where it takes nothing of the kind. */
export function minutesOfTimer(duration: unknown): number | undefined {
  if (typeof duration !== 'string' && typeof duration !== 'number')
    return
  try {
    return parseTimeString(duration).seconds / 60 || undefined
  }
  catch {}
}
