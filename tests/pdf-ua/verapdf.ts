import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

/** Whether Java is here, which veraPDF needs. */
export const hasJava = spawnSync('java', ['-version']).status === 0

export interface Validation {
  /** Rules of the profile. */
  rules: number
  /** Things that were checked. */
  checks: number
  /** Failed checks: the clause and number of the rule, e.g. `7.1-3`, and what veraPDF says. */
  failures: { rule: string, message: string }[]
}

/** Validates PDFs against veraPDF's PDF/UA-1 rules; all in one go, for Java is slow to start. */
export async function validate(files: Record<string, Uint8Array>): Promise<Record<string, Validation>> {
  const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('@opendataloader/pdf')), '../lib/opendataloader-pdf-cli.jar')
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-verapdf-'))
  try {
    const names = Object.keys(files)
    const paths = names.map((_, i) => path.join(folder, `${i}.pdf`))
    await Promise.all(names.map((name, i) => fs.writeFile(paths[i]!, files[name]!)))
    const { stdout } = await promisify(execFile)('java', ['-XX:TieredStopAtLevel=1', '-cp', jar, path.join(import.meta.dirname, 'VeraPdf.java'), ...paths], { maxBuffer: 64e6 })
    return parse(stdout, names)
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
