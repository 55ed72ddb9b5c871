import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib'
import { readCalculator } from './calculator.ts'
import { readNumber, readNumbers } from './dictionaries.ts'
import { readStream } from './streams.ts'

/** From some numbers to others. */
export type Evaluate = (...inputs: number[]) => number[]

/**
 * Reads a function of a PDF (ISO 32000-1, 7.10), or several that give a number each; undefined for one of samples,
 * which Chromium does not write.
 */
export function readFunction(object: unknown): Evaluate | undefined {
  if (object instanceof PDFArray) {
    const all = Array.from({ length: object.size() }, (_, i) => readFunction(object.lookup(i)))
    return all.every(one => one !== undefined) ? (...inputs) => all.flatMap(one => one(...inputs)) : undefined
  }
  const dict = object instanceof PDFStream ? object.dict : object
  if (!(dict instanceof PDFDict))
    return
  switch (readNumber(dict, 'FunctionType')) {
    case 2: return exponential(dict)
    case 3: return stitching(dict)
    case 4: return program(object as PDFStream)
  }
}

function exponential(dict: PDFDict): Evaluate {
  const [from, to] = [readNumbers(dict, 'C0') ?? [0], readNumbers(dict, 'C1') ?? [1]]
  const power = readNumber(dict, 'N') ?? 1
  const [least = 0, most = 1] = readNumbers(dict, 'Domain') ?? []
  return x => from.map((value, i) => value + clamp(x, least, most) ** power * (to[i]! - value))
}

function stitching(dict: PDFDict): Evaluate | undefined {
  const list = dict.lookup(PDFName.of('Functions'))
  const parts = list instanceof PDFArray
    ? Array.from({ length: list.size() }, (_, i) => readFunction(list.lookup(i)))
    : []
  const [least = 0, most = 1] = readNumbers(dict, 'Domain') ?? []
  const bounds = [least, ...readNumbers(dict, 'Bounds') ?? [], most]
  const encode = readNumbers(dict, 'Encode') ?? []
  if (!parts.length || !parts.every(part => part !== undefined))
    return
  return (x) => {
    const at = clamp(x, least, most)
    const i = Math.max(0, Math.min(parts.length - 1, bounds.findLastIndex(bound => at >= bound)))
    const [start, end] = [bounds[i]!, bounds[i + 1]!]
    const [first = 0, last = 1] = encode.slice(2 * i, 2 * i + 2)
    return parts[i]!(end > start ? first + (at - start) / (end - start) * (last - first) : first)
  }
}

function program(stream: PDFStream): Evaluate {
  const range = readNumbers(stream.dict, 'Range') ?? []
  const run = readCalculator(new TextDecoder('latin1').decode(readStream(stream)))
  return (...inputs) => run(...inputs).slice(0, range.length / 2).map((value, i) =>
    clamp(value || 0, range[i * 2]!, range[i * 2 + 1]!))
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value))
}
