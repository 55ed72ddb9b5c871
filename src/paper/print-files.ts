import type { LazyBrowser } from '../browser/launch.ts'
import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { PrintLecturesOptions } from './print-lectures.ts'
import path from 'node:path'
import { replaceFile } from '../core/output.ts'
import { printLectures } from './print-lectures.ts'

/** A PDF that is printed and not yet written. */
export interface PdfFile {
  name: string
  pdf: Uint8Array
  pages: number
}

export interface PrintedFiles {
  files: PdfFile[]
  /** What only the author can make good. */
  warnings: Problem[]
}

/** What became of files that a command prints. */
export interface WrittenFiles extends Pick<PrintedFiles, 'warnings'> {
  files: { file: string, pages: number, bytes: number }[]
}

interface PrintFilesOptions extends Omit<PrintLecturesOptions, 'write' | 'onDone'> {
  /** Name of a file, by the slug of its lecture and its path in the lecture's folder. */
  name: (slug: string, path: string) => string
  progress: Progress
}

/** Prints PDF files of lectures, in the lectures' order. */
export async function printFiles(
  browser: LazyBrowser,
  { name, progress, ...options }: PrintFilesOptions,
): Promise<PrintedFiles> {
  const pdfs = new Map<string, Uint8Array>()
  let done = 0
  const printed = await printLectures(browser, {
    ...options,
    write: async ({ slug }, path, pdf) => pdfs.set(name(slug, path), pdf),
    onDone: () => progress.count(++done, options.course.lectures.length),
  })
  const pages = new Map(printed.flatMap(({ lecture, pages }) =>
    Object.entries(pages).map(([path, count]) => [name(lecture.slug, path), count])))
  return {
    files: Array.from(pages, ([name, pages]) => ({ name, pdf: pdfs.get(name)!, pages })),
    warnings: printed.flatMap(({ warnings }) => warnings),
  }
}

/** Writes printed files into a folder. */
export async function writeFiles(folder: string, files: readonly PdfFile[]): Promise<WrittenFiles['files']> {
  return Promise.all(files.map(async ({ name, pdf, pages }) => {
    const file = path.resolve(folder, name)
    await replaceFile(file, pdf)
    return { file, pages, bytes: pdf.length }
  }))
}
