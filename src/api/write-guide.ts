// Writes the pages of the guide that are made from the code; with --pictures, prints those of its slides anew too.
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { formatProblem, UserError } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { loadCourse } from './docent.ts'
import { guideCourse, guidePages } from './guide.ts'

/** Pixels of a picture, twice those that it is shown with. */
const WIDTH = 980

async function writeGuide(): Promise<void> {
  for (const [file, text] of Object.entries(await guidePages()))
    await replaceFile(path.join(toolkitRoot, 'docs', file), text)
  if (process.argv.includes('--pictures'))
    await writePictures()
}

async function writePictures(): Promise<void> {
  const out = path.join(guideCourse, '.docent/guide')
  const { lectures: [lecture] } = await loadCourse(guideCourse)
  const args = ['src/cli/run.js', 'scripts/export.ts', '--course', guideCourse, '--out', out, '--format', 'png']
  await promisify(execFile)(process.execPath, args, { cwd: toolkitRoot })
  const folder = path.join(toolkitRoot, 'docs/public/writing')
  await fs.mkdir(folder, { recursive: true })
  const files = (await fs.readdir(out, { recursive: true })).filter(file => file.endsWith('.png')).sort()
  for (const [i, { id }] of lecture!.slides.entries()) {
    const picture = sharp(path.join(out, files[i]!)).resize({ width: WIDTH })
    await picture.webp({ quality: 80 }).toFile(path.join(folder, `${id}.webp`))
  }
}

writeGuide().catch((error: unknown) => {
  if (!(error instanceof UserError))
    throw error
  console.error(error.problems.map(problem => formatProblem(problem)).join('\n'))
  process.exitCode = 1
})
