import type { Reporter, Vitest } from 'vitest/node'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
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

/** Says after a run, in one line, whether veraPDF judged its PDFs; nothing where no test had a PDF for it. */
export default class VeraPdfReport implements Reporter {
  private folder = ''
  private log = ''

  onInit(vitest: Vitest): void {
    this.folder = mkdtempSync(path.join(os.tmpdir(), 'docent-verapdf-log-'))
    this.log = path.join(this.folder, 'log')
    writeFileSync(this.log, '')
    vitest.provide('veraPdfLog', this.log)
    vitest.onClose(() => rmSync(this.folder, { recursive: true, force: true }))
  }

  onTestRunEnd(): void {
    const lines = readFileSync(this.log, 'utf8').split('\n').filter(Boolean)
    writeFileSync(this.log, '')
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
