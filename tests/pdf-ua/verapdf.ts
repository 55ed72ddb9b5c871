import type { VeraPdfEntry } from './verapdf-report.ts'
import { execFile, spawnSync } from 'node:child_process'
import { appendFileSync, existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { inject } from 'vitest'

/** The jar that carries veraPDF; undefined where `npm ci` did not bring it. */
const jar = findJar()

/** Why veraPDF cannot run here; undefined where it can. */
const obstacle = findObstacle()

/**
 * Whether tests for which veraPDF is needed are skipped.
 * With `REQUIRE_VERAPDF=1` they are not: where it cannot run, they fail and say why.
 */
export const skipVeraPdf = obstacle !== undefined && process.env.REQUIRE_VERAPDF !== '1'

if (obstacle)
  log({ obstacle })

export interface Validation {
  /** Rules of the profile. */
  rules: number
  /** Things that were checked. */
  checks: number
  /** Failed checks: the clause and number of the rule, e.g. `7.1-3`, and what veraPDF says. */
  failures: { rule: string, message: string }[]
}

/** Fails a test where veraPDF is required and cannot run. */
export function requireVeraPdf(): string {
  if (obstacle || !jar)
    throw new Error(`REQUIRE_VERAPDF=1 is set, but veraPDF cannot run: ${obstacle}.`)
  return jar
}

/** Validates PDFs against veraPDF's PDF/UA-1 rules; all in one go, for Java is slow to start. */
export async function validate(files: Record<string, Uint8Array>): Promise<Record<string, Validation>> {
  const classPath = requireVeraPdf()
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-verapdf-'))
  try {
    const names = Object.keys(files)
    const paths = names.map((_, i) => path.join(folder, `${i}.pdf`))
    await Promise.all(names.map((name, i) => fs.writeFile(paths[i]!, files[name]!)))
    const program = path.join(import.meta.dirname, 'VeraPdf.java')
    const args = ['-XX:TieredStopAtLevel=1', '-cp', classPath, program, ...paths]
    const { stdout } = await promisify(execFile)('java', args, { maxBuffer: 64e6 })
    const results = parse(stdout, names)
    log({ judged: Object.keys(results).length })
    return results
  }
  finally {
    await fs.rm(folder, { recursive: true })
  }
}

function parse(output: string, names: string[]): Record<string, Validation> {
  const results: Record<string, Validation> = {}
  let result: Validation | undefined
  for (const line of output.split('\n').filter(Boolean)) {
    const [file, first = '', second = ''] = line.split('\t')
    if (file)
      result = results[names[Object.keys(results).length]!] = { rules: Number(first), checks: Number(second), failures: [] }
    else
      result?.failures.push({ rule: first, message: second })
  }
  return results
}

function findJar(): string | undefined {
  try {
    const entry = createRequire(import.meta.url).resolve('@opendataloader/pdf')
    const file = path.join(path.dirname(entry), '../lib/opendataloader-pdf-cli.jar')
    return existsSync(file) ? file : undefined
  }
  catch {
    return undefined
  }
}

function findObstacle(): string | undefined {
  const { error, stdout } = spawnSync('java', ['--list-modules'], { encoding: 'utf8' })
  if (error)
    return 'no Java found'
  if (!stdout.includes('jdk.compiler'))
    return 'the Java found is not a JDK of version 11 or later'
  return jar ? undefined : 'its jar was not found, which npm ci brings'
}

/** Tells `verapdf-report.ts`, which runs in another process. */
function log(entry: VeraPdfEntry): void {
  const file = inject('veraPdfLog')
  if (file)
    appendFileSync(file, `${JSON.stringify(entry)}\n`)
}
