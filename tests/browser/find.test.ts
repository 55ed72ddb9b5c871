import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-chromium'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { embeddedInstalled } from '../../src/browser/embedded.ts'
import { findBrowser } from '../../src/browser/find.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'docent-browser-'))
  vi.stubEnv('DOCENT_BROWSER', undefined)
  vi.stubEnv('DOCENT_NO_SYSTEM_BROWSER', undefined)
  vi.stubEnv('PATH', folder)
  vi.spyOn(chromium, 'executablePath').mockReturnValue(path.join(folder, 'none'))
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
  fs.rmSync(folder, { recursive: true })
})

function executable(name: string): string {
  const file = path.join(folder, name)
  fs.writeFileSync(file, '', { mode: 0o755 })
  return file
}

it('takes the explicit one first: the option, then the environment', () => {
  const [option, environment] = [executable('option'), executable('environment')]
  executable('google-chrome')
  vi.stubEnv('DOCENT_BROWSER', environment)
  expect(findBrowser(option)).toEqual({ source: 'explicit', executable: option })
  expect(findBrowser()).toEqual({ source: 'explicit', executable: environment })
})

it('says that an explicit one is not there', () => {
  expect(() => findBrowser('/no/such/browser')).toThrow('There is no browser at /no/such/browser.')
})

it('takes one that Playwright has installed before one of the system', () => {
  vi.spyOn(chromium, 'executablePath').mockReturnValue(executable('playwright'))
  executable('google-chrome')
  expect(findBrowser().source).toBe('playwright')
})

it.runIf(process.platform === 'linux')('takes one of the system before the embedded one', () => {
  const chrome = executable('chromium')
  expect(findBrowser()).toEqual({ source: 'system', executable: chrome })
})

it.runIf(embeddedInstalled())('passes over both where it is told to', () => {
  vi.spyOn(chromium, 'executablePath').mockReturnValue(executable('playwright'))
  executable('google-chrome')
  vi.stubEnv('DOCENT_NO_SYSTEM_BROWSER', '1')
  expect(findBrowser()).toEqual({ source: 'embedded' })
})
