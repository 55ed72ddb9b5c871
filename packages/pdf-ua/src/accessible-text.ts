import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import type { TextRun } from './text-run.ts'
import { readText } from './dictionaries.ts'
import { joinSpoken } from './spoken-text.ts'
import { openTaggedFile } from './tagged-file.ts'
import { joinRuns } from './text-run.ts'

/** What a screen reader finds on a page. */
export interface AccessiblePage {
  /** All text of the page that the tag tree reaches, in reading order, with the descriptions of its figures. */
  text: string
  /** Descriptions of the figures, in reading order; an empty one where a figure has none. */
  figures: string[]
  /** Text that is drawn but marked as decoration, or not marked at all: nobody hears it. */
  untaggedText: string
}

/**
 * Reads a PDF as a screen reader does: along the tag tree, with descriptions in the place of figures and replaced text.
 * Text below a description is not read by itself, but is part of `text` as well: it is on the page and in the tree.
 * @returns one entry for each page
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function readAccessibleText(bytes: Uint8Array): Promise<AccessiblePage[]> {
  return accessiblePages(await openTaggedFile(bytes))
}

/** `readAccessibleText` of a loaded file. */
export function accessiblePages(file: TaggedFile): AccessiblePage[] {
  const pages = file.pages.map(() => ({ parts: [] as (string | TextRun)[], figures: [] as string[] }))
  const indexes = new Map(file.pages.map((page, i) => [page.ref, i]))
  if (file.tags)
    visit(file.tags)
  return pages.map(({ parts, figures }, i) => {
    const { artifacts, untagged } = file.contents[i]!
    return {
      text: joinSpoken(parts, '\n'),
      figures,
      untaggedText: [joinRuns(artifacts), ...untagged.map(({ text }) => text)].join(' ').trim(),
    }
  })

  function visit(tag: PdfTag): void {
    const description = readText(tag.dict, 'Alt') ?? readText(tag.dict, 'ActualText')
    if (description !== undefined || isFigure(tag)) {
      const page = pages[(file.pageOf(tag) ?? 0) - 1]
      page?.parts.push(description ?? '')
      if (isFigure(tag))
        page?.figures.push(description ?? '')
    }
    for (const kid of tag.kids) {
      if (kid.kind === 'tag')
        visit(kid.tag)
      else if (kid.kind === 'content' && kid.page)
        pages[indexes.get(kid.page) ?? -1]?.parts.push(...file.markedText(kid.key))
    }
  }
}

function isFigure({ type }: PdfTag): boolean {
  return type === 'Figure' || type === 'Formula'
}
