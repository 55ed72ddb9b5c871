import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { cliPackage, packageFolder } from './packages.ts'

/** Modules of icons: `~icons/carbon/book`. */
export const ICON_MODULE = /^(?:virtual:)?~?icons\/([\w-]+)\//

/** The icon set that a module is of; undefined for other modules. */
export function iconSetOfModule(id: string): string | undefined {
  return ICON_MODULE.exec(id)?.[1]
}

/** Names of the icon sets that are installed for some folders, one by one or all together. */
export async function installedIconSets(folders: readonly string[]): Promise<Set<string>> {
  const packages = new Set(folders.flatMap(folder =>
    createRequire(path.join(folder, 'package.json')).resolve.paths('@iconify-json/ph') ?? []))
  const lists = await Promise.all(Array.from(packages, async folder => [
    ...await fs.readdir(path.join(folder, '@iconify-json')).catch(() => []),
    ...(await fs.readdir(path.join(folder, '@iconify/json/json')).catch(() => [])).map(file => path.parse(file).name),
  ]))
  return new Set(lists.flat())
}

/** Finds the icon set that a tag such as `carbon-book` or `carbon:book` asks for, installed or not. */
export async function readIconSets(): Promise<(tag: string) => string | undefined> {
  const { resolve: find } = createRequire(path.join(packageFolder(cliPackage), 'package.json'))
  const { default: create } = await import(pathToFileURL(find('unplugin-icons/resolver')).href) as {
    default: (options: { prefix: string, strict: boolean }) => (name: string) => string | undefined
  }
  const resolve = create({ prefix: '', strict: true })
  return tag => iconSetOfModule(resolve(tag) ?? '')
}
