import { readFileSync } from 'node:fs'

/** The lines of files, each read once; none where a file is not text that can be read. */
export function sourceLines(): (file: string | undefined, line: number | undefined) => string | undefined {
  const files = new Map<string, readonly string[]>()
  return (file, line) => {
    if (file === undefined || line === undefined)
      return
    const lines = files.get(file) ?? read(file)
    files.set(file, lines)
    return lines[line - 1]
  }
}

function read(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/)
  }
  catch {
    return []
  }
}
