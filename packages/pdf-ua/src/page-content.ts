import type { PDFContext, PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { Font } from './font.ts'
import type { Matrix, TextRun } from './text-run.ts'
import type { ShownRun } from './text-state.ts'
import { PDFArray, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { MarkedContentStack, propertiesOf } from './marked-content.ts'
import { followText, TEXT_SHOWING } from './marked-text.ts'
import { readPageStreams, readStream } from './streams.ts'
import { IDENTITY, multiply } from './text-run.ts'
import { TextState } from './text-state.ts'

/** What is drawn on a page, sorted by the tags around it. */
export interface PageContent {
  /** All text, tagged or not, in the order in which it is drawn. */
  runs: ShownRun[]
  /** The text that each marked-content id holds, by `contentKey`; none where it holds drawings alone. */
  marked: Map<string, TextRun[]>
  /** What draws outside every tag and every artifact: the operator, and the text where it draws text. */
  untagged: { operator: string, text: string }[]
  /** Text that is marked as decoration. */
  artifacts: TextRun[]
  /** Fonts that text is drawn with. */
  fonts: Set<Font>
  /** Text with a letter that no font had. */
  missing: ShownRun[]
  /** How often each form is drawn, by its object number. */
  forms: Map<number, number>
}

/** Operators that put something on the page; `Do` does so where it draws a picture. */
export const PAINTING: ReadonlySet<string> = new Set([
  ...TEXT_SHOWING,
  ...['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'BI'],
])

/**
 * Reads what a page draws, and the forms that it draws.
 * @param page a page of a loaded file
 * @param readFont reads a font's dictionary; fonts are shared between pages, so the caller keeps what was read
 */
export function readPageContent(page: PDFPage, readFont: (dict: PDFDict) => Font): PageContent {
  const { ref, node, doc: { context } } = page
  const walk = new ContentWalk(context, readFont)
  walk.read(ref, readPageStreams(context, node.Contents()), node.Resources(), IDENTITY)
  return walk.found
}

class ContentWalk {
  readonly found: PageContent = {
    runs: [],
    marked: new Map(),
    untagged: [],
    artifacts: [],
    fonts: new Set(),
    missing: [],
    forms: new Map(),
  }

  private readonly stack = new MarkedContentStack()
  private readonly visited = new Set<string>()
  private readonly context: PDFContext
  private readonly readFont: (dict: PDFDict) => Font

  constructor(context: PDFContext, readFont: (dict: PDFDict) => Font) {
    this.context = context
    this.readFont = readFont
  }

  read(owner: PDFRef, bytes: Uint8Array, resources: PDFDict | undefined, matrix: Matrix): void {
    const { stack } = this
    const reader = new ContentReader(bytes)
    const outside = stack.depth
    const properties = propertiesOf(resources)
    const fonts = findDict(resources, 'Font')
    const text = new TextState(matrix, key => this.findFont(fonts, key), run => this.addRun(run))
    while (reader.next()) {
      const { operator } = reader
      if (followText(reader, { owner, stack, text, properties, outside }))
        continue
      if (operator === 'Do') {
        this.draw(findDict(resources, 'XObject')?.get(PDFName.of(reader.name(0) ?? '')), resources, text.matrix)
      }
      else if (PAINTING.has(operator)) {
        this.addDrawing(operator)
      }
      else {
        text.handle(reader)
      }
    }
    text.flush()
    while (stack.depth > outside)
      stack.close()
  }

  private draw(ref: unknown, resources: PDFDict | undefined, matrix: Matrix): void {
    const object = this.context.lookup(ref as PDFRef)
    if (!(object instanceof PDFRawStream) || !(ref instanceof PDFRef))
      return
    if (object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      return this.addDrawing('Do')
    this.found.forms.set(ref.objectNumber, (this.found.forms.get(ref.objectNumber) ?? 0) + 1)
    // A form may be drawn a hundred times, and may even draw itself.
    const visit = `${ref.tag} ${this.stack.key ?? this.stack.artifact}`
    if (this.visited.has(visit))
      return
    this.visited.add(visit)
    const ownResources = findDict(object.dict, 'Resources') ?? resources
    this.read(ref, readStream(object), ownResources, multiply(formMatrix(object.dict), matrix))
  }

  private addRun(run: ShownRun): void {
    const { found, stack } = this
    found.fonts.add(run.font)
    found.runs.push(run)
    if (run.missing)
      found.missing.push(run)
    if (stack.key !== undefined)
      this.textOf(stack.key).push(run)
    else if (stack.artifact)
      found.artifacts.push(run)
    else
      found.untagged.push({ operator: 'Tj', text: run.text })
  }

  private addDrawing(operator: string): void {
    if (this.stack.key !== undefined)
      this.textOf(this.stack.key) // none, but the id is known
    else if (!this.stack.artifact)
      this.found.untagged.push({ operator, text: '' })
  }

  private textOf(key: string): TextRun[] {
    let runs = this.found.marked.get(key)
    if (!runs)
      this.found.marked.set(key, runs = [])
    return runs
  }

  private findFont(fonts: PDFDict | undefined, key: string): Font | undefined {
    const dict = findDict(fonts, key)
    return dict && this.readFont(dict)
  }
}

function formMatrix(dict: PDFDict): Matrix {
  const array = dict.lookup(PDFName.of('Matrix'))
  if (!(array instanceof PDFArray) || array.size() !== 6)
    return IDENTITY
  return array.asArray().map(item => item instanceof PDFNumber ? item.asNumber() : 0) as unknown as Matrix
}
