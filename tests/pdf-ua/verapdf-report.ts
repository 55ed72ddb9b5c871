import type { TestProject } from 'vitest/node'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'

/** What a test file tells of veraPDF: how many files it judged, or why it cannot run. */
export type VeraPdfEntry = { judged: number } | { obstacle: string }

declare module 'vitest' {
  export interface ProvidedContext {
    /** The file to which tests append a `VeraPdfEntry` on a line each. */
    veraPdfLog: string
  }
}

/** Says at the end of a run, in one line, whether veraPDF judged its PDFs; nothing where no test had a PDF for it. */
export default async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-verapdf-log-'))
  const file = path.join(folder, 'log')
  await fs.writeFile(file, '')
  provide('veraPdfLog', file)
  return async () => {
    const lines = (await fs.readFile(file, 'utf8')).split('\n').filter(Boolean)
    await fs.rm(folder, { recursive: true })
    const line = summarize(lines.map(line => JSON.parse(line)))
    if (line)
      console.log(line)
  }
}

function summarize(entries: readonly VeraPdfEntry[]): string | undefined {
  let judged = 0
  for (const entry of entries) {
    if ('obstacle' in entry)
      return `veraPDF did not run: ${entry.obstacle}.`
    judged += entry.judged
  }
  return judged ? `veraPDF judged ${judged} PDFs.` : undefined
}
