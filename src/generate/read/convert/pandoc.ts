import type { ConvertedFormat } from '../formats.ts'
import type { Source } from '../read-document.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { UserError } from '../../../core/errors.ts'
import { filesBelow, withSlashes } from '../../../core/files.ts'

/** A document as pandoc has converted it. */
export interface PandocOutput {
  html: string
  /** Pictures that were part of the document, by the address that the HTML has for them. */
  media: Map<string, Uint8Array>
}

/** What pandoc calls our formats; those that are not here it does not read. */
const readers: Partial<Record<ConvertedFormat, string>> = {
  rst: 'rst',
  docx: 'docx',
  odt: 'odt',
  epub: 'epub',
  rtf: 'rtf',
  latex: 'latex',
  org: 'org',
  textile: 'textile',
  mediawiki: 'mediawiki',
}

const TEMPLATE = `<html lang="$lang$"><body>
$if(title)$<header><h1>$title$</h1>$for(author)$<address>$author$</address>$endfor$
$if(date)$<time>$date$</time>$endif$$if(description)$<p>$description$</p>$endif$</header>$endif$
$if(abstract)$<div>$abstract$</div>$endif$
$body$
</body></html>
`
const MAX_SECONDS = 180
const MAX_OUTPUT = 200_000_000

let known: Promise<boolean> | undefined

/** Whether a pandoc that reads without touching anything else (2.15 and later) is on the path. */
export function hasPandoc(): Promise<boolean> {
  known ??= run(['--sandbox', '--version'], new Uint8Array(), process.cwd()).then(() => true, () => false)
  return known
}

/** Forgets whether pandoc is there, as tests need it. */
export function lookForPandocAgain(): void {
  known = undefined
}

/**
 * Converts a document to HTML with pandoc, which reads no other file and no network.
 * @throws UserError where pandoc cannot read it
 */
export async function convertWithPandoc({ file, bytes }: Source, format: ConvertedFormat): Promise<PandocOutput> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'docent-pandoc-'))
  try {
    await writeFile(path.join(folder, 'template.html'), TEMPLATE)
    const html = await run([
      '--sandbox',
      '--standalone',
      '--template=template.html',
      `--from=${readers[format]}`,
      '--to=html',
      '--mathjax',
      '--no-highlight',
      '--wrap=preserve',
      '--extract-media=media',
    ], bytes, folder)
    const files = await filesBelow(path.join(folder, 'media'))
    const media = await Promise.all(files.map(async name =>
      [withSlashes(path.relative(folder, name)), await readFile(name)] as const))
    return { html, media: new Map(media) }
  }
  catch (error) {
    if (error instanceof PandocError) {
      const hint = 'Open it in the program that made it, and save it again or as HTML.'
      throw new UserError(`Pandoc cannot read this document: ${error.message}.`, hint, { file })
    }
    throw error
  }
  finally {
    await rm(folder, { recursive: true, force: true })
  }
}

class PandocError extends Error {}

/** @returns what pandoc prints */
function run(args: readonly string[], input: Uint8Array, cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('pandoc', args, { cwd, timeout: MAX_SECONDS * 1000, stdio: ['pipe', 'pipe', 'pipe'] })
    const output: Buffer[] = []
    const errors: Buffer[] = []
    let size = 0
    const stop = () => child.kill()
    process.once('exit', stop)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > MAX_OUTPUT)
        child.kill()
      output.push(chunk)
    })
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk))
    // It may have ended without reading all.
    child.stdin.on('error', () => undefined)
    child.on('error', error => reject(new PandocError(error.message)))
    child.on('close', (code, signal) => {
      process.off('exit', stop)
      if (code === 0)
        resolve(Buffer.concat(output).toString('utf8'))
      else
        reject(new PandocError(signal ? 'it took too long or too much' : lastLine(Buffer.concat(errors).toString())))
    })
    child.stdin.end(input)
  })
}

function lastLine(text: string): string {
  const lines = text.split('\n').map(line => line.trim()).filter(line => line && !line.startsWith('[WARNING]'))
  return (lines.at(-1) ?? 'it says nothing').replace(/\.$/, '')
}
