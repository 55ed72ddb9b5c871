import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../../src/core/errors.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'

/** Packages that are upgraded together. */
export const groups = {
  slidev: ['@slidev/cli', '@slidev/client', '@slidev/parser', '@slidev/types'],
  themes: ['@slidev/theme-default', '@slidev/theme-seriph'],
  vite: ['vite', '@vitejs/plugin-vue'],
  vue: ['vue', '@vue/compiler-dom', '@vue/shared', 'vue-router'],
  mermaid: ['mermaid'],
  playwright: ['playwright-chromium'],
} as const satisfies Record<string, readonly string[]>

/** A package of another version than before. */
export interface Move { name: string, from: string, to: string }

/** What is no part of the toolkit, or made of it anew. */
const LEFT_OUT = /^(?:node_modules|dist.*|\.git|\.docent|\.slidev|compiled|export|handouts)$/

interface Package { version: string, dependencies?: Record<string, string>, devDependencies?: Record<string, string> }

/**
 * Copies the toolkit, and installs it with other versions of some packages.
 * @param toolkit folder that is made
 * @param options.version range for all of them; the newest of the major version that is pinned without it
 * @throws UserError with the words of npm where it cannot install them
 */
export async function upgradeToolkit(
  toolkit: string,
  { groups: names, version }: { groups: readonly (keyof typeof groups)[], version?: string },
): Promise<Move[]> {
  await fs.cp(toolkitRoot, toolkit, {
    recursive: true,
    filter: file => path.dirname(file) !== toolkitRoot || !LEFT_OUT.test(path.basename(file)),
  })
  const { dependencies, devDependencies } = readPackage(path.join(toolkitRoot, 'package.json'))
  const written = { ...dependencies, ...devDependencies }
  const packages = names.flatMap(name => groups[name] as readonly string[])
  const wanted = packages.map(name => `${name}@${wantedRange(written[name] ?? '', version)}`)
  const args = ['install', ...wanted, '--no-audit', '--no-fund']
  const run = promisify(execFile)
  await run('npm', args, { cwd: toolkit, maxBuffer: 64e6 }).catch(({ stderr = '' }: { stderr?: string }) => {
    const [why = 'it says nothing'] = /(?<=npm error (?:notarget )?)(?!code|notarget).+/.exec(stderr) ?? []
    const hint = 'Ask for other versions with --only and --to.'
    throw new UserError(`npm does not install ${wanted.join(' ')}: ${why}`, hint)
  })
  return packages.flatMap((name): Move[] => {
    const [from, to] = [toolkitRoot, toolkit].map(root => installed(root, name)) as [string, string]
    return from === to ? [] : [{ name, from, to }]
  })
}

/** What npm is asked for in place of what package.json says, where a package may have the name of another one. */
function wantedRange(written: string, version?: string): string {
  const [, alias = '', own = ''] = /^(npm:.+@)?([^@]*)$/.exec(written) ?? []
  return `${alias}${version ?? `^${own.replace(/^\D*/, '')}`}`
}

function installed(root: string, name: string): string {
  return readPackage(path.join(root, 'node_modules', name, 'package.json')).version
}

function readPackage(file: string): Package {
  return JSON.parse(readFileSync(file, 'utf8')) as Package
}
