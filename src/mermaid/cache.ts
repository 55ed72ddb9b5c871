import type { RenderedDiagram } from './diagram.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFile } from '../core/output.ts'
import { whereWritable } from '../core/unwritable.ts'
import { mermaidVersion } from './rendering-page.ts'
import { diagramSpacings, diagramThemes, mermaidConfig } from './themes.ts'

/** Raised when what is done with Mermaid's drawings changes. */
const FORMAT = 4

/** Drawn diagrams of a course on disk; the folder may be deleted at any time. */
export interface DiagramCache {
  read: (code: string) => Promise<RenderedDiagram | undefined>
  write: (code: string, diagram: RenderedDiagram) => Promise<void>
}

/** @param language in which diagrams are named */
export function openDiagramCache(courseRoot: string, language: string): DiagramCache {
  const folder = path.join(courseRoot, '.docent', 'cache', 'mermaid')
  const configs = diagramThemes.flatMap(theme => diagramSpacings.map(spacing => mermaidConfig(theme, spacing)))
  const look = JSON.stringify([FORMAT, language, mermaidVersion, ...configs])
  const fileOf = (code: string) => {
    const hash = createHash('sha256').update(look).update('\0').update(code).digest('hex')
    return path.join(folder, `${hash.slice(0, 32)}.json`)
  }
  return {
    async read(code) {
      try {
        return JSON.parse(await fs.readFile(fileOf(code), 'utf8')) as RenderedDiagram
      }
      catch {
        // Not drawn yet, or a file that a crash has cut: it is drawn again.
      }
    },
    write: (code, diagram) => whereWritable(() => replaceFile(fileOf(code), JSON.stringify(diagram))),
  }
}
