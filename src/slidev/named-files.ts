import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** What authored files may read. */
export interface NamedFiles {
  /** The files themselves, what they import, and every file that they name; also where there is none. */
  files: Set<string>
  /** Folders that they name. */
  folders: Set<string>
  /** Names of the environment. */
  environment: Set<string>
}

const SPEAKING = /\.(?:[cm]?[jt]sx?|vue|css|s[ac]ss|less|styl|postcss|md|html)$/
const ENDINGS = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js']
const TEXT = /(?:['"`]|url\()((?:\.{1,2}\/|@\/)*[\w@][^'"`)\n?]{0,200})/g
const ENVIRONMENT = /process\.env(?:\.(\w+)|\[\s*['"](\w+)['"]\s*\])/g

/**
 * What files read that no bundler tells of: what `setup/` and `uno.config.ts` import, styles that styles import, types
 * of which components make their props. It is every text in them that is the path of something, from its own folder or
 * from that of the course, in the files that they name as well.
 */
export function namedFiles(starts: Iterable<string>, root: string): NamedFiles {
  const named: NamedFiles = { files: new Set(), folders: new Set(), environment: new Set() }
  const pending = [...starts]
  for (let file = pending.pop(); file !== undefined; file = pending.pop()) {
    if (named.files.has(file))
      continue
    named.files.add(file)
    if (!SPEAKING.test(file) || !existsSync(file))
      continue
    const code = readFileSync(file, 'utf8')
    for (const [, dotted, quoted] of code.matchAll(ENVIRONMENT))
      named.environment.add((dotted ?? quoted)!)
    for (const [, text = ''] of code.matchAll(TEXT)) {
      const bases = text.startsWith('@/') ? [root] : [path.dirname(file), root]
      for (const base of bases)
        pending.push(...lookUp(path.resolve(base, text.replace(/^@\//, '')), /^\.{1,2}\//.test(text), named))
    }
  }
  return named
}

/** Files that a path may mean; one that is surely a path is kept where there is nothing yet. */
function lookUp(target: string, isPath: boolean, { files, folders }: NamedFiles): string[] {
  const found = ENDINGS.map(end => target + end).find(file => existsSync(file))
  if (found === undefined) {
    if (isPath)
      ENDINGS.forEach(end => files.add(target + end))
    return []
  }
  if (!statSync(found).isDirectory())
    return [found]
  folders.add(found)
  return []
}
