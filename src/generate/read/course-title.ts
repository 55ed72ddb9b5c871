import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'

/** Files that say what the documents of a folder are called together, and how they say it. */
const SETTINGS: readonly (readonly [file: string, title: RegExp | 'yaml'])[] = [
  ['book.toml', /^title\s*=\s*["'](.+)["']\s*$/m],
  ['conf.py', /^(?:html_title|project)\s*=\s*u?["'](.+?)["']\s*$/m],
  ['docusaurus.config.js', /^\s*title:\s*["'`](.+?)["'`],?\s*$/m],
  ['docusaurus.config.ts', /^\s*title:\s*["'`](.+?)["'`],?\s*$/m],
  ['antora.yml', 'yaml'],
  ['_config.yml', 'yaml'],
  ['_quarto.yml', 'yaml'],
  ['mkdocs.yml', 'yaml'],
  ['hugo.toml', /^title\s*=\s*["'](.+)["']\s*$/m],
  ['config.toml', /^title\s*=\s*["'](.+)["']\s*$/m],
]
const FOLDERS = ['.', '..', 'docs', 'doc', 'docs/source', 'doc/source', 'website']

/** What the settings of the program that shows a folder's documents call them; undefined where none says it. */
export function titleInSettings(folder: string): string | undefined {
  for (const below of FOLDERS) {
    for (const [name, title] of SETTINGS) {
      const text = textOf(path.join(folder, below, name))
      const found = text && (title === 'yaml' ? titleInYaml(text) : title.exec(text)?.[1])
      if (found && !/[{}$%]/.test(found))
        return found.trim()
    }
  }
}

function titleInYaml(text: string): string | undefined {
  try {
    const value = parseDocument(text, { logLevel: 'silent', strict: false }).toJS() as Record<string, unknown> | null
    const title = value?.title ?? value?.site_name
    return typeof title === 'string' ? title : undefined
  }
  catch {
    return undefined
  }
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  }
  catch {
    return undefined
  }
}
