import { readFileSync } from 'node:fs'
import path from 'node:path'
import { formatOfName } from './formats.ts'

/** How documents name others whose whole text they take in; parts of them, as between anchors, are no documents. */
const INCLUDES = [
  /^include::([^[\]\n]+)\[/gm,
  /^\s*\.\. include::\s*(\S+)\s*$/gm,
  /^`{3,}\{include\}\s*(\S+)\s*$/gm,
  /\{\{\s*#include\s+([^\s:}]+)\s*\}\}/g,
  /^\s*-+8<-+\s+["']([^"':]+)["']\s*$/gm,
  /\{\{<\s*include\s+(\S+)\s*>\}\}/g,
]
const MAX_UP = 3

/** Documents that another one includes, with the one that does: their text would be in two lectures. */
export function includedFiles(folder: string, files: readonly string[]): Map<string, string> {
  const names = new Set(files)
  const found = new Map<string, string>()
  for (const file of files.filter(isText)) {
    for (const target of targetsIn(path.join(folder, file))) {
      const included = placesOf(file, target).find(place => names.has(place))
      if (included !== undefined && included !== file && !found.has(included) && found.get(file) !== included)
        found.set(included, file)
    }
  }
  return found
}

function isText(file: string): boolean {
  return ['markdown', 'asciidoc', 'rst', 'text'].includes(formatOfName(file) ?? '')
}

function targetsIn(file: string): string[] {
  try {
    const text = readFileSync(file, 'utf8')
    return INCLUDES.flatMap(pattern => Array.from(text.matchAll(pattern), ([, target]) => target!.trim()))
  }
  catch {
    return []
  }
}

/** Where an included file can be: beside the document, or as seen from a folder above. */
function placesOf(file: string, target: string): string[] {
  const places: string[] = []
  let folder = path.posix.dirname(file)
  for (let up = 0; up <= MAX_UP; up++) {
    places.push(path.posix.join(folder, target))
    folder = path.posix.dirname(folder)
  }
  return places
}
