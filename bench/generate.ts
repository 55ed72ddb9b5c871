import type { DocumentKind } from './long-document.ts'
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { toolkitRoot } from '../src/core/toolkit.ts'
import { documentKinds, longDocument } from './long-document.ts'

/** Characters of a document, and milliseconds of processor time that it may take, the whole command. */
const SIZES = [
  { characters: 100_000, limit: 3000 },
  { characters: 400_000, limit: 10_000 },
] as const

export interface GenerateTime {
  kind: DocumentKind
  characters: number
  /** Milliseconds of processor time. */
  time: number
  limit: number
}

/** Has the command say at its end how much processor time it took. */
const TELL = 'data:text/javascript,process.on("exit",()=>console.error("cpu",JSON.stringify(process.cpuUsage())))'

/** How much processor time `npm run generate` takes for long documents, whatever they consist of. */
export async function generateTimes(
  work: string,
  onRun?: (run: number, runs: number) => void,
): Promise<GenerateTime[]> {
  const runs = documentKinds.flatMap(kind => SIZES.map(size => ({ kind, ...size })))
  const times: GenerateTime[] = []
  for (const [i, run] of runs.entries()) {
    onRun?.(i + 1, runs.length)
    times.push({ ...run, time: await timeOf(run, path.join(work, `generate-${i}`)) })
  }
  return times
}

async function timeOf({ kind, characters }: Pick<GenerateTime, 'kind' | 'characters'>, folder: string) {
  await fs.mkdir(folder, { recursive: true })
  const file = path.join(folder, kind === 'html' ? 'page.html' : `${kind}.md`)
  await fs.writeFile(file, longDocument(kind, characters))
  // As npm starts it; what had to be compiled first was compiled for this command too.
  const command = [path.join(toolkitRoot, 'src/cli/run.js'), 'scripts/generate.ts']
  const args = ['--import', TELL, ...command, file, '--course', path.join(folder, 'course')]
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: toolkitRoot, maxBuffer: 64e6 })
  const { user, system } = JSON.parse(/^cpu (.*)$/m.exec(stderr)![1]!) as { user: number, system: number }
  return (user + system) / 1000
}
