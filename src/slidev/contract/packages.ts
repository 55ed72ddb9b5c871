import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)

/** Folder of an installed package of the toolkit. */
export function packageFolder(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`))
}

/** Slidev's parts, and the theme that a course has where it names none. */
export const cliPackage = '@slidev/cli'
export const clientPackage = '@slidev/client'
export const defaultThemePackage = '@slidev/theme-default'

/** Folder of the components that Slidev brings itself. */
export function builtInComponents(): string {
  return path.join(packageFolder(clientPackage), 'builtin')
}
