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
  {
    family: 'Source Sans 3 Variable',
    file: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
  },
  {
    family: 'Source Code Pro Variable',
    file: '@fontsource-variable/source-code-pro/files/source-code-pro-latin-wght-normal.woff2',
  },
  {
    family: 'Noto Color Emoji',
    file: '@infolektuell/noto-color-emoji/files/1.woff2',
  },
]

/** One thing that was looked at. */
interface Finding {
  name: string
  ok: boolean
  /** What was found, or what is wrong and what to do. */
  description: string
}

export interface ExamineOptions {
  /** Folder of the course. */
  root: string
  /** Path of a browser executable; else one is found. */
  executablePath?: string
}

/** Looks at everything that the commands need; never throws for what it finds. */
export async function examine({ root, executablePath }: ExamineOptions): Promise<Finding[]> {
  return [
    nodeFinding(process.versions.node),
    ...await browserFindings(executablePath),
    await finding('Course', async () => {
      const { title, lectures } = await loadCourse(root)
      const slides = lectures.reduce((sum, { slides }) => sum + slides.length, 0)
      return `${title}: ${countOf(lectures.length, 'lecture')}, ${countOf(slides, 'slide')}`
    }),
  ]
}

/** Whether this version of Node.js runs the toolkit: 20.20 or later, 24 at best. */
function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const ok = major > 20 || (major === 20 && minor >= 20)
  const known = major >= 24 ? version : `${version} (24 is recommended)`
  return { name: 'Node.js', ok, description: ok ? known : `${version}: install 24, or 20.20 at least` }
}

/** @throws UserError where something is not ok, after all of it was printed */
export function printExamination(findings: readonly Finding[]): void {
  const width = Math.max(...findings.map(({ name }) => name.length)) + 2
  for (const { name, ok, description } of findings) {
    const mark = ok ? style('green', '✓') : style('red', '✗')
    console.log(`${mark} ${name.padEnd(width)}${description.split('\n').join(`\n${' '.repeat(width + 2)}`)}`)
  }
  const failed = findings.filter(({ ok }) => !ok)
  if (failed.length)
    throw new UserError(`${countOf(failed.length, 'thing')} to fix: ${failed.map(({ name }) => name).join(', ')}.`)
  console.log('\nAll is well.')
}

async function browserFindings(executablePath?: string): Promise<Finding[]> {
  let browser: Browser | undefined
  const found = await finding('Browser', async () => {
    const found = findBrowser(executablePath)
    browser = await launchBrowser(found)
    return `Chromium ${browser.version()}, ${[found.source, found.executable].filter(Boolean).join(': ')}`
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
    return await page.evaluate(async (data) => {
      const font = new FontFace('Tried', `url(data:font/woff2;base64,${data})`)
      return font.load().then(() => true, () => false)
    }, Buffer.from(bytes).toString('base64'))
  }
  finally {
    await page.close()
  }
}

async function finding(name: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { name, ok: true, description: await look() }
  }
  catch (error) {
    const description = error instanceof UserError
      ? error.problems.map(problem => formatProblem(problem)).join('\n')
      : (error as Error).message.split('\n')[0]!
    return { name, ok: false, description }
  }
}
