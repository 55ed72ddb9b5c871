import type { FoundBrowser } from '../src/browser/find.ts'
import type { Course, Lecture, Slide } from '../src/course/course.ts'
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { unpackEmbedded } from '../src/browser/embedded.ts'
import { UserError } from '../src/core/errors.ts'

/**
 * Writes each lecture as a deck for Marp: the same titles, texts, code, tables and pictures.
 * What only Docent has becomes plain Markdown.
 */
export async function writeMarpDecks(course: Course, folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true })
  const pictures = path.join(course.root, 'public')
  if (existsSync(pictures))
    await fs.cp(pictures, path.join(folder, 'public'), { recursive: true })
  await Promise.all(course.lectures.map(lecture =>
    fs.writeFile(path.join(folder, `${lecture.slug}.md`), marpDeck(lecture))))
}

function marpDeck({ slides }: Lecture): string {
  return `---\nmarp: true\nmath: katex\n---\n\n${slides.map(marpSlide).join('\n\n---\n\n')}\n`
}

const COMPONENT_TAG = /<style[\s\S]*?<\/style>|<\/?[A-Z][\w-]*(?:\s[^>]*)?>/g

function marpSlide({ content, notes }: Slide): string {
  const lines = content.split('\n').map(marpLine)
  const markdown = lines.join('\n').replace(COMPONENT_TAG, '').replace(/(\]\()\//g, '$1public/')
  return notes ? `${markdown}\n\n<!--\n${notes.replace(/-->/g, '')}\n-->` : markdown
}

function marpLine(line: string): string {
  if (line.startsWith('```'))
    return line.split(/[\s{]/)[0]!
  if (line.startsWith(':::'))
    return line.replace(/^:+\s*[a-z]*(?:\{[^}]*\})?/, '').trim().replace(/^(?=.)/, '## ')
  return line.startsWith('::') || line === '---' ? '' : line
}

/**
 * Runs Marp CLI on a folder of decks with the browser that Docent prints with.
 * @throws UserError with what Marp says when it fails, or writes fewer files than there are decks
 */
export async function runMarp(folder: string, out: string, found: FoundBrowser): Promise<void> {
  const { executable, libraries } = found.source === 'embedded'
    ? await unpackEmbedded()
    : { executable: found.executable!, libraries: undefined }
  const args = ['--input-dir', folder, '--output', out, '--pdf', '--allow-local-files', '--no-stdin']
  const browser = ['--browser', 'chrome', '--browser-path', executable]
  const env = {
    ...process.env,
    CHROME_PATH: executable,
    // The embedded browser has no sandbox of its own, and Docent starts it without one too.
    CHROME_NO_SANDBOX: '1',
    ...libraries && { LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') },
  }
  try {
    await promisify(execFile)(process.execPath, [marpCli(), ...args, ...browser], { env, maxBuffer: 64e6 })
  }
  catch (error) {
    const output = String((error as { stderr?: string }).stderr ?? error).trim()
    throw new UserError(`Marp CLI failed: ${output.split('\n').slice(-3).join(' ')}`, 'Try it alone: npx marp --help')
  }
  await checkOutput(folder, out)
}

function marpCli(): string {
  const manifest = createRequire(import.meta.url).resolve('@marp-team/marp-cli/package.json')
  return path.join(path.dirname(manifest), 'marp-cli.js')
}

/** @throws UserError where a deck has no PDF */
async function checkOutput(folder: string, out: string): Promise<void> {
  const decks = (await fs.readdir(folder)).filter(name => name.endsWith('.md'))
  const files = await fs.readdir(out)
  const missing = decks.map(name => name.replace(/\.md$/, '.pdf')).filter(name => !files.includes(name))
  if (missing.length)
    throw new UserError(`Marp CLI did not write ${missing.join(', ')}.`)
}
