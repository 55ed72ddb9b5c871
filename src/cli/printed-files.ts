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

/** The same of a command that takes pictures, which lie in a folder for each lecture. */
export function picturedFolders(
  folders: readonly { folder: string, pictures: number, bytes: number }[],
  milliseconds: number,
): string {
  const lines = folders.map(({ folder, pictures, bytes }) =>
    `  ${style('cyan', displayPath(folder))}  ${countOf(pictures, 'picture')}, ${formatBytes(bytes)}`)
  const total = folders.reduce((sum, { pictures }) => sum + pictures, 0)
  return ['', ...lines, '', `${countOf(total, 'picture')} in ${formatSeconds(milliseconds)}.`].join('\n')
}
