import type { Browser } from 'playwright-chromium'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import process from 'node:process'
import { findBrowser } from '../browser/find.ts'
import { launchBrowser } from '../browser/launch.ts'
import { loadCourse } from '../check/load-course.ts'
import { formatProblem, UserError } from '../core/errors.ts'
import { countOf } from '../core/format.ts'
import { style } from './command.ts'

const require = createRequire(import.meta.url)

/** The fonts that ship: CSS family, and the file of the package that a page would load. */
const FONTS = [
  { family: 'Source Sans 3 Variable', file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2' },
  { family: 'Source Code Pro Variable', file: '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2' },
  { family: 'Noto Color Emoji', file: '@infolektuell/noto-color-emoji/files/1.woff2' },
]

/** One thing that was looked at. */
export interface Finding {
  what: string
  well: boolean
  /** What was found, or what is wrong and what to do. */
  says: string
}

/** Looks at everything that the commands need; never throws for what it finds. */
export async function examine({ course, browser }: { course: string, browser?: string }): Promise<Finding[]> {
  return [
    nodeFinding(process.versions.node),
    ...await browserFindings(browser),
    await finding('Course', async () => {
      const { title, lectures } = await loadCourse(course)
      return `${title}: ${countOf(lectures.length, 'lecture')}, ${countOf(lectures.reduce((sum, { slides }) => sum + slides.length, 0), 'slide')}`
    }),
  ]
}

/** Whether this version of Node.js runs the toolkit: 20.20 or later, 24 at best. */
export function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const well = major > 20 || (major === 20 && minor >= 20)
  return { what: 'Node.js', well, says: `${version}${well ? major >= 24 ? '' : ' (24 is recommended)' : ': install 24, or 20.20 at least'}` }
}

/** @throws UserError where something is not well, after all of it was printed */
export function printExamination(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ what }) => what.length)) + 2
  for (const { what, well, says } of findings)
    console.log(`${well ? style('green', '✓') : style('red', '✗')} ${what.padEnd(width)}${says.split('\n').join(`\n${' '.repeat(width + 2)}`)}`)
  const ill = findings.filter(({ well }) => !well)
  if (ill.length)
    throw new UserError(`${countOf(ill.length, 'thing')} to mend: ${ill.map(({ what }) => what).join(', ')}.`)
  console.log('\nAll is well.')
}

async function browserFindings(explicit?: string): Promise<Finding[]> {
  let browser: Browser | undefined
  const found = await finding('Browser', async () => {
    const found = findBrowser(explicit)
    browser = await launchBrowser(found)
    return `Chromium ${browser.version()}, ${found.source}${found.executable ? `: ${found.executable}` : ''}`
  })
  try {
    const fonts = await Promise.all(FONTS.map(font => finding(`Font`, async () => {
      const bytes = await fs.readFile(require.resolve(font.file))
      if (browser && !await loadsFont(browser, bytes))
        throw new UserError(`${font.family} does not load in the browser.`, 'Run: npm ci')
      return font.family
    })))
    return [found, ...fonts]
  }
  finally {
    await browser?.close()
  }
}

async function loadsFont(browser: Browser, bytes: Uint8Array): Promise<boolean> {
  const page = await browser.newPage()
  try {
    return await page.evaluate(async data => (await new FontFace('Tried', `url(data:font/woff2;base64,${data})`).load().catch(() => undefined)) !== undefined, Buffer.from(bytes).toString('base64'))
  }
  finally {
    await page.close()
  }
}

async function finding(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, well: true, says: await look() }
  }
  catch (error) {
    const says = error instanceof UserError ? error.problems.map(problem => formatProblem(problem)).join('\n') : (error as Error).message.split('\n')[0]!
    return { what, well: false, says }
  }
}
