import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-chromium'
import { UserError } from '../core/errors.ts'
import { embeddedInstalled, embeddedSupported } from './embedded.ts'

/** Where a browser was found; the order of this list is the order of search. */
export const browserSources = ['explicit', 'playwright', 'system', 'embedded'] as const
export type BrowserSource = typeof browserSources[number]

export interface FoundBrowser {
  source: BrowserSource
  /** Path of the executable; the embedded one is unpacked when it is launched. */
  executable?: string
}

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chrome',
  'msedge',
]
const MAC_NAMES = ['Google Chrome', 'Microsoft Edge', 'Chromium']
const WINDOWS_PATHS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
]

/**
 * Finds a Chromium: one at a path that was asked for (option, or DOCENT_BROWSER), one that Playwright has installed,
 * one of the system, the embedded one. DOCENT_NO_SYSTEM_BROWSER=1 passes over the second and the third.
 * @throws UserError when there is nothing at the path, or nothing is found
 */
export function findBrowser(executablePath: string | undefined = process.env.DOCENT_BROWSER): FoundBrowser {
  if (executablePath) {
    if (!existsSync(executablePath)) {
      const hint = 'Give the path of a Chrome, Edge or Chromium executable with --browser or DOCENT_BROWSER.'
      throw new UserError(`There is no browser at ${executablePath}.`, hint)
    }
    return { source: 'explicit', executable: executablePath }
  }
  if (process.env.DOCENT_NO_SYSTEM_BROWSER !== '1') {
    const installed = chromium.executablePath()
    if (installed && existsSync(installed))
      return { source: 'playwright', executable: installed }
    const system = systemCandidates().find(file => existsSync(file))
    if (system)
      return { source: 'system', executable: system }
  }
  if (embeddedInstalled())
    return { source: 'embedded' }
  const embedded = embeddedSupported ? 'npm install @sparticuz/chromium, or ' : ''
  throw new UserError('No browser was found to print with.', `Run: ${embedded}npx playwright-core install chromium`)
}

/** Whether a package would have to bring a browser, and one can. */
export function wantsEmbedded(): boolean {
  try {
    return findBrowser().source === 'embedded'
  }
  catch {
    return embeddedSupported
  }
}

/** Every file by which `findBrowser` finds the browser that it finds, also where there is none yet. */
export function browserFiles({ source, executable = '' }: FoundBrowser): string[] {
  if (source === 'explicit')
    return [executable]
  const files = process.env.DOCENT_NO_SYSTEM_BROWSER === '1' ? [] : [chromium.executablePath(), ...systemCandidates()]
  const at = files.indexOf(executable)
  return at < 0 ? files : files.slice(0, at + 1)
}

function systemCandidates(): string[] {
  const { env } = process
  if (process.platform === 'darwin') {
    const folders = ['/Applications', `${env.HOME}/Applications`]
    return MAC_NAMES.flatMap(name => folders.map(folder => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (process.platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
      .filter(folder => folder !== undefined)
    return WINDOWS_PATHS.flatMap(name => folders.map(folder => path.join(folder, name)))
  }
  const folders = (env.PATH ?? '').split(path.delimiter).filter(Boolean)
  return LINUX_NAMES.flatMap(name => folders.map(folder => path.join(folder, name)))
}
