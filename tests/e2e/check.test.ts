import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { runCommand } from '../run-command.ts'

interface Found { rule: string, severity: string, line?: number, message: string }

let root: string
let report: string

beforeAll(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-seen-')))
  report = path.join(root, 'report.html')
  await fs.cp(path.join(toolkitRoot, 'tests/fixtures/checked/seen'), root, { recursive: true })
})
afterAll(() => fs.rm(root, { recursive: true }))

async function check(...args: string[]): Promise<{ code: number | null, findings: Found[] }> {
  const { code, stdout } = await runCommand('check', '--course', root, '--format', 'json', ...args)
  return { code, findings: (JSON.parse(stdout) as { findings: Found[] }).findings }
}

it('sees at its line what only a browser shows, and nothing on slides that are right', async () => {
  const { code, findings } = await check('--report', report)
  const told = findings.map(({ rule, severity, line, message }) => `${line ?? ''} ${severity} ${rule}: ${message}`)
  await expect(`${told.join('\n')}\n`).toMatchFileSnapshot(path.join(toolkitRoot, 'tests/fixtures/checked/seen.txt'))
  expect(code).toBe(1)
  const page = await fs.readFile(report, 'utf8')
  expect(page.match(/<img src="data:image\/webp;base64,/g)!.length).toBeGreaterThan(5)
  // Nothing has changed: it is not looked for again.
  const again = await check('--report', report)
  expect(again.findings).toEqual(findings)
  expect((await fs.stat(path.join(root, '.docent/cache/check'))).isDirectory()).toBe(true)
})
