import type { FoundBrowser } from '../scripts/lib/browser/find.ts'
import type { Course, Lecture, Slide } from '../scripts/lib/course/course.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { unpackEmbedded } from '../scripts/lib/browser/embedded.ts'
import { UserError } from '../scripts/lib/errors.ts'

/** Writes each lecture as a deck for Marp: the same titles, texts, code, tables and pictures; what only Docent has becomes plain Markdown. */
export async function writeMarpDecks(course: Course, folder: string): Promise<void> {
  await fs.mkdir(folder, { recursive: true })
  await fs.cp(path.join(course.root, 'public'), path.join(folder, 'public'), { recursive: true, force: true }).catch(() => undefined)
  await Promise.all(course.lectures.map(lecture => fs.writeFile(path.join(folder, `${lecture.slug}.md`), marpDeck(lecture))))
}

export function marpDeck({ slides }: Lecture): string {
  return `---\nmarp: true\nmath: katex\n---\n\n${slides.map(marpSlide).join('\n\n---\n\n')}\n`
}

function marpSlide({ content, notes }: Slide): string {
  const markdown = content.split('\n').map(marpLine).join('\n').replace(/<style[\s\S]*?<\/style>|<\/?[A-Z][\w-]*(?:\s[^>]*)?>/g, '').replace(/(\]\()\//g, '$1public/')
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
  const cli = path.join(path.dirname(createRequire(import.meta.url).resolve('@marp-team/marp-cli/package.json')), 'marp-cli.js')
  const { executable, libraries } = found.source === 'embedded' ? await unpackEmbedded() : { executable: found.executable!, libraries: undefined }
  const env = {
    ...process.env,
    CHROME_PATH: executable,
    // The embedded browser has no sandbox of its own, and Docent starts it without one too.
    CHROME_NO_SANDBOX: '1',
    ...libraries && { LD_LIBRARY_PATH: [process.env.LD_LIBRARY_PATH, libraries].filter(Boolean).join(':') },
  }
  try {
    await promisify(execFile)(process.execPath, [cli, '--input-dir', folder, '--output', out, '--pdf', '--allow-local-files', '--no-stdin', '--browser', 'chrome', '--browser-path', executable], { env, maxBuffer: 64e6 })
  }
  catch (error) {
    throw new UserError(`Marp CLI failed: ${String((error as { stderr?: string }).stderr ?? error).trim().split('\n').slice(-3).join(' ')}`, 'Look at it alone: npx marp --help')
  }
  const decks = (await fs.readdir(folder)).filter(name => name.endsWith('.md'))
  const files = await fs.readdir(out)
  const absent = decks.map(name => name.replace(/\.md$/, '.pdf')).filter(name => !files.includes(name))
  if (absent.length)
    throw new UserError(`Marp CLI did not write ${absent.join(', ')}.`)
}
