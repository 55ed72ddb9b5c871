import type { RootContent } from 'mdast'
import type { SourceDocument } from './document.ts'
import type { Section } from './sections.ts'
import path from 'node:path'
import { saysHeading } from './plan/titles.ts'
import { sectionTree } from './sections.ts'

/** A document's sections below the title that its lecture gets. */
export interface Outline {
  title: string
  /** Where the title is a heading of the document: that section's heading. */
  titleSection?: Section
  /** What stands before the first section. */
  intro: RootContent[]
  sections: Section[]
}

/**
 * The title of a document and its sections: the highest heading that stands once at the top is the title.
 * @param title what a person wants it to be called
 */
export function outlineOf(document: SourceDocument, title?: string): Outline {
  const root = sectionTree(document.root.children)
  const [first, ...others] = root.children
  if (document.named && document.title && !title && !(first?.depth === 1 && isAlike(first.title, document.title)))
    return { title: document.title, intro: root.blocks, sections: root.children }
  // One top heading that holds all others, or one that comes first and stands above the rest.
  if (first && !others.length && (first.children.length || !document.title || isSame(first.title, document.title))) {
    const intro = [...root.blocks, ...first.blocks]
    return { title: title ?? first.title, titleSection: first, intro, sections: first.children }
  }
  if (first && !root.blocks.length && others.every(({ depth }) => depth > first.depth)) {
    const sections = [...first.children, ...others]
    return { title: title ?? first.title, titleSection: first, intro: first.blocks, sections }
  }
  const known = document.title ?? (document.file === '-' ? first?.title : undefined)
  return { title: title ?? known ?? nameOf(document.file), intro: root.blocks, sections: root.children }
}

/** Whether one title says all words of the other. */
function isAlike(a: string, b: string): boolean {
  return saysHeading(a, b) || saysHeading(b, a) || isSame(a, b)
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase()
}

/** A title from a file's name: `02-set_up.md` is "Set up"; an index is called as its folder is. */
export function nameOf(file: string): string {
  if (file === '-')
    return 'Lecture'
  const { name, dir } = path.parse(file)
  const base = /^(?:index|readme)$/i.test(name) && path.basename(dir) ? path.basename(dir) : name
  const words = base.replace(/^\d+[-_. ]*/, '').replace(/[-_]+/g, ' ').trim() || base
  return words[0]!.toUpperCase() + words.slice(1)
}
