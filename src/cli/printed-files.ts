import { displayPath } from '../core/errors.ts'
import { countOf, formatBytes, formatSeconds } from '../core/format.ts'
import { style } from './command.ts'

/** What a command that prints PDF files says at its end: each file with its pages and size, how many, how long. */
export function printedFiles(
  files: readonly { file: string, pages: number, bytes: number }[],
  milliseconds: number,
): string {
  const rows = files.map(({ file, pages, bytes }) => ({ path: file, what: countOf(pages, 'page'), bytes }))
  return summary(rows, countOf(files.length, 'file'), milliseconds)
}

/** The same of a command that takes pictures, which lie in a folder for each lecture. */
export function picturedFolders(
  folders: readonly { folder: string, pictures: number, bytes: number }[],
  milliseconds: number,
): string {
  const rows = folders.map(({ folder, pictures, bytes }) =>
    ({ path: folder, what: countOf(pictures, 'picture'), bytes }))
  return summary(rows, countOf(folders.reduce((sum, { pictures }) => sum + pictures, 0), 'picture'), milliseconds)
}

function summary(
  rows: readonly { path: string, what: string, bytes: number }[],
  total: string,
  milliseconds: number,
): string {
  const lines = rows.map(({ path, what, bytes }) =>
    `  ${style('cyan', displayPath(path))}  ${what}, ${formatBytes(bytes)}`)
  return ['', ...lines, '', `${total} in ${formatSeconds(milliseconds)}.`].join('\n')
}
