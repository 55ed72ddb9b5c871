import type { Font } from './font.ts'
import type { Matrix, TextRun } from './text-run.ts'
import { ContentReader } from './content-reader.ts'
import { decodeString } from './content-syntax.ts'
import { IDENTITY, multiply, toReadingOrder, transform } from './text-run.ts'

interface Graphics {
  matrix: Matrix
  font?: Font
  size: number
  charSpace: number
  wordSpace: number
  stretch: number
  leading: number
}

/** A run of text with what was drawn it with. */
export interface ShownRun extends TextRun {
  font: Font
  /** Whether a letter of it was in no font. */
  missing: boolean
  /** Whether the file says what the letters stand for. */
  spoken: boolean
}

/** Follows the text operators of a content stream and hands out runs of text with their places. */
export class TextState {
  private graphics: Graphics
  private readonly saved: Graphics[] = []
  private line: Matrix = IDENTITY
  private place: Matrix = IDENTITY
  private run: ShownRun | undefined
  private readonly findFont: (name: string) => Font | undefined
  private readonly onRun: (run: ShownRun) => void

  constructor(matrix: Matrix, findFont: (name: string) => Font | undefined, onRun: (run: ShownRun) => void) {
    this.graphics = { matrix, size: 0, charSpace: 0, wordSpace: 0, stretch: 1, leading: 0 }
    this.findFont = findFont
    this.onRun = onRun
  }

  /** The current transformation. */
  get matrix(): Matrix {
    return this.graphics.matrix
  }

  /** Hands out the run at hand. */
  flush(): void {
    const { run } = this
    this.run = undefined
    if (!run)
      return
    if (!run.spoken)
      run.text = toReadingOrder(run.text)
    this.onRun(run)
  }

  /** Follows an operator that shows nothing. */
  handle(reader: ContentReader): void {
    const { graphics } = this
    switch (reader.operator) {
      case 'q':
        this.saved.push({ ...graphics })
        break
      case 'Q':
        this.graphics = this.saved.pop() ?? graphics
        break
      case 'cm':
        graphics.matrix = multiply(readMatrix(reader), graphics.matrix)
        break
      case 'BT':
        this.move(IDENTITY)
        break
      case 'ET':
        this.flush()
        break
      case 'Tf':
        graphics.font = this.findFont(reader.name(0) ?? '')
        graphics.size = reader.number(1)
        break
      case 'Tm':
        this.move(readMatrix(reader))
        break
      case 'TD':
        graphics.leading = -reader.number(1)
        this.advance(reader.number(0), reader.number(1))
        break
      case 'Td':
        this.advance(reader.number(0), reader.number(1))
        break
      case 'T*':
        this.advance(0, -graphics.leading)
        break
      case 'Tc':
        graphics.charSpace = reader.number(0)
        break
      case 'Tw':
        graphics.wordSpace = reader.number(0)
        break
      case 'Tz':
        graphics.stretch = reader.number(0) / 100
        break
      case 'TL':
        graphics.leading = reader.number(0)
        break
    }
  }

  /** Follows an operator that shows text; `actualText` is what it stands for, where the file says so. */
  show(reader: ContentReader, actualText: string | undefined): void {
    const { operator } = reader
    if (operator === '"') {
      this.graphics.wordSpace = reader.number(0)
      this.graphics.charSpace = reader.number(1)
    }
    if (operator === '\'' || operator === '"')
      this.advance(0, -this.graphics.leading)
    if (operator === 'TJ')
      this.showAdjusted(reader.span(0), actualText)
    else
      this.showString(decodeString(reader.span(operator === '"' ? 2 : 0)), actualText)
  }

  private showAdjusted(array: Uint8Array, actualText: string | undefined): void {
    const inner = new ContentReader(array.subarray(1, -1))
    inner.next()
    const { size, stretch } = this.graphics
    for (let i = 0; i < inner.operands; i++) {
      const shift = inner.number(i)
      if (Number.isNaN(shift)) {
        this.showString(decodeString(inner.span(i)), actualText)
        actualText = actualText === undefined ? undefined : ''
      }
      else {
        this.place = multiply([1, 0, 0, 1, -shift / 1000 * size * stretch, 0], this.place)
      }
    }
  }

  private showString(codes: Uint8Array, actualText: string | undefined): void {
    const { font, size, charSpace, wordSpace, stretch, matrix } = this.graphics
    if (!font)
      return
    let run = this.run
    if (!run || run.font !== font) {
      this.flush()
      const onPage = multiply(this.place, matrix)
      const from = transform(onPage, 0, 0)
      const sizeOnPage = size * Math.hypot(onPage[2], onPage[3])
      run = this.run = { text: '', from, to: from, size: sizeOnPage, font, missing: false, spoken: false }
    }
    let width = 0
    for (let i = 0; i + font.codeBytes <= codes.length; i += font.codeBytes) {
      const code = font.codeBytes === 2 ? codes[i]! * 256 + codes[i + 1]! : codes[i]!
      if (actualText === undefined)
        run.text += font.text(code) ?? '\uFFFD'
      run.missing ||= font.missing(code)
      const space = code === 32 && font.codeBytes === 1 ? wordSpace : 0
      width += (font.width(code) * size + charSpace + space) * stretch
    }
    run.text += actualText ?? ''
    run.spoken ||= actualText !== undefined
    this.place = multiply([1, 0, 0, 1, width, 0], this.place)
    run.to = transform(multiply(this.place, matrix), 0, 0)
  }

  private move(to: Matrix): void {
    this.flush()
    this.line = this.place = to
  }

  private advance(x: number, y: number): void {
    if (y !== 0)
      this.flush()
    this.line = this.place = multiply([1, 0, 0, 1, x, y], this.line)
  }
}

function readMatrix(reader: ContentReader): Matrix {
  return [reader.number(0), reader.number(1), reader.number(2), reader.number(3), reader.number(4), reader.number(5)]
}
