/** Lines that are the title of an admonition alone, in lower case. */
const admonitionTitles = {
  en: [
    'note',
    'tip',
    'info',
    'information',
    'important',
    'warning',
    'caution',
    'danger',
    'hint',
    'attention',
    'protip',
    'pro tip',
    'pro-tip',
    'success',
    'remember',
    'technical details',
    'see also',
    'check',
    'pitfall',
    'deep dive',
  ],
  de: ['hinweis', 'tipp', 'wichtig', 'warnung', 'achtung', 'vorsicht', 'gefahr'],
}

const allAdmonitionTitles = new Set(Object.values(admonitionTitles).flat())

export function isAdmonitionTitle(text: string): boolean {
  return allAdmonitionTitles.has(text.toLowerCase())
}

/** What the tabs of pages are called that show the same code for several programs, in lower case. */
const variants = new Set([
  // Systems
  'linux',
  'macos',
  'mac os',
  'windows',
  'unix',
  'ubuntu',
  'fedora',
  // Package managers
  'npm',
  'yarn',
  'pnpm',
  'bun',
  'pip',
  'uv',
  'poetry',
  'conda',
  // Shells
  'bash',
  'zsh',
  'powershell',
  'git bash',
  'windows powershell',
  // Languages
  'javascript',
  'typescript',
  'js',
  'jsx',
  'ts',
  'tsx',
  'python',
  'java',
  'ruby',
  'go',
  'rust',
  'c#',
])

const SYSTEMS = /^linux, macos.{0,20}$/i
const VERSION = /^(?:python|node(?:\.js)?|java|ruby|php|go|vue|react) \d[\d.+x]*(?: .{1,30})?$/i

/** Whether a line is what a tab of code is called. */
export function isVariant(line: string): boolean {
  const text = line.trim()
  return variants.has(text.toLowerCase()) || SYSTEMS.test(text) || VERSION.test(text)
}
