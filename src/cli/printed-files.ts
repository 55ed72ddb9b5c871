import { displayPath } from '../core/errors.ts'
import { style } from './command.ts'
import { count, formatBytes, formatSeconds } from './progress.ts'

/** What a command that prints PDF files says at its end: each file with its pages and size, then how many and how long. */
export function printedFiles(files: readonly { file: string, pages: number, bytes: number }[], milliseconds: number): string {
  return [
    '',
    ...files.map(({ file, pages, bytes }) => `  ${style('cyan', displayPath(file))}  ${count(pages, 'page')}, ${formatBytes(bytes)}`),
    '',
    `${count(files.length, 'file')} in ${formatSeconds(milliseconds)}.`,
  ].join('\n')
}
