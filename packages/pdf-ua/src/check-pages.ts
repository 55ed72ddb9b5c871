import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { PageContent } from './page-content.ts'
import type { PdfFinding } from './rules.ts'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { listAnnotations } from './annotations.ts'
import { readText } from './dictionaries.ts'
import { excerpt } from './excerpt.ts'
import { eachLeaf, eachTag } from './structure.ts'
import { joinRuns } from './text-run.ts'

/** What holds for the pages: what they draw, and what can be clicked on them. */
export function* checkPdfPages(file: TaggedFile): Generator<PdfFinding> {
  const reached = new Set<string>()
  const owners = new Map<string, PdfTag>()
  for (const leaf of file.tags ? eachLeaf(file.tags) : []) {
    if (leaf.kind === 'content')
      reached.add(leaf.key)
  }
  for (const tag of file.tags ? eachTag(file.tags) : []) {
    for (const kid of tag.kids) {
      if (kid.kind === 'object')
        owners.set(kid.ref.tag, tag)
    }
  }
  for (const [i, page] of file.pages.entries()) {
    const number = i + 1
    const content = file.contents[i]!
    yield* checkTagged(content, number, reached)
    yield* checkLetters(content, number)
    yield* checkAnnotations(page, number, owners)
  }
  yield* checkForms(file)
}

function* checkTagged(
  { untagged, marked }: PageContent,
  page: number,
  reached: ReadonlySet<string>,
): Generator<PdfFinding> {
  if (untagged[0]) {
    const text = excerpt(untagged.map(item => item.text).join(' '))
    const drawn = text ? `The text "${text}" is` : `${untagged.length} drawings are`
    const message = `${drawn} neither tagged nor marked as decoration.`
    yield { rule: 'untagged', page, element: untagged[0].operator, message }
  }
  for (const [key, runs] of marked) {
    if (reached.has(key))
      continue
    const drawn = runs.length ? `The text "${excerpt(runs.map(({ text }) => text).join(''))}"` : 'A drawing'
    const message = `${drawn} is tagged but not in the tag tree.`
    yield { rule: 'unreached', page, element: `MCID ${key.split(' ')[1]}`, message }
  }
}

function* checkLetters({ fonts, runs, missing, artifacts }: PageContent, page: number): Generator<PdfFinding> {
  for (const { name, embedded } of fonts) {
    if (!embedded)
      yield { rule: 'font', page, element: name, message: `The font ${name} is not in the file.` }
  }
  // The dots of an Arabic letter are drawn by themselves; decoration has no text around them that says the letter.
  const dots = new Set(artifacts.filter(({ text }) => /^\uFFFD+$/.test(text)))
  const unread = runs.find(run => !dots.has(run) && /[\uFFFD\0\uFEFF\uFFFE]/.test(run.text))
  if (unread) {
    const { font: { name }, text } = unread
    const message = `The font ${name} does not say which letter it draws in "${excerpt(text)}".`
    yield { rule: 'letter', page, element: name, message }
  }
  if (missing[0]) {
    const at = runs.indexOf(missing[0])
    const before = joinRuns(runs.slice(Math.max(0, at - 3), at)).trim()
    const place = before ? ` after "${before.slice(-40)}"` : ''
    const message = `A letter${place} is in no font, so an empty box is drawn for it.`
    yield { rule: 'missing-letter', page, element: missing[0].font.name, message }
  }
}

function* checkAnnotations(page: PDFPage, number: number, owners: ReadonlyMap<string, PdfTag>): Generator<PdfFinding> {
  const annotations = listAnnotations(page.doc.context, page.node)
  if (annotations.length && page.node.get(PDFName.of('Tabs')) !== PDFName.of('S'))
    yield { rule: 'tab-order', page: number, message: 'The tab key would not follow the tag tree.' }
  for (const { ref, dict } of annotations) {
    const kind = dict.get(PDFName.of('Subtype'))?.toString().slice(1) ?? ''
    if (kind === 'Link')
      yield* checkLink(dict, number, owners.get(ref.tag))
    else if (kind !== 'Widget' && kind !== 'Popup')
      yield* checkNote(kind, dict, number, owners.get(ref.tag))
  }
}

function* checkLink(dict: PDFDict, page: number, owner: PdfTag | undefined): Generator<PdfFinding> {
  if (owner?.type !== 'Link') {
    const message = owner ? `A link is in a ${owner.name}, not in a Link.` : 'A link is not in the tag tree.'
    yield { rule: 'link', page, element: 'Link', message }
  }
  if (!readText(dict, 'Contents'))
    yield { rule: 'link', page, element: 'Link', message: 'A link does not say where it leads.' }
}

function* checkNote(kind: string, dict: PDFDict, page: number, owner: PdfTag | undefined): Generator<PdfFinding> {
  if (owner?.type !== 'Annot') {
    const message = owner ? `A ${kind} is in a ${owner.name}, not in an Annot.` : `A ${kind} is not in the tag tree.`
    yield { rule: 'annotation', page, element: kind, message }
  }
  if (!readText(dict, 'Contents'))
    yield { rule: 'annotation', page, element: kind, message: `A ${kind} has no text.` }
}

function* checkForms({ contents }: TaggedFile): Generator<PdfFinding> {
  const drawn = new Map<number, number>()
  for (const [i, { forms, marked }] of contents.entries()) {
    const tagged = new Set(Array.from(marked.keys(), key => Number(key.split(' ')[0])))
    for (const [form, times] of forms) {
      const before = drawn.get(form) ?? 0
      drawn.set(form, before + times)
      if (!tagged.has(form) || before > 1 || before + times < 2)
        continue
      const message = 'A form with tagged content is drawn more than once.'
      yield { rule: 'drawn-twice', page: i + 1, element: 'Form', message }
    }
  }
}
