import type { PDFPage } from '@cantoo/pdf-lib'
import type { PdfFinding } from './check.ts'
import type { PageContent } from './page-content.ts'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { listAnnotations } from './annotations.ts'
import { excerpt } from './repair-tags.ts'
import { eachLeaf, eachTag } from './structure.ts'
import { readText } from './tagged-file.ts'
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
    yield* checkContent(file.contents[i]!, i + 1, reached)
    yield* checkAnnotations(page, i + 1, owners)
  }
  yield* checkForms(file)
}

function* checkForms(file: TaggedFile): Generator<PdfFinding> {
  const drawn = new Map<number, number>()
  for (const [i, { forms, marked }] of file.contents.entries()) {
    const tagged = new Set(Array.from(marked.keys(), key => Number(key.split(' ')[0])))
    for (const [form, times] of forms) {
      const before = drawn.get(form) ?? 0
      drawn.set(form, before + times)
      if (tagged.has(form) && before < 2 && before + times > 1)
        yield { rule: 'drawn-twice', page: i + 1, element: 'Form', message: 'A form with tagged content is drawn more than once.' }
    }
  }
}

function* checkContent({ untagged, marked, fonts, runs, missing }: PageContent, page: number, reached: ReadonlySet<string>): Generator<PdfFinding> {
  if (untagged.length) {
    const text = excerpt(untagged.map(item => item.text).join(' '))
    yield { rule: 'untagged', page, element: untagged[0]!.operator, message: text ? `The text "${text}" is neither tagged nor marked as decoration.` : `${untagged.length} drawings are neither tagged nor marked as decoration.` }
  }
  for (const [key, { runs: lost }] of marked) {
    if (!reached.has(key))
      yield { rule: 'unreached', page, element: `MCID ${key.split(' ')[1]}`, message: lost.length ? `The text "${excerpt(lost.map(({ text }) => text).join(''))}" is tagged but not in the tag tree.` : 'A drawing is tagged but not in the tag tree.' }
  }
  for (const { name, embedded } of fonts) {
    if (!embedded)
      yield { rule: 'font', page, element: name, message: `The font ${name} is not in the file.` }
  }
  const unread = runs.find(({ text }) => text.includes('\uFFFD'))
  if (unread)
    yield { rule: 'letter', page, element: unread.font.name, message: `The font ${unread.font.name} does not say which letter it draws in "${excerpt(unread.text)}".` }
  if (missing[0]) {
    const at = runs.indexOf(missing[0])
    const before = joinRuns(runs.slice(Math.max(0, at - 3), at)).trim()
    yield { rule: 'missing-letter', page, element: missing[0].font.name, message: `A letter${before ? ` after "${before.slice(-40)}"` : ''} is in no font, so that an empty box stands for it.` }
  }
}

function* checkAnnotations(page: PDFPage, number: number, owners: ReadonlyMap<string, PdfTag>): Generator<PdfFinding> {
  const annotations = listAnnotations(page.doc.context, page.node)
  if (annotations.length && page.node.get(PDFName.of('Tabs')) !== PDFName.of('S'))
    yield { rule: 'tab-order', page: number, message: 'The tab key would not follow the tag tree.' }
  for (const { ref, dict } of annotations) {
    const kind = dict.get(PDFName.of('Subtype'))?.toString().slice(1) ?? ''
    if (kind === 'Widget' || kind === 'Popup')
      continue
    const rule = kind === 'Link' ? 'link' : 'annotation'
    const owner = owners.get(ref.tag)
    if (owner?.type !== (kind === 'Link' ? 'Link' : 'Annot'))
      yield { rule, page: number, element: kind, message: owner ? `A ${kind} stands in a ${owner.name}.` : `A ${kind} is not in the tag tree.` }
    if (!readText(dict, 'Contents'))
      yield { rule, page: number, element: kind, message: kind === 'Link' ? 'A link does not say where it leads.' : `A ${kind} says nothing.` }
  }
}
