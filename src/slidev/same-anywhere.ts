import type { Plugin } from 'vite'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { isFrontmatter } from './contract/names.ts'
import { SLIDEV_FOLDER } from './slidev-folder.ts'

// Built decks do not tell where a course and the toolkit are on a disk, so that they are the same from anywhere.

/**
 * The names by which Vue keeps the styles of a component to itself, from its place in the course or in the toolkit.
 * @param root folder of the course
 */
export function scopeIds(root: string) {
  return (file: string, source: string, _isBuild: boolean | undefined, hash: (text: string) => string): string => {
    const absolute = path.resolve(root, file)
    const base = [root, toolkitRoot].find(folder => absolute.startsWith(folder + path.sep))
    const place = base ? withSlashes(path.relative(base, absolute)) : path.basename(absolute)
    // Slides move with those of other lectures.
    return hash(place.replace(/__slidev_\d+/, '') + source)
  }
}

/** What tells a layout, in a slide that is compiled, which slide of the course it is; only the first one matters. */
const PLACE = /(frontmatterToProps\)?\((?:[\w$.]+\()?[\w$.]*\$frontmatter\)?,\s*)[1-9]\d*(?=\))/

/**
 * Takes the way from the course to the toolkit out of the keys by which Slidev globs its parts, and the place in the
 * course out of its slides: a deck stays as it is when a slide comes to a lecture before it.
 */
export function placesPlugin(root: string): Plugin {
  const from = path.join(root, SLIDEV_FOLDER)
  const way = `${withSlashes(path.relative(from, toolkitRoot))}/`
  return {
    name: 'docent:places',
    apply: 'build',
    transform: {
      order: 'post',
      filter: { id: /\.md__slidev_\d+\.(?:md|frontmatter)$/ },
      handler(code, id) {
        const changed = isFrontmatter(id) ? withoutNumbers(code) : code.replace(PLACE, '$11')
        return changed === code ? null : { code: changed, map: null }
      },
    },
    renderChunk(code) {
      return root !== toolkitRoot && code.includes(way) ? { code: code.replaceAll(way, '/docent/'), map: null } : null
    },
  }
}

/** What is known of a slide without its numbers in the course; the entry of its deck gives it its own. */
function withoutNumbers(code: string): string {
  return code.replace(/^( *\.\.\.\(\{.*?"index":)\d+/m, '$10').replace(/^( +)(id|no): \d+,$/gm, '$1$2: 0,')
}
