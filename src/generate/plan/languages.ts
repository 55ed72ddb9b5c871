import { bundledLanguages, bundledLanguagesAlias } from 'shiki'

/** What documents call languages that the highlighter knows by another name. */
const ALIASES: Record<string, string> = {
  'shell-session': 'shellsession',
  'sh-session': 'shellsession',
  'terminal': 'shellsession',
  'commandline': 'bash',
  'cmd': 'bat',
  'dos': 'bat',
  'docker-compose': 'yaml',
  'compose': 'yaml',
  'containerfile': 'docker',
  'python3': 'python',
  'py3': 'python',
  'pycon': 'python',
  'ipython': 'python',
  'node': 'js',
  'golang': 'go',
  'objectivec': 'objective-c',
  'objc': 'objective-c',
  'c++': 'cpp',
  'c#': 'csharp',
  'f#': 'fsharp',
  'conf': 'ini',
  'cfg': 'ini',
  'properties': 'properties',
  'env': 'dotenv',
  'svg': 'xml',
  'xhtml': 'html',
  'htm': 'html',
  'tex': 'latex',
  'patch': 'diff',
  'jsonnet': 'jsonnet',
  'gitignore': 'text',
  'editorconfig': 'ini',
  'make': 'make',
  'mysql': 'sql',
  'psql': 'sql',
  'postgres': 'sql',
  'postgresql': 'sql',
  'sqlite': 'sql',
  'rs': 'rust',
  'rb': 'ruby',
  'ps': 'powershell',
  'pwsh': 'powershell',
}

/** Fences that the deck draws instead of highlighting. */
const DRAWN = new Set(['mermaid'])
const KNOWN = new Set([...Object.keys(bundledLanguages), ...Object.keys(bundledLanguagesAlias), 'text', ...DRAWN])

/** A language that the highlighter knows, for the info string of a fence; `text` for those that it does not. */
export function shikiLanguage(info: string | null | undefined): string {
  const name = /^[\s{.]*([^\s,{}:[\]=.]+)/.exec(info ?? '')?.[1]?.toLowerCase() ?? ''
  const language = Object.hasOwn(ALIASES, name) ? ALIASES[name]! : name
  return KNOWN.has(language) ? language : 'text'
}

export function isKnownLanguage(name: string): boolean {
  return KNOWN.has(name)
}
