import { existsSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { chromium } from 'playwright-chromium'
import { UserError } from '../core/errors.ts'
import { embeddedInstalled } from './embedded.ts'

/** Where a browser was found; the order of this list is the order of search. */
export const browserSources = ['explicit', 'playwright', 'system', 'embedded'] as const
export type BrowserSource = typeof browserSources[number]

export interface FoundBrowser {
  source: BrowserSource
  /** Path of the executable; the embedded one is unpacked when it is launched. */
  executable?: string
}

const SYSTEM_NAMES = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser', 'microsoft-edge', 'microsoft-edge-stable', 'chrome', 'msedge']

/**
 * Finds a Chromium: an explicit path (option, or DOCENT_BROWSER), one that Playwright has installed, one of the system, the embedded one.
 * DOCENT_NO_SYSTEM_BROWSER=1 passes over the second and the third.
 * @throws UserError when the explicit path does not exist or nothing is found
 */
export function findBrowser(explicit: string | undefined = process.env.DOCENT_BROWSER): FoundBrowser {
  if (explicit) {
    if (!existsSync(explicit))
      throw new UserError(`There is no browser at ${explicit}.`, 'Give the path of a Chrome, Edge or Chromium executable with --browser or DOCENT_BROWSER.')
    return { source: 'explicit', executable: explicit }
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
  throw new UserError('No browser was found to print with.', 'Run: npx playwright install chromium')
}

function systemCandidates(): string[] {
  const { env } = process
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].flatMap(name =>
      ['/Applications', `${env.HOME}/Applications`].map(dir => `${dir}/${name}.app/Contents/MacOS/${name}`))
  }
  if (process.platform === 'win32') {
    return ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe', 'Chromium\\Application\\chrome.exe'].flatMap(name =>
      [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(dir => dir !== undefined).map(dir => path.join(dir, name)))
  }
  return SYSTEM_NAMES.flatMap(name => (env.PATH ?? '').split(path.delimiter).filter(Boolean).map(dir => path.join(dir, name)))
}
