import { displayPath } from '../core/errors.ts'
import { countOf, formatBytes, formatSeconds } from '../core/format.ts'
import { style } from './command.ts'

/** What a command that prints PDF files says at its end: each file with its pages and size, how many, how long. */
export function printedFiles(
  files: readonly { file: string, pages: number, bytes: number }[],
  milliseconds: number,
): string {
  const lines = files.map(({ file, pages, bytes }) =>
    `  ${style('cyan', displayPath(file))}  ${countOf(pages, 'page')}, ${formatBytes(bytes)}`)
  return ['', ...lines, '', `${countOf(files.length, 'file')} in ${formatSeconds(milliseconds)}.`].join('\n')
}
