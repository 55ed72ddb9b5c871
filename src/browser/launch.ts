import type { Browser, BrowserServer, LaunchOptions } from 'playwright-chromium'
import type { FoundBrowser } from './find.ts'
import process from 'node:process'
import { chromium } from 'playwright-chromium'
import { UserError } from '../core/errors.ts'
import { unpackEmbedded } from './embedded.ts'
import { findBrowser } from './find.ts'

// Nothing is looked up on the network, and text is laid out the same on every machine.
const ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
  '--disable-quic',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  // What a slide asks of another host fails at once.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** What in the browser's own words says why it did not start. */
const REASON = /error while loading shared libraries: [^\n]*|Executable doesn't exist[^\n]*|spawn [^\n]*/

/**
 * Launches the browser that `findBrowser` finds, headless.
 * @throws UserError when it does not start
 */
export async function launchBrowser(found: FoundBrowser = findBrowser()): Promise<Browser> {
  return start(found, options => chromium.launch(options))
}

/** Like `launchBrowser`, for several processes that connect to it. */
export async function launchBrowserServer(found: FoundBrowser = findBrowser()): Promise<BrowserServer> {
  return start(found, options => chromium.launchServer(options))
}

async function start<T>(found: FoundBrowser, launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  try {
    if (found.source === 'embedded')
      return await startEmbedded(launch)
    return await launch({ executablePath: found.executable, args: ARGS })
  }
  catch (error) {
    if (error instanceof UserError)
      throw error
    const name = [`The ${found.source} browser`, found.executable].filter(Boolean).join(' ')
    const [reason] = REASON.exec((error as Error).message) ?? []
    throw new UserError(
      `${name} does not start${reason ? `: ${reason}` : ''}.`,
      'Give another one with --browser or DOCENT_BROWSER, or run: npx playwright-core install chromium',
    )
  }
}

async function startEmbedded<T>(launch: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const { executable, libraries } = await unpackEmbedded()
  const options: LaunchOptions = { executablePath: executable, args: [...ARGS, '--no-zygote', '--disable-gpu'] }
  try {
    return await launch(options)
  }
  catch (error) {
    if (!(error as Error).message.includes('error while loading shared libraries'))
      throw error
    // A bare machine lacks NSS; the package carries it.
    const paths = [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':')
    return await launch({ ...options, env: { ...process.env as Record<string, string>, LD_LIBRARY_PATH: paths } })
  }
}

/** A browser that is started when it is first asked for, and then shared. */
export interface LazyBrowser {
  get: () => Promise<Browser>
  /** Starts another one in its place. */
  restart: () => Promise<Browser>
  close: () => Promise<void>
}

export function lazyBrowser(found?: FoundBrowser): LazyBrowser {
  let browser: Promise<Browser> | undefined
  const close = async () => (await browser?.catch(() => undefined))?.close().catch(() => undefined)
  return {
    get: () => browser ??= launchBrowser(found),
    restart: async () => {
      await close()
      return await (browser = launchBrowser(found))
    },
    close,
  }
}
